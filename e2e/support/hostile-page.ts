/**
 * A page whose scripts want what is said in the chat: some wrap the browser before the chat's line runs, others look for
 * it afterwards. Each puts what it gets under its own name.
 */

/** Runs before all others: keeps the originals it needs, and turns anything into text. */
const TAKE = `
  const { entries, getOwnPropertyNames, defineProperty } = Object;
  const { String, Node, Set, Array } = window;
  const push = (list, value) => { list[list.length] = value; };
  window.loot = {};
  const isBusy = { now: false };
  window.take = (name, ...values) => {
    if (isBusy.now) return;
    isBusy.now = true;
    try { for (const value of values) loot[name] = ((loot[name] ?? '') + ' ' + textOf(value, 3)).slice(-300000); }
    catch {} finally { isBusy.now = false; }
  };
  window.textOf = (value, depth) => {
    try {
      if (value === null || typeof value !== 'object') return String(value);
      if (value instanceof Node) return (value.outerHTML ?? value.innerHTML ?? '') + ' ' + value.textContent + ' ' + (value.value ?? '');
      if (depth === 0) return '';
      let text = '';
      for (const key of getOwnPropertyNames(value)) { let inner; try { inner = value[key]; } catch { continue; } text += ' ' + key + '=' + textOf(inner, depth - 1); }
      for (const key of ['data', 'detail', 'url', 'message']) if (value[key] !== undefined) text += ' ' + key + '=' + textOf(value[key], depth - 1);
      return text;
    } catch { return ''; }
  };
  window.wrap = (name, owner, ...methods) => {
    for (const method of methods) {
      const original = owner[method];
      if (typeof original !== 'function') continue;
      defineProperty(owner, method, { configurable: true, writable: true, value(...given) {
        take(name, this === window ? '' : this, ...given);
        const result = original.apply(this, given);
        take(name, result);
        return result;
      } });
    }
  };`;

