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
import { launcherText } from '../launcher/launcher-text.ts';
import { hearTyping } from '../page/hear-typing.ts';
import { pageState } from '../page/page-state.ts';
import { APP_INTEGRITY, SEALED_INTEGRITY, VERSION } from './constants.ts';
import { isOn } from './is-on.ts';
import { keepInPage } from './keep-in-page.ts';
import { ownScript } from './own-script.ts';
import { serverFrom } from './server-from.ts';
import { stubApi } from './stub-api.ts';

const { element: script, address } = ownScript();
const server = serverFrom(address ?? '');
const { dataset = {} as DOMStringMap } = script ?? {};
const page = pageState();
let attempts = 0;
let loading: HTMLScriptElement | undefined;
let sayFailed = (_is: boolean) => {};

function load(): void {
  if (loading) return;
  sayFailed(false);
  loading = document.createElement('script');
  loading.type = 'module';
  loading.crossOrigin = '';
  const isSealed = isOn(dataset.frame);
  loading.integrity = isSealed ? SEALED_INTEGRITY : APP_INTEGRITY;
  loading.nonce = script?.nonce ?? '';
  // A browser remembers under its address that a module failed.
  const app = `${server}/w/${VERSION}/${isSealed ? 'sealed' : 'app'}.js${attempts++ ? `?${attempts}` : ''}`;
  const failed = () => {
    loading = undefined;
    sayFailed(true);
  };
  loading.onerror = failed;
  try {
    try {
      loading.src = app;
    } catch {
      // A page that wants Trusted Types allows this one: `trusted-types guichet`, once.
      policy ??= (window as unknown as { trustedTypes: TrustedTypes }).trustedTypes.createPolicy('guichet', {
        createScriptURL: String,
      });
      loading.src = policy.createScriptURL(app);
    }
    (document.head || document.documentElement).append(loading);
  } catch {
    failed();
  }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** What the loader uses of a browser interface that TypeScript does not know yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: typeof String }): { createScriptURL(address: string): string };
}

/** @param read of what is kept, which may be nothing, and anything */
function kept<Read = string | null>(
  name: 'open' | 'running' | 'look',
  read: (text: string) => Read = (text) => text as Read,
): Read | undefined {
  try {
    const store = name === 'open' ? sessionStorage : localStorage;
    return read(store.getItem(keptName(server, dataset.site ?? 'default', name)) as string);
  } catch {
    return undefined;
  }
}

function begin(): void {
  const { site } = dataset;
  const isSame = (chat: Element) =>
    site === undefined ||
    ((chat.getAttribute('site') || 'default') === site && (chat.getAttribute('server') ?? server).startsWith(server));
  // The page has put the element in itself.
  if ([...document.querySelectorAll('guichet-chat:not([by-loader])')].some(isSame)) {
    load();
    return;
  }
  const name = `${server}|${site ?? 'default'}`;
  const line = JSON.stringify(dataset);
  const known = page.chats.get(name);
  if (known && !known.host.hidden) {
    if (known.line === line && known.place()) return;
    known.host.hidden = true;
    known.host.remove();
  }
  const host = document.createElement('guichet-chat');
  host.setAttribute('server', server);
  host.setAttribute('by-loader', '');
  for (const { name, value } of script?.attributes ?? [])
    if (name.startsWith('data-')) host.setAttribute(name.slice(5), value);
  const root = host.attachShadow({ mode: 'open' });
  const isBubble = !/^(inline|page)$/.test(dataset.mode ?? '');
  if (isBubble) bubble(host, root);
  const place = keepInPage(host, dataset.target);
  page.chats.set(name, { host, line, place });
  place();
  if (!isBubble || isOn(dataset.openOnLoad) || isOn(dataset.greet) || kept('open') === '1' || kept('running')) load();
}

function bubble(host: HTMLElement, root: ShadowRoot): void {
  const look: WishedLook = { ...kept('look', JSON.parse), ...dataset };
  const language = dataset.locale || document.documentElement.lang || navigator.language || '';
  const [open, failed] = launcherText(language);
  const button = drawLauncher(root, open);
  dressLauncher(host, button, look);
  sayFailed = (is) => {
    button.classList.toggle('failed', is);
    button.classList.remove('busy');
    (button.lastChild as HTMLElement).textContent = is ? failed : open;
  };
  const reach = ({ type }: Event) => {
    // The element finds this when it comes to life.
    const wantsOpen = type === 'click' && !customElements.get('guichet-chat');
    if (wantsOpen) host.setAttribute('wants-open', '');
    load();
    button.classList.toggle('busy', wantsOpen);
  };
  for (const way of ['pointerenter', 'focus', 'click']) button.addEventListener(way, reach, { passive: true });
}

if (address) {
  hearTyping();
  stubApi(load);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
} else console.warn('Guichet: no address');
