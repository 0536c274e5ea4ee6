/** Whoever takes the element out again and again is given time in between: the page must not stand still over it. */
const PLACE_AGAIN_NOT_BEFORE_MS = 100;

/**
 * Keeps a loader's element in the page. Turbo, htmx, Astro and their like put in a new body, empty it, or replace the whole
 * document element; the chat goes on in what comes.
 * @param target selector of where to put it; default: the end of the page
 * @returns what puts it in, and says false once the page has taken all listeners away (`document.open()`)
 */
export function keepInPage(host: HTMLElement, target: string | undefined): () => boolean {
  let heard = 0;
  let placedAt = 0;
  host.addEventListener('guichet:hear', () => heard++);

  function place(): boolean {
    const before = heard;
    host.dispatchEvent(new Event('guichet:hear'));
    if (heard === before || host.hidden) return false;
    if (!host.isConnected) {
      placedAt = Date.now();
      wishedPlace(target)?.append(host);
      watch();
    }
    return true;
  }

  const observer = observerOf(() => {
    // What keeps copies of pages puts a copy of the element in as well.
    for (const copy of document.querySelectorAll('[by-loader]')) if (!copy.shadowRoot) copy.remove();
    if (host.isConnected) watch();
    else setTimeout(place, placedAt + PLACE_AGAIN_NOT_BEFORE_MS - Date.now());
  });

  /** Only the way down to the element: what else changes in a page is none of its business, and costs nothing. */
  function watch(): void {
    observer?.disconnect();
    // Without a place yet, a body may still come.
    let node: Node | null = (host.isConnected && host.parentNode) || document.documentElement || document;
    for (; node; node = node.parentNode ?? (node as ShadowRoot).host) observer?.observe(node, { childList: true });
  }

  return place;
}

/** A page without observers keeps its chat until it takes it out. */
function observerOf(look: () => void): MutationObserver | undefined {
  try {
    return new MutationObserver(look);
  } catch {
    return undefined;
  }
}

function wishedPlace(target: string | undefined): Element | null {
  try {
    return (target && document.querySelector(target)) || document.body;
  } catch {
    // No selector.
    return document.body;
  }
}
