// Comments: sent without leaving the page, kept until the server has them, sent again by themselves when it is back.
import { all, announce, during, element, one, send } from "./dom";
import { forgetDraft, keepDraft } from "./drafts";
import { chosenCard } from "./article";
import { selected } from "./selection";
import { shortcut } from "./shortcuts";

const patience = [1000, 2000, 4000, 8000, 15000];

function say(form: HTMLFormElement, words: string, again: (() => void) | null): void {
  one(".unsaved", form)?.remove();
  if (!words) return;
  const message = element("div", "message error unsaved");
  message.setAttribute("role", "alert");
  message.append(element("p", "", words));
  if (again) {
    const button = element("button", "button", "Try again now");
    button.type = "button";
    button.addEventListener("click", again);
    message.append(button);
  }
  form.append(message);
}

async function submit(form: HTMLFormElement, attempt = 0): Promise<void> {
  if (form.dataset["sending"] === "1") return;
  form.dataset["sending"] = "1";
  const answer = await send(form.action, new FormData(form));
  delete form.dataset["sending"];
  if (answer?.ok) {
    forgetDraft(form);
    say(form, "", null);
    refresh(new DOMParser().parseFromString(await answer.text(), "text/html"));
    announce("Saved");
    return;
  }
  if (answer && answer.status < 500 && answer.status !== 429) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    say(form, `Not saved: ${page.querySelector(".lede")?.textContent ?? answer.status}`, () => void submit(form));
    return;
  }
  let waiting = true;
  const again = (): void => {
    if (!waiting || !form.isConnected) return;
    waiting = false;
    void submit(form, attempt + 1);
  };
  say(form, "Not saved yet: the server cannot be reached. Your text is kept here and sent again as soon as it is back.", again);
  setTimeout(again, patience[Math.min(attempt, patience.length - 1)]);
}

function refresh(page: Document): void {
  const fresh = page.getElementById("discussion"), old = document.getElementById("discussion");
  if (!fresh || !old) {
    location.reload();
    return;
  }
  old.replaceWith(document.adoptNode(fresh));
  for (const form of all<HTMLFormElement>("#discussion form[data-draft]")) keepDraft(form);
  prepare();
}

function about(start: number | null, end: number | null, words: string): void {
  const form = one<HTMLFormElement>(".new-thread"), line = form && one(".chosen-words", form);
  if (!form || !line) return;
  (form.elements.namedItem("start") as HTMLInputElement).value = start === null ? "" : String(start);
  (form.elements.namedItem("end") as HTMLInputElement).value = end === null ? "" : String(end);
  one("q", line)!.textContent = words;
  line.hidden = start === null;
}

function prepare(): void {
  for (const form of all<HTMLFormElement>("form[data-comment]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void during(submit(form));
    });
  }
  one("[data-forget-words]")?.addEventListener("click", () => about(null, null, ""));
  for (const quote of all<HTMLButtonElement>("[data-span-start]")) {
    quote.addEventListener("click", () => {
      const start = Number(quote.dataset["spanStart"]), end = Number(quote.dataset["spanEnd"]);
      let first: HTMLElement | null = null;
      for (const segment of all("[data-text] [data-s]")) {
        const at = Number(segment.dataset["s"]);
        const inside = at < end && at + (segment.textContent?.length ?? 0) > start;
        segment.classList.toggle("pointed", inside);
        segment.classList.toggle("lit", inside || segment.classList.contains("lit"));
        if (inside) first ??= segment;
      }
      first?.scrollIntoView({ block: "center" });
    });
  }
}

/** Makes the discussion below an article answer. */
export function comments(): void {
  if (!one("#discussion")) return;
  prepare();
  shortcut(["m"], "Comment on the chosen event or the selected words", () => {
    const words = selected(), card = chosenCard();
    if (words) about(words.start, words.end, words.text);
    const choice = one<HTMLSelectElement>("#comment-event");
    if (choice) choice.value = words ? "" : card?.dataset["id"] ?? "";
    one("#comment-text")?.focus();
  });
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-comment-on]");
    if (!button) return;
    const choice = one<HTMLSelectElement>("#comment-event");
    if (choice) choice.value = button.dataset["commentOn"]!;
    one("#comment-text")?.focus();
  });
  // Words that are selected are offered to be commented on.
  const offer = element("button", "button primary comment-offer", "Comment on this");
  offer.type = "button";
  offer.hidden = true;
  document.body.append(offer);
  let words = selected();
  document.addEventListener("selectionchange", () => {
    words = selected();
    offer.hidden = !words;
    if (!words) return;
    const box = getSelection()!.getRangeAt(0).getBoundingClientRect();
    offer.style.setProperty("top", `${Math.max(60, box.top - 44)}px`);
    offer.style.setProperty("left", `${Math.max(8, Math.min(innerWidth - 180, box.left))}px`);
  });
  offer.addEventListener("pointerdown", (event) => event.preventDefault());
  offer.addEventListener("click", () => {
    if (words) about(words.start, words.end, words.text);
    one("#comment-text")?.focus();
    offer.hidden = true;
  });
}
