/**
 * The page's side of the sealed wall: the bubble stays in the page, the panel is a frame of the Guichet server's. The page
 * sees where it is, how large, and whether it is open; what is said in it, the browser keeps from the page.
 */
import type { ChatNewsName } from '../chat/chat-news.ts';
import { importChecked } from '../chunks/import-checked.ts';
import { keptValues } from '../connection/kept-values.ts';
import { diagnosis } from '../element/diagnosis.ts';
import type { greet } from '../greeting/greeting.ts';
import { adoptStyle } from '../launcher/adopt-style.ts';
import type { WishedLook } from '../launcher/dress-launcher.ts';
import { GREETING_INTEGRITY } from '../loader/constants.ts';
import { isOn } from '../loader/is-on.ts';
import { ELEMENT_VERBS } from '../loader/verbs.ts';
import { showDialog } from '../page/show-dialog.ts';
import { resizable } from '../resize/resize.ts';
import { isGreeting, PANEL_ATTRIBUTES, PANEL_PROPERTIES, PANEL_VERBS, type ToPanel, toPageFrom } from './messages.ts';
import { sealedLauncher } from './sealed-launcher.ts';
import { SEALED_STYLE } from './sealed-style.ts';

export interface SealedOptions {
  server: string;
  site: string;
  /** In the corner, or in its place in the page. */
  isBubble: boolean;
}

export interface Sealed {
  /** The element's attributes are others. */
  changed(): void;
  leave(): void;
}

/** Beside this very file. */
const GREETING_FILE = 'greeting.js';

/** A frame that was let in says hello as soon as its script runs; one that was not never does. */
const HELLO_WITHIN_MS = 10_000;

