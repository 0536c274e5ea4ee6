/**
 * `window.Guichet`: the page's handle on its chat. Speaks to the first `<guichet-chat>` of the page.
 * Takes over the loader's stub, with everything that waited there.
 */
import { VERSION } from '../loader/constants.ts';
import type { Call } from '../loader/stub-api.ts';
import { ELEMENT_VERBS } from '../loader/verbs.ts';
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

/** @param define makes the element known; who waits for its events is listening by then */
export function installGuichetApi(define: () => void): void {
  const page = window as unknown as { Guichet?: Record<string, unknown> };
  const api: Record<string, unknown> = page.Guichet ?? {};
  const waiting = Array.isArray(api.q) ? (api.q as Call[]) : [];
  for (const verb of ELEMENT_VERBS.split(' ') as ElementVerb[])
    api[verb] = (...args: unknown[]) => onElement(verb, args);
  Object.assign(api, { on, off, version: VERSION });
  api.ready ??= Promise.resolve(api);
  const call = ([verb, ...args]: Call) => {
    const work = verb === 'ready' ? (resolve: Listener) => resolve(api) : api[verb];
    if (typeof work === 'function') work(...args);
  };
  api.q = { push: call };
  page.Guichet = api;
  const listens = ([verb]: Call) => verb === 'on' || verb === 'off';
  waiting.filter(listens).forEach(call);
  define();
  waiting.filter((waits) => !listens(waits)).forEach(call);
}

function onElement(verb: ElementVerb, args: unknown[]): unknown {
  const elements = [...document.querySelectorAll<GuichetChat>('guichet-chat')];
  // Not one that stands in the page for nothing, beside the drawn one.
  const element = elements.find(({ shadowRoot }) => shadowRoot) ?? elements[0];
  return (element?.[verb] as ((...given: unknown[]) => unknown) | undefined)?.apply(element, args);
}

/** The same listener always gets the same wrapper, so that it can be taken off again. */
const wrappers = new WeakMap<Listener, EventListener>();

function wrapped(listener: Listener): EventListener {
  const wrapper = wrappers.get(listener) ?? ((event) => listener((event as CustomEvent).detail));
  wrappers.set(listener, wrapper);
  return wrapper;
}

const full = (name: string) => `guichet:${name.replace('guichet:', '')}`;

function on(name: string, listener: Listener): () => void {
  addEventListener(full(name), wrapped(listener));
  return () => off(name, listener);
}

function off(name: string, listener: Listener): void {
  removeEventListener(full(name), wrapped(listener));
}
