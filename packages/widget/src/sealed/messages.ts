/**
 * What page and panel say to each other when the panel is in a frame of the Guichet server's (the sealed wall). Both sides
 * check all of it: to the panel, the page may be anybody; to the page, the frame may have been led elsewhere.
 * Nothing that goes to the page holds a word of the conversation or of the visitor's token.
 */
import type { ChatNewsName } from '../chat/chat-news.ts';

/** How the two find each other: the panel says hello with the number that its address holds, the page answers with a port. */
export interface Greeting {
  guichet: 'hello' | 'port';
  nonce: string;
}

/** To the panel, over the port. */
export type ToPanel = { attributes: Record<string, string | null> } | { verb: PanelVerb; args: string[] };

/** To the page, over the port. */
export interface ToPage {
  news: ChatNewsName;
  detail: Record<string, string | number>;
}

/** What a page may ask of a panel. The rest of the verbs is done by attributes, or beside the frame. */
export const PANEL_VERBS = [
  'open',
  'close',
  'sendMessage',
  'setInput',
  'newConversation',
  'identify',
  'logout',
  'setContext',
] as const;

export type PanelVerb = (typeof PANEL_VERBS)[number];

/** Attributes that reach the panel; the frame makes the others itself. */
export const PANEL_ATTRIBUTES = [
  'theme',
  'accent',
  'position',
  'locale',
  'greeting',
  'announce',
  'identity',
  'open-on-load',
  'framed',
];

/** Custom properties of the page that reach the panel, `--guichet-` before them, and the property whose values each may have. */
const PROPERTY_SHAPES: Readonly<Record<string, string>> = {
  accent: 'color',
  'accent-contrast': 'color',
  bg: 'color',
  fg: 'color',
  muted: 'color',
  border: 'color',
  radius: 'border-radius',
  font: 'font-family',
  'font-size': 'font-size',
};

export const PANEL_PROPERTIES = Object.keys(PROPERTY_SHAPES);

/** What stands for another value until it is used, which no check can see, and what writes a name another way. */
const SUBSTITUTED = /\\|(?:\b(?:var|env|attr|if|inherit)|--[\w-]*)\(/i;

/**
 * Whether a custom property of the page's may have this value in the frame: a colour, a length, a font. Drawn as a
 * background, an address would be asked for from within.
 *
 * @param name with `--guichet-` before it
 */
export function isPropertyValue(name: string, value: string): boolean {
  const shape = PROPERTY_SHAPES[name.replace('--guichet-', '')];
  return shape !== undefined && !SUBSTITUTED.test(value) && CSS.supports(shape, value);
}

/** What of each event's details may be known outside: no text, and nothing that opens anything. */
export const KNOWN_OUTSIDE: Readonly<Record<ChatNewsName, readonly string[]>> = {
  ready: ['server', 'site', 'version'],
  open: [],
  close: [],
  'message-sent': [],
  'message-received': ['id'],
  'response-start': ['id'],
  'response-end': ['id', 'status'],
  unread: ['count'],
  feedback: ['id', 'rating'],
  error: ['code', 'ref'],
  launcher: ['name', 'label', 'resize', 'accent', 'theme', 'position', 'direction'],
};

/** A question is the longest thing a page may say. */
const MAX_CHARS = 40_000;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_CHARS;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isGreeting(value: unknown, kind: Greeting['guichet'], nonce: string): boolean {
  return isRecord(value) && value.guichet === kind && value.nonce === nonce && nonce !== '';
}

export function toPanelFrom(value: unknown): ToPanel | undefined {
  if (!isRecord(value)) return undefined;
  const { attributes, verb, args } = value;
  if (isRecord(attributes)) {
    const known = Object.entries(attributes).filter(
      ([name, text]) => isKnownAttribute(name) && (text === null || isText(text)),
    );
    return { attributes: Object.fromEntries(known) as Record<string, string | null> };
  }
  const named = PANEL_VERBS.find((one) => one === verb);
  return named && Array.isArray(args) && args.length < 2 && args.every(isText) ? { verb: named, args } : undefined;
}

function isKnownAttribute(name: string): boolean {
  return PANEL_ATTRIBUTES.includes(name) || PANEL_PROPERTIES.some((property) => name === `--guichet-${property}`);
}

/** @param value of a frame, or an event's own detail before it leaves one */
export function toPageFrom(value: unknown): ToPage | undefined {
  if (!isRecord(value) || !isRecord(value.detail)) return undefined;
  const news = value.news as ChatNewsName;
  if (!Object.hasOwn(KNOWN_OUTSIDE, news)) return undefined;
  const { detail } = value;
  const known = KNOWN_OUTSIDE[news]
    .map((name) => [name, detail[name]] as const)
    .filter(([, content]) => (typeof content === 'string' && content.length < 500) || Number.isFinite(content));
  return { news, detail: Object.fromEntries(known) as ToPage['detail'] };
}
