// One key for each verdict, and the next event is there. Words that are selected go into the field that waits for them.
import { all, announce, during, one, progress, send } from "./dom";
import { article } from "./article";
import { forgetDraft } from "./drafts";
import { selected } from "./selection";
import { shortcut } from "./shortcuts";
import { inPlace, visit } from "./visit";

let field: HTMLInputElement | null = null;

async function judge(form: HTMLFormElement, verdict: string): Promise<void> {
  const fields = new FormData(form);
  fields.set("verdict", verdict);
  const done = progress();
  const answer = await send(form.action, fields);
  done();
  if (!answer) {
    trouble(form, "The server cannot be reached. Your verdict and your note are kept; try again.");
    return;
  }
  if (!answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    trouble(form, page.querySelector(".message.error p, .lede")?.textContent ?? `It was not taken (${answer.status}).`);
    return;
  }
  forgetDraft(form);
  announce(`${verdict} saved`);
  await visit((form.elements.namedItem("back") as HTMLInputElement).value, true);
}

function trouble(form: HTMLFormElement, words: string): void {
  one(".message", form)?.remove();
  const message = document.createElement("div");
  message.className = "message error";
  message.setAttribute("role", "alert");
  message.textContent = words;
  form.prepend(message);
}

function prepare(): void {
  const form = one<HTMLFormElement>("form[data-verdict]");
  const text = one("[data-text]"), trigger = one("a.trigger");
  article();
  if (text && trigger) text.scrollTop = Math.max(0, (trigger as HTMLElement).offsetTop - text.clientHeight / 2.5);
  if (!form) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void during(judge(form, (event.submitter as HTMLButtonElement | null)?.value ?? "accept"));
  });
  for (const input of all<HTMLInputElement>("[data-span]", form)) {
    input.addEventListener("focus", () => { field = input; });
    input.addEventListener("input", () => { (input.nextElementSibling as HTMLInputElement).value = ""; });
  }
  one(".correct", form)?.addEventListener("toggle", (event) => {
    if ((event.target as HTMLDetailsElement).open) one<HTMLInputElement>("[data-span]", form)?.focus();
  });
}

/** Makes the review page answer to keys. */
export function review(): void {
  const press = (value: string) => (): void => one<HTMLButtonElement>(`form[data-verdict] button[value=${value}]`)?.click();
  shortcut(["a"], "Accept, and on to the next", press("accept"));
  shortcut(["x"], "Reject, and on to the next", press("reject"));
  shortcut(["c"], "Correct", () => { const details = one<HTMLDetailsElement>("details.correct"); if (details) details.open = !details.open; });
  shortcut(["s"], "Skip", () => one<HTMLAnchorElement>("[data-skip]")?.click());
  shortcut(["n"], "Write a note", () => one("#note")?.focus());
  shortcut(["/"], "Search", () => one("#q")?.focus());
  document.addEventListener("pointerup", () => {
    const words = selected();
    if (!words || !field?.isConnected || !one<HTMLDetailsElement>("details.correct")?.open) return;
    field.value = words.text;
    (field.nextElementSibling as HTMLInputElement).value = String(words.start);
    announce(`${words.text} taken over`);
  });
  void inPlace(prepare);
}

/** Verdicts on the cards of an article: the card says what became of it, and the next one is chosen. */
export function verdictsOnCards(chosen: () => HTMLElement | null, next: () => void): void {
  const judgeCard = async (form: HTMLFormElement, verdict: string): Promise<void> => {
    const fields = new FormData(form);
    fields.set("verdict", verdict);
    const answer = await send(form.action, fields);
    if (!answer?.ok) {
      trouble(form, answer ? "It was not taken. Reload the page and try again." : "The server cannot be reached. Try again.");
      return;
    }
    one(".message", form)?.remove();
    const { state } = (await answer.json()) as { state: string };
    const badge = one("[data-state]", form.closest<HTMLElement>(".card")!);
    if (badge) {
      badge.className = `review-state review-${state}`;
      badge.textContent = state;
      badge.hidden = false;
    }
    announce(`Event ${form.closest<HTMLElement>(".card")?.dataset["event"]} ${state}`);
    next();
  };
  for (const form of all<HTMLFormElement>("form[data-card-verdict]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void during(judgeCard(form, (event.submitter as HTMLButtonElement).value));
    });
  }
  const press = (value: string) => (): void => { const card = chosen(); if (card) one<HTMLButtonElement>(`button[value=${value}]`, card)?.click(); };
  shortcut(["a"], "Accept the event, and on to the next", press("accept"));
  shortcut(["x"], "Reject the event, and on to the next", press("reject"));
  shortcut(["c"], "Correct the event", () => { const card = chosen(); if (card) one<HTMLAnchorElement>("[data-correct]", card)?.click(); });
}

