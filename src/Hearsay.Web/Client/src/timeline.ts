// Dragging over the timeline looks at the span between; a click on one column is a plain link.
import { all, one } from "./dom";
import { visit } from "./visit";

interface Column { x: number; width: number; from: string; to: string; }

/** Lets the reader drag over the columns. */
export function timeline(): void {
  const place = one("[data-timeline]"), svg = place && one<SVGSVGElement>("svg", place);
  if (!place || !svg) return;
  const columns: Column[] = all<SVGAElement>("a.column", svg as unknown as ParentNode).map((c) => ({ x: +c.dataset["x"]!, width: +c.dataset["width"]!, from: c.dataset["from"]!, to: c.dataset["to"]! }));
  if (columns.length === 0) return;
  const brush = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  brush.setAttribute("class", "brush");
  brush.setAttribute("y", "0");
  brush.setAttribute("height", String(svg.viewBox.baseVal.height));
  let start: Column | null = null, end: Column | null = null;
  const under = (event: PointerEvent): Column => {
    const box = svg.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
    return columns.find((c) => at >= c.x && at < c.x + c.width) ?? (at < columns[0]!.x ? columns[0]! : columns[columns.length - 1]!);
  };
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => { if (event.button === 0) start = end = under(event); });
  svg.addEventListener("pointermove", (event) => {
    if (!start) return;
    end = under(event);
    if (end === start && !brush.isConnected) return;
    const left = Math.min(start.x, end.x), right = Math.max(start.x + start.width, end.x + end.width);
    brush.setAttribute("x", String(left));
    brush.setAttribute("width", String(right - left));
    if (!brush.isConnected) {
      svg.append(brush);
      svg.setPointerCapture(event.pointerId);
    }
  });
  svg.addEventListener("pointerup", () => {
    const [a, b] = [start, end];
    start = end = null;
    if (!a || !b || !brush.isConnected) return;
    brush.remove();
    const address = new URL(place.dataset["timeline"]!, location.href);
    address.searchParams.set("since", a.x < b.x ? a.from : b.from);
    address.searchParams.set("until", a.x < b.x ? b.to : a.to);
    svg.addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
    setTimeout(() => void visit(address.href), 0);
  });
  svg.addEventListener("pointercancel", () => { start = end = null; brush.remove(); });
}
