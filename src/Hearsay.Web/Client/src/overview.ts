// The overview: charts that filter each other. Each is drawn from what the server wrote on the page.
import { one } from "./dom";
import { shortcut } from "./shortcuts";
import { timeline } from "./timeline";
import { inPlace } from "./visit";

/** Draws the charts now and whenever a filter changed the page. */
export function overview(): void {
  shortcut(["/"], "Search", () => one("#q")?.focus());
  inPlace(() => {
    timeline();
    if (one("[data-map]")) void import("./map").then((m) => m.map());
    if (one("[data-network]")) void import("./network").then((m) => m.network());
  });
}
