/**
 * `<guichet-chat>`: a chat with the assistant of a Guichet server.
 *
 *     <guichet-chat server="https://chat.example.com" site="default" mode="inline"></guichet-chat>
 *
 * Attributes
 * - `server`: address of the Guichet server. Default: where this script came from
 * - `site`: which site of that server. Default: `default`
 * - `mode`: `bubble` (a button in the page's corner that opens a panel), `inline` (in the place where the element
 *   stands) or `page` (as high as the window). Default: `bubble`
 * - `position`: `right` or `left`, the corner of the bubble. Default: the site's
 * - `theme`: `auto` (as the visitor's system), `light` or `dark`. Default: the site's
 * - `accent`: `#rgb` or `#rrggbb`; darkened or lightened as far as legibility needs. Default: the site's
 * - `locale`: a language's tag, such as `fr`. Default: the page's `lang`, then the browser's languages
 * - `frame`: the panel is in a frame of the Guichet server’s, out of the reach of the page’s other scripts
 * - `open-on-load`: the panel is open from the start
 * - `greeting`: what an empty conversation says. Default: the site's
 * - `greet`, `greet-after`, `greet-on`: the greeting shows itself beside the bubble (`greeting/greeting.ts`)
 * - `announce`: what screen readers hear of an answer: `end`, `sentences` while they come, or `off`. Default: `end`
 * - `identity`: a signed token that says who the visitor is
 *
 * Methods: `open()` `close()` `toggle()` `sendMessage(text)` `setInput(text)` `newConversation()` `identify(token)`
 * `logout()` `setContext(value)` `setLocale(tag)` `setTheme(name)` `destroy()` `diagnose()`
 *
 * Events, bubbling, with `detail`
 * - `guichet:ready` `{server, site, version}` · `guichet:open` · `guichet:close`
 * - `guichet:message-sent` `{text}` · `guichet:message-received` `{id, text}`
 * - `guichet:response-start` `{id}` · `guichet:response-end` `{id, status}`
 * - `guichet:unread` `{count}` · `guichet:feedback` `{id, rating}` · `guichet:error` `{code, ref}`
 *
 * Custom properties: `--guichet-accent` `-accent-contrast` `-bg` `-fg` `-muted` `-border` `-radius` `-font` `-font-size`
 * `-width` `-height` `-offset-x` `-offset-y` `-z` (each with the same prefix). A colour set here is taken as it is: its
 * contrast is the page's affair, unlike that of the `accent` attribute.
 *
 * Parts: `launcher` `panel` `header` `messages` `message-user` `message-assistant` `composer` `send` `footer` `badge`
 */
import { effect } from '@preact/signals';
import type { ChatNews, ChatNewsName } from '../chat/chat-news.ts';
import { loadChunk } from '../chunks/load-chunk.ts';
import { sendOrWarn } from '../key-warning/send-or-warn.ts';
import { adoptStyle } from '../launcher/adopt-style.ts';
import { drawBadge } from '../launcher/draw-badge.ts';
import { BUBBLE, CHEVRON, drawLauncher } from '../launcher/draw-launcher.ts';
import { dressLauncher } from '../launcher/dress-launcher.ts';
import { VERSION } from '../loader/constants.ts';
import { isOn } from '../loader/is-on.ts';
import { dressAccent } from '../look/dress-accent.ts';
import { drawWidget } from '../parts/widget.tsx';
import type { Sealed } from '../sealed/seal.ts';
import { WIDGET_STYLE } from '../style/widget-style.ts';
import { type Diagnosis, diagnosis } from './diagnosis.ts';
import { once } from './once.ts';
import { scriptServer } from './script-server.ts';
import { createView, type Mode, type View } from './view.ts';

/** A page that moves the element takes it out and puts it in again at once; only later is it really gone. */
const LEAVE_AFTER_MS = 1_000;

/** The drawn bubbles, by server and site. */
const bubbles = new Map<string, GuichetChat>();

export class GuichetChat extends HTMLElement {
  static readonly observedAttributes = ['theme', 'position', 'accent', 'locale', 'greeting', 'identity'];

