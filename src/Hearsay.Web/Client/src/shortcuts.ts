// Single-key commands, each with its description, so that "?" can list all that work on the page.
import { element, isTyping } from "./dom";

interface Shortcut { keys: string[]; shown: string[]; does: string; run: (event: KeyboardEvent) => void; }

const shortcuts: Shortcut[] = [];

/** Makes keys do something. `shown` is what the list shows, when it is not the keys themselves. */
export function shortcut(keys: string[], does: string, run: (event: KeyboardEvent) => void, shown = keys): void {
  shortcuts.push({ keys, does, run, shown });
}

/** Shows the list of shortcuts. */
export function showHelp(): void {
  const dialog = element("dialog");
  dialog.setAttribute("aria-labelledby", "help-title");
  const title = element("h2", "", "Keyboard");
  title.id = "help-title";
  const list = element("dl", "shortcut-list");
  for (const entry of shortcuts) {
    const keys = element("dt");
    for (const key of entry.shown) keys.append(element("kbd", "", key));
    list.append(keys, element("dd", "", entry.does));
  }
  const close = element("button", "button", "Close");
  close.addEventListener("click", () => dialog.close());
  const row = element("div", "button-row dialog-end");
  row.append(close);
  dialog.append(title, list, row);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

let leader = 0;
const places: Record<string, string> = { o: "/", e: "/events", a: "/articles", p: "/actors", r: "/review", n: "/read" };

/** Starts to listen. */
export function listen(): void {
  shortcut(["?"], "This list", showHelp);
  shortcut(["g"], "Go to: o overview, e events, a articles, p actors, r review, n read new", () => { leader = Date.now(); }, ["g", "o e a p r n"]);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const target = places[event.key];
    if (target && Date.now() - leader < 1200) {
      event.preventDefault();
      location.assign(target);
      return;
    }
    const found = shortcuts.find((s) => s.keys.includes(event.key));
    if (!found) return;
    event.preventDefault();
    found.run(event);
  });
}
