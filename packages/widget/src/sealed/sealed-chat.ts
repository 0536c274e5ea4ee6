/** `<guichet-chat frame>` on a page where no chat is open to it: the element without the widget, which is in the frame. */
import { scriptServer } from '../element/script-server.ts';
import { PANEL_ATTRIBUTES } from './messages.ts';
import { type Sealed, seal } from './seal.ts';

/** A page that moves the element takes it out and puts it in again at once; only later is it really gone. */
const LEAVE_AFTER_MS = 1_000;

/** The drawn bubbles, by server and site. */
const bubbles = new Map<string, SealedChat>();

export class SealedChat extends HTMLElement {
  static readonly observedAttributes = PANEL_ATTRIBUTES;

  #sealed: Sealed | undefined;

  connectedCallback(): void {
    // A copy of the loader's element, made by whoever keeps copies of pages.
    if (this.#sealed || (this.hasAttribute('by-loader') && !this.shadowRoot)) return;
    const options = sealedOptions(this);
    const name = `${options.server}|${options.site}`;
    if (options.isBubble) {
      // Put into the page twice, a site still has one bubble.
      if (bubbles.get(name)?.isConnected) return;
      bubbles.set(name, this);
    }
    this.#sealed = seal(this, options);
  }

  disconnectedCallback(): void {
    setTimeout(() => {
      if (this.isConnected) return;
      this.#sealed?.leave();
      this.#sealed = undefined;
    }, LEAVE_AFTER_MS);
  }

  attributeChangedCallback(): void {
    this.#sealed?.changed();
  }
}

export function sealedOptions(element: HTMLElement) {
  return {
    server: (element.getAttribute('server') ?? scriptServer()).replace(/\/+$/, ''),
    site: element.getAttribute('site') || 'default',
    isBubble: !/^(inline|page)$/.test(element.getAttribute('mode') ?? ''),
  };
}
