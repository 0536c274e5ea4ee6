/** What a page's own code can ask of the chat, for TypeScript. `types.test.ts` holds it against what the widget really has. */

/** What the chat tells its page, with the detail of each event. As DOM events, the names have `guichet:` before them. */
export interface GuichetEvents {
  ready: { server: string; site: string; version: string };
  open: Record<string, never>;
  close: Record<string, never>;
  'message-sent': { text: string };
  'message-received': { id: string | undefined; text: string };
  'response-start': { id: string | undefined };
  'response-end': { id: string | undefined; status: string };
  unread: { count: number };
  feedback: { id: string; rating: 1 | -1 };
  error: { code: string; ref: string | undefined };
}

export type GuichetEventName = keyof GuichetEvents;

/** What `diagnose()` finds. Nothing secret. */
export interface GuichetDiagnosis {
  version: string;
  server: string;
  site: string;
  origin: string;
  /** HTTP status of the site's public settings; undefined when no answer came. */
  status: number | undefined;
  code: string | undefined;
  ref: string | undefined;
}

/** What can be asked of a chat, through `window.Guichet` and on the element itself. */
export interface GuichetVerbs {
  open(): void;
  close(): void;
  toggle(): void;
  /** Sends a question as the visitor. */
  sendMessage(text: string): void;
  /** Writes into the field, and leaves the sending to the visitor. */
  setInput(text: string): void;
  newConversation(): void;
  identify(token: string): void;
  logout(): void;
  setContext(value: unknown): void;
  setLocale(tag: string): void;
  setTheme(name: 'auto' | 'light' | 'dark'): void;
  destroy(): void;
  diagnose(): Promise<GuichetDiagnosis>;
}

export interface GuichetChatElement extends HTMLElement, GuichetVerbs {}

/** `window.Guichet`, once the loader has come. Speaks to the first chat of the page. */
export interface Guichet extends GuichetVerbs {
  version: string;
  /** Fulfilled once the widget is loaded. */
  ready: Promise<Guichet>;
  /** Listens to an event, named with or without `guichet:`. @returns what ends it */
  on<Name extends GuichetEventName>(
    name: Name | `guichet:${Name}`,
    listener: (detail: GuichetEvents[Name]) => void,
  ): () => void;
  off<Name extends GuichetEventName>(
    name: Name | `guichet:${Name}`,
    listener: (detail: GuichetEvents[Name]) => void,
  ): void;
  q: { push(call: [verb: string, ...args: unknown[]]): unknown };
}

/** Attributes of `<guichet-chat>`, and with `data-` before them of the script. A missing one is the site's own choice. */
export interface GuichetAttributes {
  /** Which site of the server. Default: `default`. */
  site?: string | undefined;
  mode?: 'bubble' | 'inline' | 'page' | undefined;
  /** The panel in a frame of the server's, which no script of the page can read. */
  frame?: boolean | undefined;
  position?: 'right' | 'left' | undefined;
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** `#rgb` or `#rrggbb`. */
  accent?: string | undefined;
  /** A language's tag, such as `fr`. */
  locale?: string | undefined;
  openOnLoad?: boolean | undefined;
  greeting?: string | undefined;
  /** The greeting shows itself beside the bubble, or opens the panel. */
  greet?: 'beside' | 'open' | undefined;
  /** Seconds until then, such as `10`. */
  greetAfter?: string | undefined;
  /** Paths of pages, with commas between; `*` is anything. */
  greetOn?: string | undefined;
  /** A signed token that says who the visitor is. */
  identity?: string | undefined;
}

type DomEvents = { [Name in GuichetEventName as `guichet:${Name}`]: CustomEvent<GuichetEvents[Name]> };

declare global {
  interface Window {
    Guichet?: Guichet;
  }
  interface HTMLElementTagNameMap {
    'guichet-chat': GuichetChatElement;
  }
  interface HTMLElementEventMap extends DomEvents {}
  interface DocumentEventMap extends DomEvents {}
  interface WindowEventMap extends DomEvents {}
}
