// The list of places drawn on a map of the world. The list itself stays, for those who read and for those who listen.
import { geoGraticule10, geoNaturalEarth1, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-110m.json";
import { all, announce, one } from "./dom";
import { draggable } from "./drag";
import { visit } from "./visit";

const namespace = "http://www.w3.org/2000/svg";
const width = 960, height = 480;

function shape<K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string>): SVGElementTagNameMap[K] {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

interface Dot { lon: number; lat: number; count: number; href: string; label: string; }

function dots(): Dot[] {
  return all<HTMLElement>("[data-lat]").map((item) => ({
    lon: Number(item.dataset["lon"]), lat: Number(item.dataset["lat"]), count: Number(item.dataset["count"]),
    href: one<HTMLAnchorElement>("a", item)?.getAttribute("href") ?? "#", label: item.dataset["label"] ?? "",
  })).sort((a, b) => b.count - a.count);
}

/** Draws the map where the page has room for one. */
export function map(): void {
  const frame = one("[data-map]");
  // Two visits may come to draw the same page when the first had to wait for this module.
  if (!frame || frame.dataset["drawn"]) return;
  frame.dataset["drawn"] = "1";
  const places = dots();
  const topology = world as unknown as Topology<{ countries: GeometryCollection }>;
  const countries = feature(topology, topology.objects.countries);
  const projection = geoNaturalEarth1().fitExtent([[8, 8], [width - 8, height - 8]], { type: "Sphere" });
  const path = geoPath(projection);
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": "Map of the places below" });
  const land = shape("g", {});
  land.append(shape("path", { class: "graticule", d: path(geoGraticule10()) ?? "" }));
  for (const country of countries.features) land.append(shape("path", { class: "land", d: path(country) ?? "" }));
  const most = Math.max(1, ...places.map((p) => p.count));
  const marks = places.flatMap((p) => {
    const at = projection([p.lon, p.lat]);
    if (!at) return [];
    const link = shape("a", { href: p.href, tabindex: "-1", "aria-label": `${p.label}: ${p.count}` });
    const dot = shape("circle", { class: "place", cx: at[0].toFixed(1), cy: at[1].toFixed(1) });
    const title = shape("title", {});
    title.textContent = `${p.label}: ${p.count.toLocaleString("en")}`;
    dot.append(title);
    link.append(dot);
    land.append(link);
    return [{ dot, radius: 3.5 + 15 * Math.sqrt(p.count / most) }];
  });
  svg.append(land);
  frame.replaceChildren(svg);
  const view = zoomable(frame, svg, marks);
  choosable(frame, svg, view, (x, y) => projection.invert?.([x, y]) ?? null);
}

interface View { x: number; y: number; w: number; h: number; }

/** A part of the map that is looked at: drawn with the pointer after "Choose a part" (or with the shift key held), or what is in view. */
function choosable(frame: HTMLElement, svg: SVGSVGElement, view: () => View, degrees: (x: number, y: number) => [number, number] | null): void {
  const button = (words: string): HTMLButtonElement => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = words;
    one(".map-tools", frame)!.prepend(made);
    return made;
  };
  const look = (x: number, y: number, w: number, h: number): void => {
    // The sides of a rectangle on this map are no lines of latitude and longitude: the part is the smallest that holds it.
    const seen: [number, number][] = [];
    for (let i = 0; i <= 16; i++) for (let j = 0; j <= 16; j++) {
      const at = degrees(x + (w * i) / 16, y + (h * j) / 16);
      if (at && Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90) seen.push(at);
    }
    if (seen.length < 2) return;
    const [lons, lats] = [seen.map((p) => p[0]), seen.map((p) => p[1])];
    const address = new URL(frame.dataset["area"]!, location.href);
    address.searchParams.set("area", [Math.min(...lats), Math.min(...lons), Math.max(...lats), Math.max(...lons)].map((d) => d.toFixed(1)).join("/"));
    void visit(address.href);
  };
  const inView = button("What is in view"), choose = button("Choose a part");
  choose.setAttribute("aria-pressed", "false");
  const choosing = (on: boolean): void => {
    choose.setAttribute("aria-pressed", String(on));
    frame.classList.toggle("choosing", on);
    if (on) announce("Draw a rectangle on the map");
  };
  choose.addEventListener("click", () => choosing(choose.getAttribute("aria-pressed") !== "true"));
  inView.addEventListener("click", () => { const v = view(); look(v.x, v.y, v.w, v.h); });
  const at = (event: PointerEvent): [number, number] => {
    const box = svg.getBoundingClientRect(), v = view();
    return [v.x + ((event.clientX - box.left) / box.width) * v.w, v.y + ((event.clientY - box.top) / box.height) * v.h];
  };
  const area = shape("rect", { class: "area" });
  let start: [number, number] = [0, 0];
  const draw = (event: PointerEvent): { x: number; y: number; w: number; h: number } => {
    const [x, y] = at(event), part = { x: Math.min(x, start[0]), y: Math.min(y, start[1]), w: Math.abs(x - start[0]), h: Math.abs(y - start[1]) };
    for (const [name, value] of [["x", part.x], ["y", part.y], ["width", part.w], ["height", part.h]] as const) area.setAttribute(name, String(value));
    return part;
  };
  draggable(frame, {
    begin: (event) => {
      if (!isChoosing(frame, event) || (event.target as Element).closest(".map-tools")) return false;
      event.preventDefault();
      start = at(event);
      return true;
    },
    move: (event) => {
      draw(event);
      if (!area.isConnected) svg.append(area);
    },
    end: (event) => {
      const part = draw(event);
      area.remove();
      choosing(false);
      if (part.w > 3 && part.h > 3) look(part.x, part.y, part.w, part.h);
    },
    cancel: () => area.remove(),
  });
}

