import { VERSION } from './constants.ts';
import { ELEMENT_VERBS } from './verbs.ts';

/** What `window.Guichet.q` holds until the widget is there: verb and arguments, in order. */
export type Call = [verb: string, ...args: unknown[]];

/**
 * Verbs that make no sense without the widget: open, toggle, sendMessage, newConversation, destroy, diagnose. The others
 * wait until it is there for another reason.
 */
const LOADING = /^(op|t|sen|n|d)/;

/** `window.Guichet` before the widget is there: every call waits in `q`, and some fetch the widget. */
export function stubApi(load: () => void): void {
  const page = window as unknown as { Guichet?: Record<string, unknown> };
  // A second loader on the page shares the first one's handle.
  if (page.Guichet?.version) return;
  const q = (page.Guichet?.q as Call[] | undefined) ?? [];
  const loading = (verb: string) => LOADING.test(verb) && load();
  const api: Record<string, unknown> = {
    q,
    version: VERSION,
    ready: new Promise((resolve) => q.push(['ready', resolve])),
  };
  for (const verb of `${ELEMENT_VERBS} on off`.split(' '))
    api[verb] = (...args: unknown[]) => {
      q.push([verb, ...args]);
      loading(verb);
    };
  page.Guichet = api;
  for (const [verb] of q) loading(verb);
}
