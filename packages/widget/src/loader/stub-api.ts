import { VERSION } from './constants.ts';

type Call = [verb: string, ...args: unknown[]];
type Api = Record<string, unknown>;

/** Verbs that make no sense without the widget; the others wait until it is there for another reason. */
const LOADING = /^(open|toggle|send|new|diag)/;

const VERBS =
  'open close toggle sendMessage setInput newConversation identify logout setContext setLocale setTheme on off diagnose';

/**
 * `window.Guichet` before the widget is there: every verb waits for it, in order, and gives a promise.
 * @returns what tells the stub how a loading of the widget goes
 */
export function stubApi(load: () => Promise<void>, destroy: () => void): (loaded: Promise<void>) => void {
  const page = window as unknown as { Guichet?: Api };
  const early = page.Guichet ?? {};
  if (early.version) return (loaded) => void loaded.catch(() => {});
  let ready: (api: Api) => void = () => {};
  const api: Api = { version: VERSION, destroy, ready: new Promise<Api>((resolve) => (ready = resolve)) };
  const settle = (loaded: Promise<void>) => void loaded.then(() => ready(api), console.warn);
  for (const verb of VERBS.split(' ')) {
    api[verb] = (...args: unknown[]) => {
      if (LOADING.test(verb)) settle(load());
      return (api.ready as Promise<Api>).then((real) => (real[verb] as (...args: unknown[]) => unknown)(...args));
    };
  }
  const call = ([verb, ...args]: Call) => (api[verb] as (...args: unknown[]) => unknown)(...args);
  page.Guichet = api;
  for (const waiting of (early.q as Call[] | undefined) ?? []) call(waiting);
  api.q = { push: call };
  return settle;
}
