/**
 * What this browser keeps for a site, in the page's own storage. Storage may be forbidden or full: then everything
 * lives as long as the page does.
 */
export interface KeptValues {
  get(name: KeptName): string | undefined;
  /** `undefined` removes it. */
  set(name: KeptName, value: string | undefined): void;
}

/**
 * `visitor`, `conversation`: shared by all tabs. `running`: the run whose end the visitor has not seen. `look`: the site's
 * colour and corner, so that the next page draws the bubble right without asking. `introduced`: the visitor who said what the site asks first, and the version of the text they agreed to. `greeted`: the greeting has shown itself. `size`: of the panel, as the visitor drew it. `open` (`1` or `0`), `draft`, `unsent` (questions that
 * the server has not taken yet): of this tab alone.
 */
export type KeptName =
  | 'visitor'
  | 'conversation'
  | 'running'
  | 'look'
  | 'open'
  | 'draft'
  | 'unsent'
  | 'size'
  | 'introduced'
  | 'greeted'
  | 'signal';

const OF_THIS_TAB: readonly KeptName[] = ['open', 'draft', 'unsent'];

export function keptName(server: string, site: string, name: KeptName): string {
  return `guichet:${server}|${site}:${name}`;
}

export function keptValues(server: string, site: string, stores: Stores = pageStores): KeptValues {
  const memory = new Map<KeptName, string>();
  const storeOf = (name: KeptName) => (OF_THIS_TAB.includes(name) ? stores.tab() : stores.browser());
  return {
    get(name) {
      try {
        return storeOf(name).getItem(keptName(server, site, name)) ?? memory.get(name);
      } catch {
        return memory.get(name);
      }
    },
    set(name, value) {
      memory.delete(name);
      try {
        if (value === undefined) storeOf(name).removeItem(keptName(server, site, name));
        else storeOf(name).setItem(keptName(server, site, name), value);
      } catch {
        // Only what could not be stored: anything else may have been changed by another tab.
        if (value !== undefined) memory.set(name, value);
      }
    },
  };
}

/** Functions, because merely reading `localStorage` throws where a browser forbids it. */
export interface Stores {
  browser(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  tab(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

const pageStores: Stores = { browser: () => localStorage, tab: () => sessionStorage };
