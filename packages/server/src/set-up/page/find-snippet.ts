/** What of Guichet is on a page, and what the page says of itself. Reads HTML the way browsers do. Pure. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface FoundSnippet {
  /** Base address of the Guichet that it loads or names. */
  server: string;
  nonce?: string;
  integrity?: string;
}

export interface PageFacts {
  snippets: FoundSnippet[];
  /** Contents of `<meta http-equiv="Content-Security-Policy">` in the head, the only place where they count. */
  policies: string[];
  /** Scripts put the page together, or may put further scripts into it. */
  builtByScripts: boolean;
}

/** A page that shows less than this without its scripts is made by them. */
const EMPTY_PAGE_CHARS = 200;

/** Managers that insert what their owner chose in a panel, and not in the page. */
const TAG_MANAGER =
  /googletagmanager\.com\/gtm|\/mtm\.js|matomo.*container_|tags\.tiqcdn\.com|assets\.adobedtm\.com|cdn\.segment\.com/i;

/** Large pages have some ten thousand. Two megabytes that were written to that end become more than a million, and a gigabyte. */
const MAX_ELEMENTS = 60_000;

export function findSnippet(html: string, pageUrl: string): PageFacts {
  const facts: PageFacts = { snippets: [], policies: [], builtByScripts: false };
  let base = pageUrl;
  let textChars = 0;
  let scripts = 0;
  let managed = false;
  const { document, cut } = parseStart(html);
  for (const { element, inHead, text } of walk(document)) {
    if (text !== undefined) textChars += text.trim().length;
    if (!element) continue;
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    if (element.tagName === 'base' && base === pageUrl) base = resolve(attributes.get('href'), pageUrl) ?? base;
    if (element.tagName === 'meta' && inHead && isPolicy(attributes))
      facts.policies.push(attributes.get('content') ?? '');
    if (element.tagName === 'script') {
      const src = resolve(attributes.get('src'), base);
      scripts += 1;
      managed ||= TAG_MANAGER.test(src ?? '') || TAG_MANAGER.test(textOf(element));
      const server = src === undefined ? undefined : serverOfLoader(src);
      if (server !== undefined) facts.snippets.push({ server, ...pick(attributes) });
    }
    if (element.tagName === 'guichet-chat') {
      const server = resolve(attributes.get('server'), base);
      if (server !== undefined) facts.snippets.push({ server: server.replace(/\/+$/, '') });
    }
  }
  // What was not read may hold the line.
  facts.builtByScripts = cut || managed || (scripts > 0 && textChars < EMPTY_PAGE_CHARS);
  return facts;
}

/** The page as far as it was read. */
function parseStart(html: string): { document: Node; cut: boolean } {
  const tooMany = new Error('More elements than a page has.');
  const document = defaultTreeAdapter.createDocument();
  let elements = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createDocument: () => document,
    createElement(...words) {
      if (++elements > MAX_ELEMENTS) throw tooMany;
      return defaultTreeAdapter.createElement(...words);
    },
  };
  try {
    parse(html, { treeAdapter });
    return { document, cut: false };
  } catch (error) {
    if (error !== tooMany) throw error;
    return { document, cut: true };
  }
}

/** The whole tree in the page's order, without recursion: pages can be nested deeper than a call stack. */
function* walk(document: Node): Generator<{ element?: Element; inHead: boolean; text?: string }> {
  const stack: { node: Node; inHead: boolean; silent: boolean }[] = [{ node: document, inHead: false, silent: false }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, inHead, silent } = next;
    const element = 'tagName' in node ? node : undefined;
    if (element) yield { element, inHead };
    else if (node.nodeName === '#text' && 'value' in node && !silent && !inHead) yield { inHead, text: node.value };
    if (!('childNodes' in node)) continue;
    const below = {
      inHead: inHead || element?.tagName === 'head',
      silent: silent || /^(script|style|noscript|template)$/.test(element?.tagName ?? ''),
    };
    for (const child of node.childNodes.toReversed()) stack.push({ node: child, ...below });
  }
}

function isPolicy(attributes: ReadonlyMap<string, string>): boolean {
  return attributes.get('http-equiv')?.trim().toLowerCase() === 'content-security-policy';
}

/** `https://chat.example.com/guichet.js` and `…/w/1.2.3/guichet.js` are both of `https://chat.example.com`. */
function serverOfLoader(src: string): string | undefined {
  const url = new URL(src);
  const path = /^(.*?)(?:\/w\/[^/]+)?\/guichet\.js$/.exec(url.pathname);
  return path ? url.origin + (path[1] ?? '') : undefined;
}

function resolve(address: string | undefined, base: string): string | undefined {
  const url = address === undefined ? null : URL.parse(address.trim(), base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function pick(attributes: ReadonlyMap<string, string>): { nonce?: string; integrity?: string } {
  const [nonce, integrity] = [attributes.get('nonce'), attributes.get('integrity')];
  return { ...(nonce !== undefined && { nonce }), ...(integrity !== undefined && { integrity }) };
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
