/** Inline text as nodes, and what is needed to change only those that changed. Nothing is ever made of HTML. */
import { legible, namesAnotherHost, webAddress } from '../parts/web-address.ts';
import { type Inline, textOf } from './inline.ts';
import { safeAddress } from './safe-address.ts';

export interface DrawnInline {
  inline: Inline;
  node: HTMLElement | Text;
  children: DrawnInline[];
}

/** Words for what is not drawn. */
export interface MarkdownWords {
  /** `{alt}`: what the picture shows, or where it is. */
  pictureAway: string;
}

/** Makes the nodes of a place say this, and leaves those alone that say it already. */
export function syncInlines(place: Node, drawn: DrawnInline[], inlines: readonly Inline[], words: MarkdownWords): void {
  inlines.forEach((inline, at) => {
    const before = drawn[at];
    if (before && change(before, inline, words)) return;
    const now = draw(inline, words);
    if (before) before.node.replaceWith(now.node);
    else place.appendChild(now.node);
    drawn[at] = now;
  });
  for (const { node } of drawn.splice(inlines.length)) node.remove();
}

/** @returns false where it takes another node */
function change(drawn: DrawnInline, inline: Inline, words: MarkdownWords): boolean {
  const before = drawn.inline;
  if (before.type !== inline.type) return false;
  if ('text' in inline && 'text' in before) {
    const text = drawn.node instanceof Text ? drawn.node : (drawn.node.firstChild as Text);
    setText(text, inline.text);
  } else if (inline.type === 'em' || inline.type === 'strong' || inline.type === 'del')
    syncInlines(drawn.node, drawn.children, inline.children, words);
  else if (JSON.stringify(before) !== JSON.stringify(inline)) return false;
  drawn.inline = inline;
  return true;
}

/** What grows is added to: a selection in it stays. */
export function setText(node: Text, text: string): void {
  if (node.data === text) return;
  if (text.startsWith(node.data)) node.appendData(text.slice(node.data.length));
  else node.data = text;
}

function draw(inline: Inline, words: MarkdownWords): DrawnInline {
  const children: DrawnInline[] = [];
  const node = nodeOf(inline, children, words);
  return { inline, node, children };
}

function nodeOf(inline: Inline, children: DrawnInline[], words: MarkdownWords): HTMLElement | Text {
  switch (inline.type) {
    case 'text':
    case 'html':
      return document.createTextNode(inline.text);
    case 'soft':
      return document.createTextNode('\n');
    case 'hard':
      return document.createElement('br');
    case 'code': {
      const code = document.createElement('code');
      code.append(inline.text);
      return code;
    }
    case 'task':
      // A sign and no box to tick: nothing happens to it, and it is read out.
      return spanOf('task', inline.isDone ? '☑' : '☐');
    case 'link':
      return linkOf(inline.address, inline.children, words);
    case 'picture':
      return pictureOf(inline.address, textOf(inline.children), words);
    default: {
      const mark = document.createElement(inline.type);
      syncInlines(mark, children, inline.children, words);
      return mark;
    }
  }
}

function spanOf(className: string, ...content: (string | Node)[]): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.append(...content);
  return span;
}

/** Leads nowhere else than it says: its host can be read, and a text that names another host is none of the link. */
function linkOf(address: string, inside: readonly Inline[], words: MarkdownWords): HTMLElement {
  const written = textOf(inside);
  const safe = safeAddress(address);
  const place = spanOf('link');
  if (!safe) {
    syncInlines(place, [], inside, words);
    return place;
  }
  const link = document.createElement('a');
  link.href = safe.href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
  const own = webAddress(written) ?? webAddress(`https://${written}`);
  const saysIt = !safe.host || (own !== undefined && own.host === safe.host && /^(?:https?:\/\/|www\.)/i.test(written));
  if (saysIt) {
    // As the network reads it, where that differs from what was written.
    if (safe.host && webAddress(written)) link.append(webAddress(written)?.shown ?? '');
    else syncInlines(link, [], inside, words);
    link.dir = 'ltr';
    return link;
  }
  const host = spanOf('host', safe.host ?? '');
  host.dir = 'ltr';
  if (legible(written) === '') link.append(host);
  else if (namesAnotherHost(written, safe.host ?? '')) {
    syncInlines(place, [], inside, words);
    link.append(host);
    place.append(' ', link);
    return place;
  } else {
    syncInlines(link, [], inside, words);
    link.append(' ', host);
  }
  return link;
}

/** Never fetched: a picture's address can carry away what was said here. */
function pictureOf(address: string, alt: string, words: MarkdownWords): HTMLElement {
  const safe = safeAddress(address);
  const kind = /^data:([\w/+.-]{0,40})/i.exec(address)?.[1];
  const named = legible(alt) || kind || safe?.host || '…';
  const place = spanOf(
    'picture-away',
    words.pictureAway.replace('{alt}', () => named),
  );
  if (safe?.host) place.append(' ', linkOf(address, [], words));
  return place;
}
