// Dragging over the timeline looks at the span between; a click on one column is a plain link.
import { all, one } from "./dom";
import { draggable } from "./drag";
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
  let start = columns[0]!, end = start;
  const under = (event: PointerEvent): Column => {
    const box = svg.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
    return columns.find((c) => at >= c.x && at < c.x + c.width) ?? (at < columns[0]!.x ? columns[0]! : columns[columns.length - 1]!);
  };
  draggable(svg, {
    begin: (event) => { start = end = under(event); return true; },
    move: (event) => {
      end = under(event);
      const left = Math.min(start.x, end.x), right = Math.max(start.x + start.width, end.x + end.width);
      brush.setAttribute("x", String(left));
      brush.setAttribute("width", String(right - left));
      if (!brush.isConnected) svg.append(brush);
    },
    end: () => {
      brush.remove();
      const address = new URL(place.dataset["timeline"]!, location.href);
      address.searchParams.set("since", start.x < end.x ? start.from : end.from);
      address.searchParams.set("until", start.x < end.x ? end.to : start.to);
      void visit(address.href);
    },
    cancel: () => brush.remove(),
  });
}
