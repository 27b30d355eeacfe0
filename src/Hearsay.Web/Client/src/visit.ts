// Filters change the page in place: the server renders it, the address stays true, and focus and scroll are kept.
import { announce, during, one, progress } from "./dom";

type Drawn = () => void | Promise<void>;
let drawn: Drawn = () => {};
let running: AbortController | null = null;

/** Opens an address of this page without loading it anew; other pages are simply opened. */
export async function visit(address: string, push = true): Promise<void> {
  await during(open(address, push));
}

async function open(address: string, push: boolean): Promise<void> {
  const target = new URL(address, location.href);
  if (target.origin !== location.origin || target.pathname !== location.pathname) {
    location.assign(target);
    return;
  }
  running?.abort();
  const mine = (running = new AbortController());
  const done = progress();
  document.getElementById("main")?.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(target, { credentials: "same-origin", signal: mine.signal });
    // A server that has just started shows how far it is, on a page that comes again by itself.
    if (response.headers.has("refresh")) throw new Error("not yet");
    if (!response.ok && response.status !== 422) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("main"), old = document.getElementById("main");
    if (!fresh || !old) throw new Error("no main");
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.id : "";
    const open = one<HTMLDetailsElement>(".more-filters")?.open ?? false;
    old.replaceWith(document.adoptNode(fresh));
    document.title = page.title;
    if (push) history.pushState({ visit: true }, "", target);
    const details = one<HTMLDetailsElement>(".more-filters");
    if (details && open) details.open = true;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    await drawn();
    announce(one(".counts")?.textContent?.replace(/\s+/g, " ") ?? "");
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) location.assign(target);
  } finally {
    done();
    if (running === mine) document.getElementById("main")?.removeAttribute("aria-busy");
  }
}

/** Makes links and filters of this page work in place, and calls `redraw` now and after each change. */
export async function inPlace(redraw: Drawn): Promise<void> {
  drawn = redraw;
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement | SVGAElement>("main a[href]");
    if (!link || link.hasAttribute("download") || link.getAttribute("target")) return;
    const address = new URL(link instanceof SVGAElement ? link.href.baseVal : link.href, location.href);
    if (address.origin !== location.origin || address.pathname !== location.pathname || address.hash) return;
    event.preventDefault();
    void visit(address.href);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches("[data-filters]")) return;
    event.preventDefault();
    void visit(addressOf(form));
  });
  document.addEventListener("change", (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>("form[data-filters]");
    if (form) void visit(addressOf(form));
  });
  addEventListener("popstate", () => void visit(location.href, false));
  await redraw();
}

function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action, location.href);
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value.trim()) address.searchParams.append(name, value.trim());
  return address.href;
}
