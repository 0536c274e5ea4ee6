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
import { dressLauncher, type WishedLook } from '../launcher/dress-launcher.ts';
import { LAUNCHER_TEXT } from '../launcher/launcher-text.ts';
import { APP_INTEGRITY, VERSION } from './constants.ts';
import { serverFrom } from './server-from.ts';
import { stubApi } from './stub-api.ts';

const script = document.currentScript as HTMLScriptElement;
const server = serverFrom(script.src);
const { dataset } = script;
let attempts = 0;
let loading: HTMLScriptElement | undefined;
let sayFailed = (_is: boolean) => {};

function load(): void {
  if (loading) return;
  sayFailed(false);
  loading = document.createElement('script');
  loading.type = 'module';
  loading.crossOrigin = '';
  loading.integrity = APP_INTEGRITY;
  loading.nonce = script.nonce;
  // A browser remembers under its address that a module failed.
  const address = `${server}/w/${VERSION}/app.js${attempts++ ? `?${attempts}` : ''}`;
  try {
    loading.src = address;
  } catch {
    // A page that wants Trusted Types allows this one: `trusted-types guichet`.
    loading.src = trustedAddress(address);
  }
  loading.onerror = () => {
    loading = undefined;
    sayFailed(true);
  };
  document.head.append(loading);
}

function trustedAddress(address: string): string {
  const { trustedTypes } = window as unknown as { trustedTypes: TrustedTypes };
  return trustedTypes.createPolicy('guichet', { createScriptURL: String }).createScriptURL(address);
}

/** What the loader uses of a browser interface that TypeScript does not know yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: typeof String }): { createScriptURL(address: string): string };
}

function kept(name: 'open' | 'running' | 'look'): string | null {
  try {
    return (name === 'open' ? sessionStorage : localStorage).getItem(keptName(server, dataset.site ?? 'default', name));
  } catch {
    return null;
  }
}

function begin(): void {
  if (dataset.site === undefined && document.querySelector('guichet-chat')) {
    load();
    return;
  }
  const host = document.createElement('guichet-chat');
  host.setAttribute('server', server);
  for (const { name, value } of script.attributes)
    if (name.startsWith('data-')) host.setAttribute(name.slice(5), value);
  const isBubble = !/^(inline|page)$/.test(dataset.mode ?? '');
  if (isBubble) bubble(host);
  const place = () => ((dataset.target && document.querySelector(dataset.target)) || document.body).append(host);
  place();
  // Turbo, Astro and their like put in a new body; the chat goes on in it.
  new MutationObserver(() => {
    if (!host.isConnected && !host.hidden) place();
  }).observe(document.documentElement, { childList: true });
  const fromStart = dataset.openOnLoad ?? 'false';
  if (!isBubble || !/^(false|off)$/.test(fromStart) || kept('open') === '1' || kept('running')) load();
}

function bubble(host: HTMLElement): void {
  const look: WishedLook = { ...lookKept(), ...dataset };
  const language = dataset.locale || document.documentElement.lang || navigator.language;
  const text = LAUNCHER_TEXT[language.startsWith('fr') ? 'fr' : 'en'];
  const button = drawLauncher(host.attachShadow({ mode: 'open' }), text.open);
  dressLauncher(host, button, look);
  sayFailed = (is) => {
    button.classList.toggle('failed', is);
    button.classList.remove('busy');
    (button.lastChild as HTMLElement).textContent = is ? text.failed : text.open;
  };
  const reach = ({ type }: Event) => {
    // The element finds this when it comes to life.
    const wantsOpen = type === 'click' && !customElements.get('guichet-chat');
    if (wantsOpen) host.setAttribute('wants-open', '');
    load();
    button.classList.toggle('busy', wantsOpen);
  };
  for (const way of ['pointerenter', 'focus', 'touchstart', 'click'])
    button.addEventListener(way, reach, { passive: true });
}

function lookKept(): WishedLook | undefined {
  try {
    return JSON.parse(kept('look') ?? '{}');
  } catch {
    return undefined;
  }
}

stubApi(load);
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
else begin();
