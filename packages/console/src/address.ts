/** Where in the console one is: the path of the page's address, and what stands behind its question mark. */
import { signal } from '@preact/signals';
import { arriveAt } from './arrive-at.ts';

/** The doctor's page has an address of its own, which people are told elsewhere. */
export const DIAGNOSIS_PATH = '/diagnostic';

const path = signal('');
const search = signal('');

export function currentPath(): string {
  return path.value;
}

export function currentSearch(): URLSearchParams {
  return new URLSearchParams(search.value);
}

/** Follows the browser's back and forward, and links to places of the console. */
export function watchAddress(): void {
  read();
  if (window.location.hash !== '') arriveAt(window.location.hash.slice(1));
  window.addEventListener('popstate', read);
  document.addEventListener('click', followLink);
}

/** @param next a path, with the section in it behind a # if there is one to be shown */
export function goTo(next: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', next);
  else window.history.replaceState(null, '', next);
  read();
  if (how === 'push') window.scrollTo(0, 0);
  if (window.location.hash !== '') arriveAt(window.location.hash.slice(1));
}

function read(): void {
  path.value = window.location.pathname;
  search.value = window.location.search;
}

function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const wantsOwnWay = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
  if (!link || wantsOwnWay || event.defaultPrevented || link.target !== '' || link.hasAttribute('download')) return;
  if (link.origin !== window.location.origin || !isOfConsole(link.pathname)) return;
  // Within a page the browser knows the way by itself.
  if (link.hash !== '' && link.pathname === window.location.pathname) return;
  event.preventDefault();
  goTo(`${link.pathname}${link.search}${link.hash}`);
}

function isOfConsole(pathname: string): boolean {
  return pathname.startsWith('/console/') || pathname === DIAGNOSIS_PATH;
}
