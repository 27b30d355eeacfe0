// Which words of the article are selected, as offsets in its text (UTF-16 code units, as the records count).
import { one } from "./dom";

export interface Chosen { start: number; end: number; text: string; }

function offset(node: Node, at: number): number | null {
  const segment = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-s]");
  if (!segment) return null;
  const range = document.createRange();
  range.selectNodeContents(segment);
  try { range.setEnd(node, at); } catch { return null; }
  return Number(segment.dataset["s"]) + range.toString().length;
}

/** The selected words, or null when the selection is empty or elsewhere. */
export function selected(): Chosen | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!one("[data-text]") || !(range.commonAncestorContainer instanceof Element ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement)?.closest(".reading-column")) return null;
  // The numbers behind triggers are no part of the text.
  const part = range.cloneContents();
  for (const number of part.querySelectorAll("sup")) number.remove();
  const raw = part.textContent ?? "", text = raw.trim();
  const start = offset(range.startContainer, range.startOffset);
  if (start === null || !text) return null;
  const from = start + raw.length - raw.trimStart().length;
  return { start: from, end: from + text.length, text };
}
