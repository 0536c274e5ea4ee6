/** Where in the console one is: the path of the page's address. */
import { signal } from '@preact/signals';

const path = signal('');

export function currentPath(): string {
  return path.value;
}

/** Follows the browser's back and forward, and links to places of the console. */
export function watchAddress(): void {
  read();
  window.addEventListener('popstate', read);
  document.addEventListener('click', followLink);
}

export function goTo(next: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', next);
  else window.history.replaceState(null, '', next);
  read();
  if (how === 'push') window.scrollTo(0, 0);
}

function read(): void {
  path.value = window.location.pathname;
}

function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const wantsOwnWay = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
  if (!link || wantsOwnWay || event.defaultPrevented || link.target !== '') return;
  if (link.origin !== window.location.origin || !link.pathname.startsWith('/console/') || link.hash !== '') return;
  event.preventDefault();
  goTo(link.pathname);
}
