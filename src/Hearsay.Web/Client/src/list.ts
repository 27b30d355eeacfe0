// Lists: filters work in place, keys walk from row to row.
import { all, one } from "./dom";
import { shortcut } from "./shortcuts";
import { inPlace } from "./visit";

function step(by: number): void {
  const links = all<HTMLAnchorElement>(".row h3 a");
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  links[Math.min(links.length - 1, Math.max(0, at < 0 ? 0 : at + by))]?.focus();
}

export function list(): void {
  shortcut(["/"], "Search", () => one("#q")?.focus());
  shortcut(["j"], "Next row", () => step(1));
  shortcut(["k"], "Previous row", () => step(-1));
  shortcut(["n"], "Next page", () => one<HTMLAnchorElement>("[data-next]")?.click());
  void inPlace(() => {});
}
