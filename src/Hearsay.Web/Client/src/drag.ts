// Dragging with the pointer: what began on an element is followed wherever the pointer goes, until it is let go.

export interface Drag {
  /** The pointer went down; answers whether a drag may begin here. */
  begin: (event: PointerEvent) => boolean;
  /** It moved, for the first time by more than a hand that clicks. */
  move: (event: PointerEvent) => void;
  /** It was let go after it had moved. */
  end: (event: PointerEvent) => void;
  /** The drag came to nothing: the system took the pointer away. */
  cancel?: () => void;
}

const slack = 4;

/** Makes an element draggable. A press without a movement stays a click; the click that follows a drag is none. */
export function draggable(element: GlobalEventHandlers, drag: Drag): void {
  element.addEventListener("dragstart", (event) => event.preventDefault());
  element.addEventListener("pointerdown", (down) => {
    if (down.button !== 0 || !drag.begin(down)) return;
    const done = new AbortController(), options = { signal: done.signal };
    let moved = false;
    const mine = (listen: (event: PointerEvent) => void) => (event: PointerEvent): void => { if (event.pointerId === down.pointerId) listen(event); };
    // On the window: a pointer that leaves the element between two events, as it does on a busy machine, is still heard.
    addEventListener("pointermove", mine((event) => {
      moved ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > slack;
      if (moved) drag.move(event);
    }), options);
    addEventListener("pointerup", mine((event) => {
      done.abort();
      if (!moved) return;
      swallowClick();
      drag.end(event);
    }), options);
    addEventListener("pointercancel", mine(() => {
      done.abort();
      if (moved) drag.cancel?.();
    }), options);
  });
}

// The browser sends the click in the same breath as the release, so that a moment later there is none to wait for.
function swallowClick(): void {
  const swallow = (event: Event): void => { event.preventDefault(); event.stopPropagation(); };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
}