  #view: View | undefined;
  #sealed: Sealed | undefined;
  #undraw: (() => void)[] = [];
  #leaving: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    clearTimeout(this.#leaving);
    // A copy of the loader's element, made by whoever keeps copies of pages.
    if (this.hasAttribute('by-loader') && !this.shadowRoot) return;
    if (isOn(this.getAttribute('frame'))) {
      void this.#seal();
      return;
    }
    // Put into the page twice, a site still has one bubble.
    if (this.#mode === 'bubble') {
      const first = bubbles.get(this.#name);
      if (first?.isConnected && first !== this) {
        this.#leave();
        return;
      }
      bubbles.set(this.#name, this);
    }
    if (this.#view) this.#view.placed.value++;
    else this.#draw();
  }

  disconnectedCallback(): void {
    this.#leaving = setTimeout(() => {
      if (!this.isConnected) this.#leave();
    }, LEAVE_AFTER_MS);
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    this.#sealed?.changed();
    const view = this.#view;
    if (!view) return;
    if (name === 'identity' && value) view.chat.identify(value);
    else view.readAttributes();
  }

  open(): void {
    // A sealed one finds this when it is there.
    if (this.isConnected && !this.#view) this.setAttribute('wants-open', '');
    this.#view?.open();
  }

  close(): void {
    this.#view?.close();
  }

  toggle(): void {
    if (this.#view?.isOpen.value) this.close();
    else this.open();
  }

  /**
   * Sends a question as the visitor. While an answer is being written it goes into the input instead; so does one that
   * holds a key or password, under a warning: the visitor decides, whichever field of the page it was written in.
   */
  sendMessage(text: string): void {
    const view = this.#view;
    if (!view) return;
    view.open();
    // Into a conversation of the sealed wall only the visitor writes: what it says is not the page's.
    if (this.hasAttribute('framed') && view.chat.state.value.id) view.chat.draft.value = text;
    else void sendOrWarn(view, text, false);
  }

  setInput(text: string): void {
    if (this.#view) this.#view.chat.draft.value = text;
  }

  newConversation(): void {
    this.#view?.chat.newConversation();
  }

  identify(token: string): void {
    this.#view?.chat.identify(token);
  }

  logout(): void {
    this.#view?.chat.logout();
  }

  /** What the page says of itself, `{title, url, text}` or `null`: shown above the field and sent, where the site wants it. */
  setContext(value: unknown): void {
    const view = this.#view;
    if (!view) return;
    const show = () => {
      if (view.chat.site.value?.features.pageContext)
        void loadChunk('pictures').then((chunk) => chunk?.showContext(view, value));
    };
    this.#undraw.push(once(view.chat.site, show));
  }

  setLocale(tag: string): void {
    this.setAttribute('locale', tag);
  }

  setTheme(name: 'auto' | 'light' | 'dark'): void {
    this.setAttribute('theme', name);
  }

  destroy(): void {
    // The loader puts an element that got lost back into the page, but not one that is hidden.
    this.hidden = true;
    this.remove();
    this.#leave();
  }

  diagnose(): Promise<Diagnosis> {
    return diagnosis(this.#server, this.#site);
  }

  get #server(): string {
    return (this.getAttribute('server') ?? scriptServer()).replace(/\/+$/, '');
  }

  get #site(): string {
    return this.getAttribute('site') || 'default';
  }

  get #name(): string {
    return `${this.#server}|${this.#site}`;
  }

  get #mode(): Mode {
    const mode = this.getAttribute('mode');
    if (this.getAttribute('framed') === 'bubble') return 'framed';
    return mode === 'inline' || mode === 'page' ? mode : 'bubble';
  }

  /** The panel in a frame of the server's, out of the page's reach. Without it there is no chat, rather than an open one. */
  async #seal(): Promise<void> {
    if (this.#sealed) return;
    const chunk = await loadChunk('sealed');
    if (!chunk || !this.isConnected) return;
    this.#sealed ??= chunk.seal(this, { server: this.#server, site: this.#site, isBubble: this.#mode === 'bubble' });
  }

