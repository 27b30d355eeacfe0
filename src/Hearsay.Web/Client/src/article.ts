// The article and its events point at each other: choosing one lights up its words, and keys walk along its chain.
import { all, announce, one } from "./dom";
import { shortcut } from "./shortcuts";

const kinds = ["t", "a", "r", "h", "c", "w", "p"];
let chosen: HTMLElement | null = null;
let hop = -1;
let listening = false;

function segments(role: string): HTMLElement[] {
  return all(`[data-text] [data-r~="${CSS.escape(role)}"]`);
}

function unlight(): void {
  for (const lit of all("[data-text] .lit, [data-text] .pointed")) lit.classList.remove("lit", "pointed", ...kinds.map((k) => `lit-${k}`));
  for (const pointed of all(".pointed")) pointed.classList.remove("pointed");
}

function light(number: string): void {
  for (const segment of all("[data-text] [data-r]")) {
    for (const role of segment.dataset["r"]!.split(" ")) {
      const found = /^e(\d+)([tarhcwp])/.exec(role);
      if (found && found[1] === number) segment.classList.add("lit", `lit-${found[2]}`);
    }
  }
}

/** Moves an element into view inside the pane that scrolls it, without moving anything else. */
function reveal(target: Element | undefined | null): void {
  target?.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

/** Chooses an event: its card, its words, its place in the address. */
export function choose(card: HTMLElement | null, from: "text" | "card" | "key"): void {
  if (chosen && chosen !== card) chosen.classList.remove("chosen");
  chosen = card;
  hop = -1;
  unlight();
  if (!card) return;
  card.classList.add("chosen");
  light(card.dataset["event"]!);
  if (from !== "card") reveal(card);
  if (from !== "text") reveal(segments(`e${card.dataset["event"]}t`)[0]);
  if (from === "key") {
    card.focus({ preventScroll: true });
    history.replaceState(null, "", `#${card.id}`);
  }
  card.dispatchEvent(new CustomEvent("chosen", { bubbles: true }));
}

/** The event that is chosen now. */
export function chosenCard(): HTMLElement | null {
  return chosen;
}

function cards(): HTMLElement[] {
  return all(".cards .card").filter((c) => !c.hidden);
}

/** The next or previous event. */
export function step(by: number): void {
  const list = cards();
  if (list.length === 0) return;
  const at = chosen ? list.indexOf(chosen) : by > 0 ? -1 : list.length;
  choose(list[Math.min(list.length - 1, Math.max(0, at + by))]!, "key");
}

function point(role: string, also?: string): void {
  for (const pointed of all(".pointed")) pointed.classList.remove("pointed");
  const words = segments(role);
  for (const segment of [...words, ...(also ? segments(also) : [])]) segment.classList.add("pointed", "lit");
  reveal(words[0]);
}

function along(by: number): void {
  if (!chosen) step(1);
  if (!chosen) return;
  const hops = all<HTMLButtonElement>(".chain button.hop", chosen);
  if (hops.length === 0) {
    announce("The outlet itself says so: there is no chain.");
    return;
  }
  hop = Math.min(hops.length - 1, Math.max(0, hop + by));
  const button = hops[hop]!;
  button.focus({ preventScroll: true });
  point(button.dataset["r"]!, button.dataset["also"]);
  button.classList.add("pointed");
}

async function explain(details: HTMLDetailsElement): Promise<void> {
  const address = details.dataset["why"], place = one(".why-more", details);
  if (!details.open || !address || !place || place.childElementCount > 0) return;
  place.textContent = "Reading the sentence again …";
  try {
    const response = await fetch(address, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const part = page.querySelector("[data-fragment]");
    if (part) place.replaceChildren(document.importNode(part, true));
    else place.textContent = "The explanation cannot be had now. Try again later.";
  } catch {
    place.textContent = "The server cannot be reached. Close and open this to try again.";
  }
}

/** Makes the page answer to pointer and keys. */
export function article(): void {
  const text = one(".reading-column");
  if (!text) return;
  for (const card of all(".card")) {
    card.addEventListener("pointerenter", (e) => { if (e.pointerType === "mouse" && !chosen) light(card.dataset["event"]!); });
    card.addEventListener("pointerleave", () => { if (!chosen) unlight(); });
    card.addEventListener("click", (e) => { if (chosen !== card && !(e.target as Element).closest("a, input, textarea, select")) choose(card, "card"); });
    card.addEventListener("focusin", () => { if (chosen !== card) choose(card, "card"); });
  }
  for (const button of all<HTMLButtonElement>("button[data-r]")) {
    const show = (): void => { point(button.dataset["r"]!, button.dataset["also"]); button.classList.add("pointed"); };
    button.addEventListener("click", show);
    button.addEventListener("pointerenter", (e) => { if (e.pointerType === "mouse" && button.closest(".card") === chosen && chosen) show(); });
  }
  text.addEventListener("click", (e) => {
    const number = /(?:^| )e(\d+)t(?: |$)/.exec((e.target as Element).closest<HTMLElement>(".trigger")?.dataset["r"] ?? "")?.[1];
    if (!number) return;
    e.preventDefault();
    choose(one(`#event-${number}`), "text");
  });
  for (const number of all<HTMLAnchorElement>(".card .number")) number.addEventListener("click", (e) => { e.preventDefault(); choose(number.closest<HTMLElement>(".card"), "key"); });
  for (const box of all<HTMLInputElement>("[data-marks]")) {
    box.addEventListener("change", () => text.classList.toggle(`hide-${box.dataset["marks"]}`, !box.checked));
  }
  for (const details of all<HTMLDetailsElement>("details[data-why]")) details.addEventListener("toggle", () => void explain(details));
  if (!listening) keys();
  const at = location.hash.startsWith("#event-") ? one(CSS.escape(location.hash.slice(1)).replace(/^/, "#")) : null;
  if (at) choose(at, "text"), reveal(segments(`e${at.dataset["event"]}t`)[0]);
}

function keys(): void {
  listening = true;
  shortcut(["j", "ArrowDown"], "Next event", () => step(1), ["j", "↓"]);
  shortcut(["k", "ArrowUp"], "Previous event", () => step(-1), ["k", "↑"]);
  shortcut(["]"], "Along the chain, inwards", () => along(1));
  shortcut(["["], "Along the chain, outwards", () => along(-1));
  shortcut(["w"], "Why was it coded so?", () => {
    const details = chosen && one<HTMLDetailsElement>("details.why", chosen);
    if (details) details.open = !details.open;
  });
  shortcut(["Escape"], "Let go of the event", () => choose(null, "key"), ["Esc"]);
}
