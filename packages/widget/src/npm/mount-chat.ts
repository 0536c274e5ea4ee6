/** Puts a chat into a page and takes it out again, for pages that are drawn by a framework. */
import type { Guichet, GuichetAttributes, GuichetChatElement, GuichetEventName, GuichetEvents } from './types.ts';

export interface ChatOptions extends GuichetAttributes {
  /** Address of the Guichet server, such as `https://chat.example.com`. */
  server: string;
  /** Where the chat is put, for the modes `inline` and `page`. */
  place?: HTMLElement | undefined;
  /** Of the page's content security policy. */
  nonce?: string | undefined;
}

export interface MountedChat {
  /** The element, once it is there. */
  element(): GuichetChatElement | undefined;
  /** Waits in line until the chat is there. */
  call(verb: keyof Guichet, ...args: unknown[]): void;
  /** Changes attributes of the chat that stands. Another server, site, mode or frame is another chat. */
  update(attributes: GuichetAttributes): void;
  on<Name extends GuichetEventName>(name: Name, listener: (detail: GuichetEvents[Name]) => void): () => void;
  remove(): void;
}

/** How often a chat is wanted now. A framework may put one in, out and in again before the script has come. */
const wanted = new Map<string, number>();

export function mountChat({ server: given, place, nonce, ...attributes }: ChatOptions): MountedChat {
  const server = given.replace(/\/+$/, '');
  const name = `${server}|${attributes.site ?? 'default'}`;
  const isBubble = (attributes.mode ?? 'bubble') === 'bubble';
  const own = isBubble ? undefined : ownElement(server, attributes);
  if (own) (place ?? document.body).append(own);
  wanted.set(name, (wanted.get(name) ?? 0) + 1);

  const script = document.createElement('script');
  script.async = true;
  script.src = `${server}/guichet.js`;
  if (nonce) script.nonce = nonce;
  // The bubble is drawn by the script alone: the widget itself comes when somebody reaches for it.
  if (isBubble) setAll(script, { ...attributes, site: attributes.site ?? 'default' }, 'data-');
  script.addEventListener('load', () => {
    // It cannot be called back: one that comes after all is shown out again.
    if (isBubble && !wanted.get(name)) removeElement();
  });
  document.head.append(script);

  function element(): GuichetChatElement | undefined {
    if (own) return own;
    const chats = [...document.querySelectorAll<GuichetChatElement>('guichet-chat[by-loader]')];
    return chats.find((chat) => `${chat.getAttribute('server')}|${chat.getAttribute('site')}` === name);
  }

  function removeElement(): void {
    const chat = element();
    if (!chat) return;
    // Hidden, because the script puts one that got lost back into the page.
    chat.hidden = true;
    chat.remove();
    chat.destroy?.();
  }

  return {
    element,
    call(verb, ...args) {
      const chat = element() as Partial<Record<keyof Guichet, (...given: unknown[]) => unknown>> | undefined;
      const work = chat?.[verb];
      if (work) {
        work.apply(chat, args);
        return;
      }
      window.Guichet ??= { q: [] } as unknown as Guichet;
      const loading = window.Guichet[verb];
      // The loader's own answer to it also fetches the widget.
      if (typeof loading === 'function') (loading as (...given: unknown[]) => unknown)(...args);
      else window.Guichet.q.push([verb, ...args]);
    },
    update({ site: _site, mode: _mode, frame: _frame, ...changing }) {
      const chat = element();
      if (chat) setAll(chat, changing, '');
      // One that has not been run yet reads them from there.
      if (isBubble) setAll(script, changing, 'data-');
    },
    on(event, listener) {
      const hear = (told: Event) => {
        if (told.target === element()) listener((told as CustomEvent).detail);
      };
      document.addEventListener(`guichet:${event}`, hear);
      return () => document.removeEventListener(`guichet:${event}`, hear);
    },
    remove() {
      const left = (wanted.get(name) ?? 1) - 1;
      wanted.set(name, left);
      script.remove();
      if (own || left === 0) removeElement();
    },
  };
}

function ownElement(server: string, attributes: GuichetAttributes): GuichetChatElement {
  const chat = document.createElement('guichet-chat');
  chat.setAttribute('server', server);
  setAll(chat, attributes, '');
  return chat;
}

/** `openOnLoad` becomes `open-on-load`, yes an empty attribute, and what is missing or no is taken away. */
function setAll(element: Element, attributes: GuichetAttributes, prefix: '' | 'data-'): void {
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = prefix + name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const text = value === true ? '' : value;
    if (text === undefined || text === false) element.removeAttribute(attribute);
    // The same token said again would be a sign-in again.
    else if (element.getAttribute(attribute) !== text) element.setAttribute(attribute, text);
  }
}
