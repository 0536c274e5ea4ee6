/**
 * Which element put this script into the page, and where it came from. A classic script is told; a module, an imported one
 * and one that a tag manager has fetched and run is not, and has to look.
 */

/** Both addresses of the loader end like this. */
const LOADER_ADDRESS = /https?:\/\/[^\s()]+?\/guichet\.js(?=[?#:\s]|$)/g;

const LOADER = '[src*="/guichet.js"]';

export interface OwnScript {
  /** Where its attributes are; null where the element is gone already. */
  element: HTMLScriptElement | null;
  address: string | undefined;
}

export function ownScript(): OwnScript {
  const element = (document.currentScript ??
    // Whoever is not told is most likely a module.
    document.querySelector(`[type=module]${LOADER}`) ??
    document.querySelector(`script${LOADER}`)) as HTMLScriptElement | null;
  const src = element?.src;
  const address = loaderAddress(src) ?? loaderAddress(new Error().stack) ?? loaderAddress(fetched());
  return { element, address: address ?? src };
}

/** The last address of a loader in a text: of a line, of an error's stack. */
export function loaderAddress(text = ''): string | undefined {
  return text.match(LOADER_ADDRESS)?.at(-1);
}

/** What the page has loaded: also what a script fetched and ran as a text of its own. */
function fetched(): string {
  const entries = window.performance?.getEntriesByType?.('resource') ?? [];
  return entries.map(({ name }) => name).join(' ');
}