// Dragging draws a rectangle then, and does not move the map.
function isChoosing(frame: HTMLElement, event: PointerEvent): boolean {
  return frame.classList.contains("choosing") || event.shiftKey;
}

/** Wheel, buttons and dragging; dots keep their size on the screen. */
function zoomable(frame: HTMLElement, svg: SVGSVGElement, marks: { dot: SVGCircleElement; radius: number }[]): () => View {
  let x = 0, y = 0, k = 1;
  const show = (): void => {
    k = Math.min(16, Math.max(1, k));
    const w = width / k, h = height / k;
    x = Math.min(width - w, Math.max(0, x));
    y = Math.min(height - h, Math.max(0, y));
    svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
    for (const { dot, radius } of marks) dot.setAttribute("r", (radius / k ** 0.85).toFixed(2));
  };
  const zoom = (factor: number, px = 0.5, py = 0.5): void => {
    const before = k;
    k = Math.min(16, Math.max(1, k * factor));
    x += px * width * (1 / before - 1 / k);
    y += py * height * (1 / before - 1 / k);
    show();
  };
  const tools = document.createElement("div");
  tools.className = "map-tools";
  for (const [sign, name, factor] of [["+", "Closer", 1.8], ["−", "Farther", 1 / 1.8]] as const) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "icon-button";
    button.textContent = sign;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => zoom(factor));
    tools.append(button);
  }
  frame.append(tools);
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && k === 1 && event.deltaY > 0) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }, { passive: false });
  let from = { x: 0, y: 0 };
  draggable(svg, {
    begin: (event) => {
      from = { x: event.clientX, y: event.clientY };
      return k > 1 && !isChoosing(frame, event);
    },
    move: (event) => {
      const box = svg.getBoundingClientRect();
      x -= ((event.clientX - from.x) / box.width) * (width / k);
      y -= ((event.clientY - from.y) / box.height) * (height / k);
      from = { x: event.clientX, y: event.clientY };
      show();
    },
    end: () => {},
  });
  show();
  return () => ({ x, y, w: width / k, h: height / k });
}