/** What is in place before the chat's line. `taken in the open` says that the same script gets the words of an open chat. */
export const WRAPPERS: readonly (readonly [name: string, script: string])[] = [
  [
    'fetch',
    `const real = fetch; window.fetch = async (...given) => { take('fetch', given); const answer = await real(...given);
    const copy = answer.clone(); copy.text().then((text) => take('fetch', text)); return answer; };`,
  ],
  [
    'headers and bodies',
    `for (const owner of [Response.prototype, Request.prototype]) for (const method of ['json', 'text', 'blob']) {
    const real = owner[method]; owner[method] = async function () { const is = await real.call(this); take('headers and bodies', is); return is; }; }
    wrap('headers and bodies', Headers.prototype, 'set', 'append', 'get');`,
  ],
  ['XMLHttpRequest', `wrap('XMLHttpRequest', XMLHttpRequest.prototype, 'open', 'send', 'setRequestHeader');`],
  [
    'WebSocket and EventSource',
    `for (const kind of ['WebSocket', 'EventSource']) { const Real = window[kind];
    window[kind] = class extends Real { constructor(...given) { super(...given); take('WebSocket and EventSource', given); } }; }`,
  ],
  [
    'streams',
    `const real = ReadableStreamDefaultReader.prototype.read; const decoder = new TextDecoder();
    ReadableStreamDefaultReader.prototype.read = async function () { const is = await real.call(this); take('streams', is.value && decoder.decode(is.value)); return is; };`,
  ],
  [
    'text codecs',
    `wrap('text codecs', TextDecoder.prototype, 'decode'); wrap('text codecs', TextEncoder.prototype, 'encode');`,
  ],
  [
    'promises',
    `const real = Promise.prototype.then; Promise.prototype.then = function (done, failed) {
    return real.call(this, typeof done === 'function' ? (is) => { take('promises', is); return done(is); } : done, failed); };`,
  ],
  ['JSON', `wrap('JSON', JSON, 'parse', 'stringify');`],
  ['arrays', `wrap('arrays', Array.prototype, 'push', 'map', 'filter', 'find', 'join', 'splice');`],
  ['strings', `wrap('strings', String.prototype, 'replace', 'split', 'trim', 'startsWith', 'slice', 'match');`],
  ['maps', `wrap('maps', Map.prototype, 'set', 'get'); wrap('maps', WeakMap.prototype, 'set');`],
  ['storage', `wrap('storage', Storage.prototype, 'setItem', 'getItem');`],
  [
    'polluted prototype',
    `for (const name of ['token', 'Authorization', 'text', 'expiresAt', 'transcript']) Object.defineProperty(Object.prototype, name, {
    configurable: true, get() { return undefined; }, set(value) { take('polluted prototype', value);
      Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); } });`,
  ],
  [
    'message ports',
    `wrap('message ports', MessagePort.prototype, 'postMessage', 'addEventListener');
    const said = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
    Object.defineProperty(MessagePort.prototype, 'onmessage', { configurable: true, get() { return said.get.call(this); },
      set(hear) { said.set.call(this, (event) => { take('message ports', event.data); hear(event); }); } });`,
  ],
  [
    'stolen port',
    `const Real = MessageChannel; window.stolen = []; window.MessageChannel = class extends Real {
    constructor() { super(); stolen[stolen.length] = this.port1; this.port1.addEventListener('message', ({ data }) => take('stolen port', data)); } };`,
  ],
  [
    'messages to the window',
    `addEventListener('message', (event) => take('messages to the window', event.data, event.origin), true);`,
  ],
  [
    'listeners',
    `const real = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (type, hear, ...more) {
    return real.call(this, type, typeof hear === 'function' ? function (event) { take('listeners', event.data, event.detail, event.target?.value); return hear.call(this, event); } : hear, ...more); };`,
  ],
  [
    'custom events',
    `const Real = CustomEvent; window.CustomEvent = class extends Real { constructor(...given) { super(...given); take('custom events', given); } };
    wrap('custom events', EventTarget.prototype, 'dispatchEvent');`,
  ],
  [
    'shadow roots',
    `const real = Element.prototype.attachShadow; window.roots = []; Element.prototype.attachShadow = function (wish) {
    const root = real.call(this, { ...wish, mode: 'open' }); roots[roots.length] = root; return root; };`,
  ],
  [
    'nodes put in',
    `wrap('nodes put in', Element.prototype, 'append', 'setAttribute'); wrap('nodes put in', Node.prototype, 'appendChild', 'insertBefore');
    const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data');
    Object.defineProperty(CharacterData.prototype, 'data', { ...data, set(value) { take('nodes put in', value); data.set.call(this, value); } });`,
  ],
  [
    'mutations',
    `new MutationObserver(() => { for (const root of window.roots ?? []) take('mutations', root); }).observe(document, { childList: true, subtree: true });
    setInterval(() => { for (const root of window.roots ?? []) take('mutations', root); }, 250);`,
  ],
  [
    'own elements',
    `const real = customElements.define; customElements.define = function (name, Kind, wish) { window.Kind = Kind;
    for (const verb of Object.getOwnPropertyNames(Kind.prototype)) try { wrap('own elements', Kind.prototype, verb); } catch {} return real.call(this, name, Kind, wish); };`,
  ],
  ['randomness', `wrap('randomness', crypto, 'getRandomValues', 'randomUUID'); wrap('randomness', Math, 'random');`],
  [
    'channels between tabs',
    `const Real = BroadcastChannel; window.BroadcastChannel = class extends Real { constructor(name) { super(name); take('channels between tabs', name);
    this.addEventListener('message', ({ data }) => take('channels between tabs', data)); } };`,
  ],
  [
    'performance',
    `new PerformanceObserver((list) => take('performance', list.getEntries().map((entry) => entry.toJSON()))).observe({ entryTypes: ['resource', 'navigation', 'mark', 'event', 'element'] });`,
  ],
  [
    'keys',
    `for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste', 'copy', 'cut', 'compositionend', 'selectionchange', 'dragstart', 'drop'])
    window.addEventListener(type, (event) => take('keys', event.key, event.data, event.composedPath?.()[0]?.value), true);`,
  ],
  [
    'clipboard',
    `for (const method of ['writeText', 'readText', 'write']) { const real = navigator.clipboard?.[method]; if (real) navigator.clipboard[method] = function (...given) { take('clipboard', given); return real.apply(this, given); }; }`,
  ],
  ['console', `wrap('console', console, 'log', 'warn', 'error', 'info', 'debug');`],
  [
    'address and history',
    `wrap('address and history', history, 'pushState', 'replaceState'); addEventListener('hashchange', (event) => take('address and history', event.newURL));`,
  ],
  [
    'page events of the chat',
    `for (const name of ['ready', 'open', 'close', 'message-sent', 'message-received', 'response-start', 'response-end', 'unread', 'error', 'feedback', 'launcher'])
    addEventListener('guichet:' + name, ({ detail }) => take('page events of the chat', detail));`,
  ],
  [
    'service worker',
    `navigator.serviceWorker?.register('/worker.js').then(() => navigator.serviceWorker.ready).catch(() => {});
    navigator.serviceWorker?.addEventListener('message', ({ data }) => take('service worker', data));`,
  ],
  [
    'a policy that reports',
    `addEventListener('securitypolicyviolation', (event) => take('a policy that reports', event.blockedURI, event.sourceFile, event.sample));`,
  ],
];

/** The page's own service worker: tells of all that passes. */
export const WORKER = `addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => event.waitUntil((async () => { for (const client of await clients.matchAll())
    client.postMessage([event.request.url, ...event.request.headers].join(' ')); })()));`;

/** One script a wrapper, so that one that fails leaves the others. */
export const HOSTILE_HEAD = [TAKE, ...WRAPPERS.map(([, script]) => script)]
  .map((script) => `<script>(() => { try { ${script} } catch (error) { console.log(error); } })()</script>`)
  .join('');
