/** Browsers, settings and other scripts take features away, or let them throw on use: the chat opens and answers without. */
import { SAMPLE_KEYS, seededRandom } from '@guichet/keys/samples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageStage } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
});
afterAll(() => stage?.close());

/** As scripts that run before the page's: getters that throw, functions that throw, things that are not there. */
const PREPARED = `
  const refuse = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
  const getter = (object, name, get = refuse) => Object.defineProperty(object, name, { get, configurable: true });
  const gone = (object, name) => Object.defineProperty(object, name, { value: undefined, configurable: true });`;

const BROKEN: Record<string, string> = {
  'storage that throws when it is looked at': "getter(window, 'localStorage'); getter(window, 'sessionStorage');",
  'storage that is null': "getter(window, 'localStorage', () => null); getter(window, 'sessionStorage', () => null);",
  'storage that is full': 'Storage.prototype.setItem = refuse;',
  'storage that throws on everything':
    'Storage.prototype.setItem = Storage.prototype.getItem = Storage.prototype.removeItem = refuse;',
  'no crypto.randomUUID': "gone(Crypto.prototype, 'randomUUID');",
  'no crypto': "gone(window, 'crypto');",
  'crypto that throws': 'Crypto.prototype.getRandomValues = refuse;',
  'no Intl': "gone(window, 'Intl');",
  'no AbortSignal.timeout and any': "gone(AbortSignal, 'timeout'); gone(AbortSignal, 'any');",
  'AbortSignal.timeout that throws': 'AbortSignal.timeout = refuse;',
  'no structuredClone': "gone(window, 'structuredClone');",
  'no sheets to adopt': "gone(window, 'CSSStyleSheet');",
  'sheets that throw': 'CSSStyleSheet.prototype.replaceSync = refuse;',
  'roots that adopt no sheets':
    "Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', { get: refuse, set: refuse });",
  'no matchMedia': "gone(window, 'matchMedia');",
  'matchMedia that throws': 'window.matchMedia = refuse;',
  'matchMedia that gives nothing': 'window.matchMedia = () => undefined;',
  'matchMedia of older browsers': 'window.matchMedia = () => ({ matches: false, addListener() {} });',
  'no observers':
    "for (const kind of ['ResizeObserver', 'IntersectionObserver', 'PerformanceObserver']) gone(window, kind);",
  // The tests' own tool needs it: only Guichet's scripts go without.
  'observers that throw':
    'const Known = MutationObserver; window.MutationObserver = class extends Known { constructor(...given) { if (/guichet|app\\.js/.test(new Error().stack)) refuse(); super(...given); } };',
  'scrolling without options':
    'Element.prototype.scrollTo = Element.prototype.scrollIntoView = window.scrollTo = refuse;',
  'no locks': "gone(Navigator.prototype, 'locks');",
  'locks that refuse': "getter(Navigator.prototype, 'locks', () => ({ request: async () => refuse() }));",
  'locks that throw': "getter(Navigator.prototype, 'locks', () => ({ request: refuse }));",
  'locks that throw when they are looked at': "getter(Navigator.prototype, 'locks');",
  'no channels': "gone(window, 'BroadcastChannel');",
  'channels that throw': 'window.BroadcastChannel = class { constructor() { refuse(); } };',
  'channels that take no message': 'BroadcastChannel.prototype.postMessage = refuse;',
  'no clipboard': "gone(Navigator.prototype, 'clipboard');",
  'a clipboard that throws': "getter(Navigator.prototype, 'clipboard');",
  'no visual viewport': "gone(window, 'visualViewport');",
  'a visual viewport that throws': "getter(window, 'visualViewport');",
  'dialogs that do not show': 'HTMLDialogElement.prototype.showModal = HTMLDialogElement.prototype.show = refuse;',
  'no languages': "gone(Navigator.prototype, 'languages'); gone(Navigator.prototype, 'language');",
  'no performance': "gone(window, 'performance');",
  'no animation frames': "gone(window, 'requestAnimationFrame'); gone(window, 'requestIdleCallback');",
  'streams that cannot be read':
    "const known = window.fetch; window.fetch = async (...given) => { const it = await known(...given); getter(it, 'body', () => undefined); return it; };",
  'no decoder of text': "gone(window, 'TextDecoder');",
  'an object that everything inherits from': "Object.prototype.extra = 'x'; Array.prototype.extra = () => {};",
  'arrays with a way of their own into JSON': 'Array.prototype.toJSON = function () { return String(this); };',
  'a clock of its own': 'Date.now = () => 0; performance.now = () => 0;',
};

describe('a visitor without', () => {
  it.each(Object.keys(BROKEN))('%s', (name) => expectAnswer(name, 1280), 40_000);
});

describe('a visitor with a phone, without', () => {
  it.each(['matchMedia that throws', 'a visual viewport that throws', 'dialogs that do not show', 'sheets that throw'])(
    '%s',
    (name) => expectAnswer(name, 390),
    40_000,
  );
});

async function expectAnswer(name: string, width: number): Promise<void> {
  const before = `(() => { ${PREPARED} ${BROKEN[name]} })()`;
  const visit = await stage.visit(`<main>Bread</main>${stage.line}`, { width, before });
  const { chat } = visit;
  await chat.open();
  await chat.ask('hi');
  await chat.waitForStatus('complete');
  expect(await chat.answerText()).toBe('You said: hi');
  expect(visit.errors).toEqual([]);
  await visit.context.close();
}

describe('the warning before a key, without', () => {
  it.each(['no Intl', 'no matchMedia', 'storage that throws on everything', 'no sheets to adopt'])(
    '%s',
    async (name) => {
      const visit = await stage.visit(stage.line, { before: `(() => { ${PREPARED} ${BROKEN[name]} })()` });
      await visit.chat.open();
      await visit.chat.ask(`My key is ${SAMPLE_KEYS['openai-project'](seededRandom(4))}`);
      await visit.page.locator('[part~=composer]').getByRole('group').waitFor();
      await visit.page.getByText('This looks like an OpenAI API key.').waitFor();
      expect(visit.errors).toEqual([]);
      await visit.context.close();
    },
  );
});

describe('a browser that has the element already', () => {
  it('from another script of the page, which is left alone', async () => {
    const visit = await stage.visit(
      `<main>Bread</main>${stage.line}<script type="module" src="${stage.server}${await app()}?again"></script>`,
    );
    await visit.chat.open();
    await visit.chat.ask('hi');
    await visit.chat.waitForStatus('complete');
    expect(visit.errors).toEqual([]);
    await visit.context.close();
  });
});

async function app(): Promise<string> {
  const text = await (await fetch(`${stage.server}/guichet.js`)).text();
  return `/w/${/\d+\.\d+\.\d+-[0-9a-f]{10}/.exec(text)?.[0]}/app.js`;
}
