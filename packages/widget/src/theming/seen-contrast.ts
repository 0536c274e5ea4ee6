/** Contrast as it is seen: of the colours that the browser draws in the preview, whatever they come from. */
import { contrastOf } from '../look/legible-accent.ts';

/** What people read in the chat: text on the ground, quiet text, their own message, a link, the button to send. */
export const READ_PLACES = ['text', 'quiet', 'own', 'link', 'send'] as const;
export type ReadPlace = (typeof READ_PLACES)[number];

export interface SeenContrast {
  place: ReadPlace;
  /** WCAG 2.2, 1 to 21. */
  ratio: number;
}

const SELECTORS: Record<ReadPlace, [text: string, ground: string]> = {
  text: ['.message-assistant', '.panel'],
  quiet: ['.footer', '.panel'],
  own: ['.message-user', '.message-user'],
  link: ['.message-assistant a', '.panel'],
  send: ['.send:not([aria-disabled=true])', '.send:not([aria-disabled=true])'],
};

/** Of a drawn chat; a place that is not there (yet) is left out. */
export function seenContrasts(chat: Element): SeenContrast[] {
  const root = chat.shadowRoot;
  return READ_PLACES.flatMap((place) => {
    const [text, ground] = SELECTORS[place].map((selector) => root?.querySelector(selector));
    if (!text || !ground) return [];
    const ratio = contrastOf(
      channelsOfComputed(getComputedStyle(text).color),
      channelsOfComputed(getComputedStyle(ground).backgroundColor),
    );
    return [{ place, ratio }];
  });
}

/** Of a colour as browsers compute it: `rgb(1, 2, 3)`, or `color(srgb 0.1 0.2 0.3)` where it was mixed. Each 0 to 255. */
export function channelsOfComputed(colour: string): number[] {
  const numbers = (colour.replace(/^color\(srgb/, '').match(/[\d.]+(?:e-?\d+)?/g) ?? []).slice(0, 3).map(Number);
  return colour.startsWith('color(') ? numbers.map((share) => share * 255) : numbers;
}
