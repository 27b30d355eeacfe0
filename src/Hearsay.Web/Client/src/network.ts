// The list of dyads drawn as a network: who has most to do with whom. Laid out anew each time, but always alike.
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";
import { all, one } from "./dom";

interface Node extends SimulationNodeDatum { name: string; count: number; href: string; }
interface Edge extends SimulationLinkDatum<Node> { count: number; kind: string; href: string; label: string; }

const namespace = "http://www.w3.org/2000/svg";
const width = 800, height = 500;

function shape(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function read(): { nodes: Node[]; edges: Edge[] } {
  const nodes = new Map<string, Node>();
  const edges: Edge[] = [];
  for (const item of all<HTMLElement>("[data-edge-from]")) {
    const { edgeFrom: from, edgeTo: to, count, kind, label } = item.dataset as Record<string, string>;
    for (const name of [from!, to!]) {
      const node = nodes.get(name) ?? { name, count: 0, href: item.dataset[name === from ? "fromHref" : "toHref"]! };
      node.count += Number(count);
      nodes.set(name, node);
    }
    edges.push({ source: nodes.get(from!)!, target: nodes.get(to!)!, count: Number(count), kind: kind ?? "", href: one<HTMLAnchorElement>("a", item)?.getAttribute("href") ?? "#", label: label ?? "" });
  }
  return { nodes: [...nodes.values()], edges };
}

/** Draws the network where the page has room for one. */
export function network(): void {
  const frame = one("[data-network]");
  if (!frame) return;
  const { nodes, edges } = read();
  if (nodes.length < 2) return;
  const most = Math.max(...nodes.map((n) => n.count)), strongest = Math.max(...edges.map((e) => e.count));
  const radius = (n: Node): number => 7 + 17 * Math.sqrt(n.count / most);
  const simulation = forceSimulation(nodes)
    .force("link", forceLink<Node, Edge>(edges).distance(95).strength((e) => 0.15 + 0.5 * (e.count / strongest)))
    .force("charge", forceManyBody().strength(-330))
    .force("room", forceCollide<Node>((n) => radius(n) + 12))
    .force("x", forceX(width / 2).strength(0.05)).force("y", forceY(height / 2).strength(0.1))
    .force("center", forceCenter(width / 2, height / 2)).stop();
  simulation.tick(260);
  const reach = nodes.reduce((r, n) => ({ l: Math.min(r.l, n.x! - 30), r: Math.max(r.r, n.x! + 30), t: Math.min(r.t, n.y! - 30), b: Math.max(r.b, n.y! + 38) }), { l: Infinity, r: -Infinity, t: Infinity, b: -Infinity });
  const svg = shape("svg", { viewBox: `${reach.l} ${reach.t} ${reach.r - reach.l} ${reach.b - reach.t}`, role: "group", "aria-label": "Network of the actors in the table of dyads" });
  const markers = shape("defs", {});
  for (const kind of ["none", "quad-0", "quad-1", "quad-2", "quad-3"]) {
    const marker = shape("marker", { id: `arrow-${kind}`, markerUnits: "userSpaceOnUse", markerWidth: "9", markerHeight: "9", viewBox: "0 0 10 10", refX: "6", refY: "5", orient: "auto" });
    marker.append(shape("path", { class: `arrow ${kind}`, d: "M0 1L9 5L0 9z" }));
    markers.append(marker);
  }
  svg.append(markers);
  for (const e of edges) {
    const a = e.source as Node, b = e.target as Node;
    const bend = 0.14, mx = (a.x! + b.x!) / 2 + (b.y! - a.y!) * bend, my = (a.y! + b.y!) / 2 - (b.x! - a.x!) * bend;
    // The line ends where the circle begins, so that its arrow is seen.
    const reachB = radius(b) + 5, toB = Math.hypot(b.x! - mx, b.y! - my) || 1;
    const ex = b.x! - ((b.x! - mx) / toB) * reachB, ey = b.y! - ((b.y! - my) / toB) * reachB;
    const line = shape("path", { class: `edge ${e.kind}`, d: `M${a.x},${a.y}Q${mx},${my} ${ex},${ey}`, "marker-end": `url(#arrow-${e.kind || "none"})`, "stroke-width": (1 + 6 * Math.sqrt(e.count / strongest)).toFixed(1), "data-a": a.name, "data-b": b.name });
    const title = shape("title", {});
    title.textContent = e.label;
    line.append(title);
    svg.append(line);
  }
  for (const n of [...nodes].sort((a, b) => a.count - b.count)) {
    const link = shape("a", { class: "node", href: n.href, "aria-label": `${n.name}: ${n.count}`, transform: `translate(${n.x!.toFixed(1)},${n.y!.toFixed(1)})` });
    const label = shape("text", { y: (radius(n) + 12).toFixed(1) });
    label.textContent = n.name;
    link.append(shape("circle", { r: radius(n).toFixed(1) }), label);
    const focus = (on: boolean): void => {
      for (const edge of all<SVGElement>(".edge", svg)) edge.classList.toggle("dim", on && edge.dataset["a"] !== n.name && edge.dataset["b"] !== n.name);
    };
    link.addEventListener("pointerenter", () => focus(true));
    link.addEventListener("pointerleave", () => focus(false));
    svg.append(link);
  }
  frame.replaceChildren(svg);
}