/** Draws the chat into the element, and gives the element its verbs. */
export function seal(host: HTMLElement, { server, site, isBubble }: SealedOptions): Sealed {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const kept = keptValues(server, site);
  const origin = new URL(server).origin;
  const ended = new AbortController();
  const { signal } = ended;
  const place = document.createElement(isBubble ? 'dialog' : 'div');
  place.className = 'panel';
  if (isBubble) place.ariaLabel = 'Chat';
  place.setAttribute('part', 'panel');
  adoptStyle(root, SEALED_STYLE);
  const launcher = isBubble ? sealedLauncher(host, root, lookOf(kept.get('look')), () => toggle()) : undefined;
  root.append(place);

  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort | undefined;
  let nonce = '';
  let late: ReturnType<typeof setTimeout> | undefined;
  let waiting: ToPanel[] = [];
  let hide: AbortController | undefined;
  /** It was opened by the visitor. */
  let takesFocus = false;
  let resizeLabel = '';
  /** Of the chat, as its heading says it. */
  let name = 'Chat';

  function connect(): void {
    if (frame) return;
    nonce = crypto.randomUUID?.() ?? String(Math.random());
    frame = document.createElement('iframe');
    frame.title = name;
    // The page’s own policy has the last word.
    frame.allow = 'clipboard-write; microphone';
    const address = `${server}/chat/${encodeURIComponent(site)}?from=${encodeURIComponent(location.origin)}`;
    frame.src = `${address}${language() ? `&locale=${encodeURIComponent(language())}` : ''}#${nonce}`;
    late = setTimeout(() => void failed(), HELLO_WITHIN_MS);
    place.append(frame);
  }

  const language = () => host.getAttribute('locale') || document.documentElement.lang;

  /** Blocked by a policy, not allowed, or down: a frame never says which. */
  async function failed(): Promise<void> {
    disconnect();
    show(false);
    launcher?.fail();
    const { status, code, ref } = await diagnosis(server, site);
    if (signal.aborted) return;
    console.warn(
      `Guichet: the chat's frame from ${server} did not open on ${location.origin} (${code ?? status ?? 'no answer'}). ${server}/guide/en/put-it-on-your-site`,
    );
    tell('error', { code: code ?? 'frame-blocked', ...(ref && { ref }) });
  }

  function disconnect(): void {
    clearTimeout(late);
    port?.close();
    port = undefined;
    frame?.remove();
    frame = undefined;
  }

  addEventListener(
    'message',
    ({ source, origin: from, data }) => {
      if (!frame || source !== frame.contentWindow || from !== origin || !isGreeting(data, 'hello', nonce)) return;
      // A page that moves the element makes the frame begin again.
      port?.close();
      clearTimeout(late);
      const { port1, port2 } = new MessageChannel();
      port = port1;
      port.onmessage = (event) => hear(event.data);
      frame.contentWindow?.postMessage({ guichet: 'port', nonce }, origin, [port2]);
      port.postMessage(attributes());
      if (takesFocus) port.postMessage({ verb: 'open', args: [] } satisfies ToPanel);
      for (const asked of waiting.splice(0)) port.postMessage(asked);
    },
    { signal },
  );

  function attributes(): ToPanel {
    const values: Record<string, string | null> = {};
    for (const name of PANEL_ATTRIBUTES) values[name] = host.getAttribute(name);
    values.locale ??= document.documentElement.lang || null;
    values.framed = isBubble ? 'bubble' : 'inline';
    values['open-on-load'] = isOpen() && !takesFocus ? '' : null;
    const style = getComputedStyle(host);
    for (const name of PANEL_PROPERTIES) {
      const value = style.getPropertyValue(`--guichet-${name}`).trim();
      if (value) values[`--guichet-${name}`] = value;
    }
    return { attributes: values };
  }

  function say(asked: ToPanel): void {
    if (port) port.postMessage(asked);
    else waiting.push(asked);
  }

  const isOpen = () => isBubble && (place as HTMLDialogElement).open;

  function hear(said: unknown): void {
    const { news, detail } = toPageFrom(said) ?? {};
    if (!news || !detail) return;
    if (news === 'launcher') {
      dress(detail);
      return;
    }
    if (news === 'close') show(false, true);
    if (news === 'unread') launcher?.count(Number(detail.count));
    // Only that there is one: what it is stays in the frame.
    if (news === 'response-start') kept.set('running', '1');
    if ((news === 'response-end' && isOpen()) || (news === 'unread' && !detail.count)) kept.set('running', undefined);
    tell(news, detail);
  }

  function dress(said: Readonly<Record<string, string | number>>): void {
    name = String(said.name || name);
    if (frame) frame.title = name;
    if (isBubble) place.ariaLabel = name;
    resizeLabel = String(said.resize ?? resizeLabel);
    const grip = place.querySelector<HTMLElement>('.grip');
    if (grip) grip.ariaLabel = resizeLabel;
    if (grip) grip.title = resizeLabel;
    launcher?.dress(said);
    place.className = `panel ${said.theme ?? ''} ${/left$/.test(String(said.position)) ? 'left' : ''}`;
    const { accent, theme, position } = said;
    if (isOpen()) kept.set('look', JSON.stringify({ accent, theme, position }));
  }

  function tell(news: ChatNewsName, detail: object): void {
    host.dispatchEvent(new CustomEvent(`guichet:${news}`, { detail, bubbles: true, composed: true }));
  }

  function show(open: boolean, byVisitor = false): void {
    if (!isBubble || isOpen() === open) return;
    kept.set('open', open ? '1' : '0');
    takesFocus = open && byVisitor;
    hide?.abort();
    if (open) {
      hide = new AbortController();
      connect();
      showDialog(place as HTMLDialogElement, () => close(), hide.signal);
      resizable(place, {
        kept,
        label: resizeLabel,
        isLeft: () => place.classList.contains('left'),
        signal: hide.signal,
      });
      if (byVisitor) frame?.focus();
    } else if (byVisitor) launcher?.focus();
    launcher?.opened(open);
  }

  function open(byVisitor = true): void {
    if (isOpen()) return;
    show(true, byVisitor);
    // Before it is connected, it is open from its start.
    if (port) say({ verb: 'open', args: [] });
  }

  function close(): void {
    show(false, true);
    if (port) say({ verb: 'close', args: [] });
  }

  const toggle = () => (isOpen() ? close() : open());

  const verbs: Record<string, (...args: unknown[]) => unknown> = {
    open: () => open(),
    close: () => close(),
    toggle,
    setLocale: (tag) => host.setAttribute('locale', String(tag)),
    setTheme: (name) => host.setAttribute('theme', String(name)),
    diagnose: () => diagnosis(server, site),
    destroy() {
      host.hidden = true;
      host.remove();
      leave();
    },
  };
  for (const verb of PANEL_VERBS)
    verbs[verb] ??= (...args) => {
      if (verb === 'sendMessage') open();
      if (verb !== 'setInput' && verb !== 'setContext') connect();
      say({ verb, args: args.slice(0, 1).map((value) => (typeof value === 'string' ? value : JSON.stringify(value))) });
    };
  Object.assign(host, Object.fromEntries(ELEMENT_VERBS.split(' ').map((verb) => [verb, verbs[verb]])));

  function leave(): void {
    ended.abort();
    hide?.abort();
    disconnect();
    launcher?.leave();
    place.remove();
    waiting = [];
  }

  async function greetBeside(): Promise<void> {
    const address = new URL(GREETING_FILE, import.meta.url).href;
    const chunk = (await importChecked(address, GREETING_INTEGRITY)) as { greet: typeof greet };
    if (signal.aborted) return;
    const leaveGreeting = chunk.greet({ host, root, server, site, open });
    signal.addEventListener('abort', leaveGreeting);
  }

  // Without it the bubble stands there as on other pages.
  if (isBubble && isOn(host.getAttribute('greet'))) greetBeside().catch(() => {});
  const wanted = host.getAttribute('open-on-load') ?? undefined;
  if (!isBubble || kept.get('running')) connect();
  if (host.hasAttribute('wants-open')) {
    host.removeAttribute('wants-open');
    open();
  } else if ((kept.get('open') ?? (isOn(wanted) ? '1' : '0')) === '1') open(false);

  return {
    changed() {
      if (port) say(attributes());
    },
    leave,
  };
}

function lookOf(text: string | undefined): WishedLook {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}
