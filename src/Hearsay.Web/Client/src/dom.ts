// Small things that every module needs: finding elements, speaking to screen readers, sending with the page's token.

export function all<T extends Element = HTMLElement>(selector: string, root: ParentNode = document): T[] {
  return Array.from(root.querySelectorAll<T>(selector));
}

export function one<T extends Element = HTMLElement>(selector: string, root: ParentNode = document): T | null {
  return root.querySelector<T>(selector);
}

/** Says something to screen readers without moving the focus. */
export function announce(words: string): void {
  const region = document.getElementById("announcer");
  if (region) region.textContent = words;
}

/** Whether the reader is typing, so that single keys are letters and not commands. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button|submit)$/.test(target.type));
}

let underWay = 0;

/** Says on the page when all of it answers (data-ready): scripts attached, charts drawn, nothing under way. */
export async function during(work: Promise<unknown>): Promise<void> {
  underWay++;
  delete document.body.dataset["ready"];
  try {
    await work;
  } finally {
    if (--underWay === 0) document.body.dataset["ready"] = "1";
  }
}

let token = document.body.dataset["token"] ?? "";

/** Sends a form's fields; answers the response, or null when the server cannot be reached. A stale token is renewed once. */
export async function send(address: string, fields: FormData | URLSearchParams, again = true): Promise<Response | null> {
  try {
    const response = await fetch(address, {
      method: "POST", body: fields, credentials: "same-origin", redirect: "follow",
      headers: { RequestVerificationToken: token, Accept: "text/html", "X-Requested-With": "fetch" },
    });
    if (response.status === 400 && again && response.headers.get("content-type")?.includes("json")) {
      const page = await fetch(location.href, { credentials: "same-origin" });
      const fresh = new DOMParser().parseFromString(await page.text(), "text/html").body.dataset["token"];
      if (fresh && fresh !== token) {
        token = fresh;
        return send(address, fields, false);
      }
    }
    return response;
  } catch {
    return null;
  }
}

/** The line at the top of the page that shows that something takes a while; answers what takes it away. */
export function progress(): () => void {
  const line = document.createElement("div");
  line.className = "progress-line";
  line.setAttribute("role", "progressbar");
  line.setAttribute("aria-label", "Loading");
  const timer = setTimeout(() => document.body.append(line), 150);
  return () => {
    clearTimeout(timer);
    line.remove();
  };
}

/** An element with a class and text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, className = "", text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
