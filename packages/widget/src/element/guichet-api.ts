/**
 * `window.Guichet`: the page's handle on its chat. Speaks to the first `<guichet-chat>` of the page.
 * Takes over the loader's stub, with everything that waited there.
 */
import { VERSION } from '../loader/constants.ts';
import type { Call } from '../loader/stub-api.ts';
import type { GuichetChat } from './guichet-chat.ts';

type Listener = (detail: unknown) => void;

type ElementVerb =
  | 'open'
  | 'close'
  | 'toggle'
  | 'sendMessage'
  | 'setInput'
  | 'newConversation'
  | 'identify'
  | 'logout'
  | 'setContext'
  | 'setLocale'
  | 'setTheme'
  | 'destroy'
  | 'diagnose';

export interface GuichetApi extends Pick<GuichetChat, ElementVerb> {
  version: string;
  /** Fulfilled once the widget is loaded. */
  ready: Promise<GuichetApi>;
  /** Listens to an event, named with or without `guichet:`. @returns what ends it */
  on(name: string, listener: Listener): () => void;
  off(name: string, listener: Listener): void;
  q: { push(call: Call): void };
}

export function installGuichetApi(): void {
  const page = window as unknown as { Guichet?: Partial<GuichetApi> & { q?: unknown } };
  const stub = page.Guichet ?? {};
  const waiting = Array.isArray(stub.q) ? (stub.q as Call[]) : [];
  const api = Object.assign(stub, elementVerbs(), listening(), { version: VERSION }) as GuichetApi;
  const verbs: Record<string, unknown> = { ...api, ready: (resolve: (ready: GuichetApi) => void) => resolve(api) };
  const call = ([verb, ...args]: Call) => {
    const work = verbs[verb];
    if (typeof work === 'function') work(...args);
  };
  api.ready ??= Promise.resolve(api);
  api.q = { push: call };
  page.Guichet = api;
  waiting.forEach(call);
}

function elementVerbs(): Pick<GuichetChat, ElementVerb> {
  const first = () => document.querySelector<GuichetChat>('guichet-chat');
  return {
    open: () => first()?.open(),
    close: () => first()?.close(),
    toggle: () => first()?.toggle(),
    sendMessage: (text) => first()?.sendMessage(text),
    setInput: (text) => first()?.setInput(text),
    newConversation: () => first()?.newConversation(),
    identify: (token) => first()?.identify(token),
    logout: () => first()?.logout(),
    setContext: (value) => first()?.setContext(value),
    setLocale: (tag) => first()?.setLocale(tag),
    setTheme: (name) => first()?.setTheme(name),
    destroy: () => first()?.destroy(),
    diagnose: () => first()?.diagnose() ?? Promise.reject(new Error('Guichet: no <guichet-chat> in this page.')),
  };
}

function listening(): Pick<GuichetApi, 'on' | 'off'> {
  const hearing = new Map<string, Map<Listener, EventListener>>();
  const full = (name: string) => (name.startsWith('guichet:') ? name : `guichet:${name}`);
  function off(name: string, listener: Listener): void {
    const listeners = hearing.get(full(name));
    const wrapped = listeners?.get(listener);
    if (wrapped) removeEventListener(full(name), wrapped);
    listeners?.delete(listener);
  }
  function on(name: string, listener: Listener): () => void {
    off(name, listener);
    const wrapped = (event: Event) => listener((event as CustomEvent).detail);
    const listeners = hearing.get(full(name)) ?? new Map<Listener, EventListener>();
    hearing.set(full(name), listeners.set(listener, wrapped));
    addEventListener(full(name), wrapped);
    return () => off(name, listener);
  }
  return { on, off };
}
