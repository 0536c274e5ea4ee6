/**
 * The loader, `/guichet.js`: draws the bubble and nothing else. No request, no cookie, nothing stored before the visitor
 * reaches for the bubble; the widget itself comes then, or at once when an answer is still being written.
 *
 *     <script async src="https://chat.example.com/guichet.js" data-site="default"></script>
 *
 * Attributes of the script are those of `<guichet-chat>` with `data-` before them (`element/guichet-chat.ts`), and:
 * - `data-target`: a selector; where to put the element. Default: the end of the page.
 * Without `data-site`, and with a `<guichet-chat>` in the page, the loader only loads the widget for that element.
 *
 * Calls before it has come: `window.Guichet = window.Guichet || { q: [] }; Guichet.q.push(['open'])`.
 */
import { keptName } from '../connection/kept-values.ts';
import { drawLauncher } from '../launcher/draw-launcher.ts';
import { dressElement, dressLauncher, type WishedLook } from '../launcher/dress-launcher.ts';
import { LAUNCHER_TEXT } from '../launcher/launcher-text.ts';
import { APP_INTEGRITY, VERSION } from './constants.ts';
import { serverFrom } from './server-from.ts';
import { stubApi } from './stub-api.ts';

const script = document.currentScript as HTMLScriptElement | null;
const source = script?.src ?? '';
const server = serverFrom(source);
const data = script?.dataset ?? {};
let attempts = 0;
let loading: Promise<void> | undefined;

function load(): Promise<void> {
  loading ??= new Promise<void>((resolve, reject) => {
    const module = document.createElement('script');
    module.type = 'module';
    module.crossOrigin = 'anonymous';
    module.integrity = APP_INTEGRITY;
    module.nonce = script?.nonce ?? '';
    // A browser remembers that a module failed under its address.
    module.src = `${server}/w/${VERSION}/app.js${attempts++ ? `?${attempts}` : ''}`;
    module.onload = () => resolve();
    module.onerror = () => {
      loading = undefined;
      module.remove();
      reject(new Error(`Guichet: ${module.src} could not be loaded.`));
    };
    document.head.append(module);
  });
  return loading;
}

const settle = stubApi(load, () => element?.remove());
let element: HTMLElement | undefined;

function kept(store: 'localStorage' | 'sessionStorage', name: 'open' | 'running' | 'look'): string | null {
  try {
    return window[store].getItem(keptName(server, data.site ?? 'default', name));
  } catch {
    return null;
  }
}

function begin(): void {
  if (data.site === undefined && document.querySelector('guichet-chat')) return void settle(load());
  const host = document.createElement('guichet-chat');
  element = host;
  host.setAttribute('server', server);
  for (const name in data)
    host.setAttribute(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      data[name] ?? '',
    );
  const isBubble = !/^(inline|page)$/.test(data.mode ?? '');
  if (isBubble) bubble(host);
  place(host);
  if (
    !isBubble ||
    /^(true|on|)$/.test(data.openOnLoad ?? 'no') ||
    kept('sessionStorage', 'open') ||
    kept('localStorage', 'running')
  )
    settle(load());
}

function place(host: HTMLElement): void {
  const home = () => (data.target && document.querySelector(data.target)) || document.body;
  home().append(host);
  // Turbo, Astro and their like put in a new body; the chat goes on in it.
  if (!data.target)
    new MutationObserver(() => {
      if (element && !host.isConnected) home().append(host);
    }).observe(document.documentElement, { childList: true });
}

function bubble(host: HTMLElement): void {
  const look: WishedLook = { ...JSON.parse(kept('localStorage', 'look') ?? '{}'), ...data };
  const text =
    LAUNCHER_TEXT[/^fr/.test(data.locale || document.documentElement.lang || navigator.language) ? 'fr' : 'en'];
  const button = drawLauncher(host.attachShadow({ mode: 'open' }), text.open);
  const label = button.lastChild as HTMLElement;
  dressElement(host, look.accent);
  dressLauncher(button, look);
  const fetchWidget = () => {
    if (customElements.get('guichet-chat')) return;
    const failed = (is: boolean) => {
      button.classList.toggle('failed', is);
      label.textContent = is ? text.failed : text.open;
    };
    settle(
      load().then(
        () => failed(false),
        (error) => {
          failed(true);
          throw error;
        },
      ),
    );
  };
  for (const reach of ['pointerenter', 'focus', 'touchstart'])
    button.addEventListener(reach, fetchWidget, { passive: true });
  button.addEventListener('click', () => {
    if (customElements.get('guichet-chat')) return;
    // The element finds this when it comes to life.
    host.toggleAttribute('wants-open');
    fetchWidget();
  });
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin, { once: true });
else begin();
