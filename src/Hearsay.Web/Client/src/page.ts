// What every page has: theme, help, drafts, progress, and the module that the page asks for.
import { all, during, one, progress } from "./dom";
import { keepDraft } from "./drafts";
import { listen, showHelp } from "./shortcuts";

function toggleTheme(): void {
  const root = document.documentElement;
  const dark = root.dataset["theme"] ? root.dataset["theme"] === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = dark ? "light" : "dark";
  root.dataset["theme"] = theme;
  document.cookie = `theme=${theme}; path=/; max-age=31536000; SameSite=Strict`;
}

function forms(): void {
  for (const form of all<HTMLFormElement>("form[data-draft]")) keepDraft(form);
  for (const form of all<HTMLFormElement>("form[data-progress]")) {
    form.addEventListener("submit", () => {
      progress();
      for (const button of all<HTMLButtonElement>("button", form)) button.disabled = true;
    });
  }
  document.addEventListener("keydown", (event) => {
    const form = event.target instanceof HTMLElement ? event.target.closest("form") : null;
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

/** Starts the page. */
export function start(): void {
  one("[data-action=help]")?.addEventListener("click", showHelp);
  one("[data-action=theme]")?.addEventListener("click", toggleTheme);
  // A page that comes back from the browser's cache has its buttons still disabled.
  addEventListener("pageshow", (event) => { if (event.persisted) for (const button of all<HTMLButtonElement>("button[disabled]")) button.disabled = false; });
  document.addEventListener("click", (event) => {
    const copy = (event.target as Element).closest<HTMLElement>("[data-copy]");
    if (copy) void navigator.clipboard.writeText(new URL(copy.dataset["copy"]!, location.href).href).then(() => { copy.textContent = "Copied"; });
    const words = (event.target as Element).closest<HTMLElement>("[data-copy-text]");
    if (words) void navigator.clipboard.writeText(words.dataset["copyText"]!).then(() => { words.textContent = "Copied"; });
  });
  forms();
  listen();
  void during(open(document.body.dataset["page"]));
}

/** Loads and starts the module that the page asks for. */
async function open(page: string | undefined): Promise<void> {
  if (page === "overview") await (await import("./overview")).overview();
  if (page === "list") (await import("./list")).list();
  if (page === "review") (await import("./review")).review();
  if (page === "arrived") location.replace("/");
  if (page === "article") {
    const [events, discussion, verdicts] = await Promise.all([import("./article"), import("./comments"), import("./review")]);
    events.article();
    discussion.comments();
    verdicts.verdictsOnCards(events.chosenCard, () => events.step(1));
  }
}
