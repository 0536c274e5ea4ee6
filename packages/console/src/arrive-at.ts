/** A page fills itself after it was opened: shows the wanted section once it is there, and reading goes on from its heading. */

/** Whoever has not got there by then has begun something else. */
const PATIENCE_MS = 10_000;

/** @param id of a section, or of the heading or field of one */
export function arriveAt(id: string): void {
  if (show(id)) return;
  const observer = new MutationObserver(() => {
    if (show(id)) stop();
  });
  const timer = setTimeout(stop, PATIENCE_MS);
  function stop(): void {
    clearTimeout(timer);
    observer.disconnect();
  }
  observer.observe(document.body, { childList: true, subtree: true });
}

function show(id: string): boolean {
  const element = document.getElementById(id);
  if (!element) return false;
  const target = element.matches('section, article')
    ? (element.querySelector<HTMLElement>('h2, h3') ?? element)
    : element;
  if (!target.matches('a, button, input, select, textarea, summary, [tabindex]')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
  return true;
}