  /** The site wants it, and this is not the page in the frame itself. */
  #mustBeSealed(view: View): boolean {
    return !!view.chat.site.value?.features.frame && new URL(this.#server).origin !== location.origin;
  }

  #sealNow(view: View): void {
    if (this.#view !== view) return;
    if (view.isOpen.value && this.#mode === 'bubble') this.setAttribute('wants-open', '');
    this.setAttribute('frame', '');
    this.#leave();
    void this.#seal();
  }

  #draw(): void {
    // The loader may have drawn the bubble into a root of its own.
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const mode = this.#mode;
    const view = createView({ element: this, server: this.#server, site: this.#site, mode, tell: this.#tell });
    this.#view = view;
    const launcher = mode === 'bubble' ? this.#launcher(root, view) : undefined;
    adoptStyle(root, WIDGET_STYLE);
    this.#undraw.push(
      // In the visitor's language from its first moment on, rather than in another one for a blink.
      once(view.isSettled, () => this.#undraw.push(drawWidget(root, view, launcher))),
      effect(() => dressAccent(this, view.look.value.accent)),
      // Once, and outside: leaving ends this very effect.
      effect(() => void (this.#mustBeSealed(view) && queueMicrotask(() => this.#sealNow(view)))),
    );
    view.begin();
    this.#tell('ready', { server: this.#server, site: this.#site, version: VERSION });
    if (mode === 'bubble' && isOn(this.getAttribute('greet'))) void this.#greet(root, view);
    if (this.hasAttribute('framed')) this.#undraw.push(effect(() => this.#tell('launcher', launcherNews(view))));
    if (this.hasAttribute('wants-open')) {
      this.removeAttribute('wants-open');
      view.open();
    }
  }

  async #greet(root: ShadowRoot, { open }: View): Promise<void> {
    const chunk = await loadChunk('greeting');
    if (this.#view?.open === open && chunk)
      this.#undraw.push(chunk.greet({ host: this, root, server: this.#server, site: this.#site, open }));
  }

  #launcher(root: ShadowRoot, view: View): HTMLButtonElement {
    const drawn = root.querySelector<HTMLButtonElement>('.launcher');
    const launcher = drawn ?? drawLauncher(root, view.texts.value.openChat);
    const label = launcher.querySelector('.label');
    const line = launcher.querySelector('path');
    const badge = drawBadge(launcher);
    const press = () => this.toggle();
    launcher.addEventListener('click', press);
    const dress = effect(() => {
      dressLauncher(this, launcher, view.look.value);
      launcher.classList.toggle('opened', view.isOpen.value);
      launcher.classList.toggle('busy', view.isOpen.value && !view.isSettled.value);
      launcher.setAttribute('aria-expanded', String(view.isOpen.value));
      line?.setAttribute('d', view.isOpen.value ? CHEVRON : BUBBLE);
      badge.hidden = view.chat.unread.value === 0;
      badge.textContent = String(view.chat.unread.value || '');
      if (label && view.isSettled.value) label.textContent = view.launcherLabel.value;
    });
    this.#undraw.push(dress, () => launcher.removeEventListener('click', press));
    return launcher;
  }

  #leave(): void {
    for (const undo of this.#undraw.splice(0)) undo();
    this.#view?.leave();
    this.#sealed?.leave();
    this.#sealed = undefined;
    this.#view = undefined;
    if (bubbles.get(this.#name) !== this) return;
    bubbles.delete(this.#name);
    for (const other of document.querySelectorAll('guichet-chat'))
      if (other instanceof GuichetChat && !other.#view) other.connectedCallback();
  }

  #tell = <Name extends ChatNewsName>(name: Name, detail: ChatNews[Name]): void => {
    this.dispatchEvent(new CustomEvent(`guichet:${name}`, { detail, bubbles: true, composed: true }));
  };
}

/** What the page outside a frame draws its bubble from. */
function launcherNews({ chat, look, launcherLabel, texts, isSettled }: View): ChatNews['launcher'] {
  return {
    ...look.value,
    name: chat.site.value?.name ?? texts.value.chat,
    label: isSettled.value ? launcherLabel.value : '',
    resize: texts.value.resize,
    direction: texts.value.direction,
  };
}
