// The overview: charts that filter each other. Each is drawn from what the server wrote on the page.
import { one } from "./dom";
import { shortcut } from "./shortcuts";
import { timeline } from "./timeline";
import { inPlace } from "./visit";

/** Draws the charts now and whenever a filter changed the page. */
export async function overview(): Promise<void> {
  shortcut(["/"], "Search", () => one("#q")?.focus());
  await inPlace(async () => {
    timeline();
    await Promise.all([
      one("[data-map]") && import("./map").then((m) => m.map()),
      one("[data-network]") && import("./network").then((m) => m.network()),
    ]);
  });
}
