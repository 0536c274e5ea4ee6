import { linkFrom } from './link-from.ts';

/** Takes a one-time link's token out of the address, so that it stays neither there nor in the browser's history. */
export function takeLinkFromAddress(): string | undefined {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith('#link=')) return undefined;
  window.history.replaceState(null, '', `${pathname}${search}`);
  return linkFrom(hash) ?? hash.slice('#link='.length, 220);
}
