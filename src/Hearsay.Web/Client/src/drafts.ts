// Nothing typed is ever lost: fields of a form marked data-draft are kept in the browser until the form was sent.
import { all } from "./dom";

const prefix = "hearsay.draft.";

function fields(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return all<HTMLInputElement | HTMLTextAreaElement>("textarea[name], input[name]:not([type=hidden]):not([type=file]):not([type=checkbox]):not([type=password])", form);
}

/** Keeps the form's fields from now on, and puts back what was left from before. */
export function keepDraft(form: HTMLFormElement): void {
  const key = prefix + (form.dataset["draft"] ?? form.action);
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, string>;
    for (const field of fields(form)) if (!field.value && kept[field.name]) field.value = kept[field.name]!;
  } catch { /* a draft that cannot be read is none */ }
  form.addEventListener("input", () => save(form, key));
  form.addEventListener("submit", () => save(form, key));
}

/** Forgets the draft: the server has the text now. */
export function forgetDraft(form: HTMLFormElement): void {
  try { localStorage.removeItem(prefix + (form.dataset["draft"] ?? form.action)); } catch { /* storage may be off */ }
}

/** Forgets a draft by its name, when the page that kept it is gone. */
export function forgetDraftNamed(name: string): void {
  try { localStorage.removeItem(prefix + name); } catch { /* storage may be off */ }
}

function save(form: HTMLFormElement, key: string): void {
  const values: Record<string, string> = {};
  for (const field of fields(form)) if (field.value) values[field.name] = field.value;
  try {
    if (Object.keys(values).length > 0) localStorage.setItem(key, JSON.stringify(values));
    else localStorage.removeItem(key);
  } catch { /* storage may be full or off; the field itself still holds the text */ }
}
