/** Inline text as nodes, and what is needed to change only those that changed. Nothing is ever made of HTML. */
import { legible, namesAnotherHost, webAddress } from '../parts/web-address.ts';
import { mayShowPicture } from '../pictures/may-show-picture.ts';
import type { PicturePlace } from '../pictures/picture-place.ts';
import { texOf } from './formula.ts';
import { type Inline, textOf } from './inline.ts';
import { safeAddress } from './safe-address.ts';

/** Words for what is not drawn. */
export interface MarkdownWords {
  /** `{alt}`: what the picture shows, or where it is. */
  pictureAway: string;
  copyCode: string;
  copied: string;
}

/** What the drawing needs from around it. */
export interface MarkdownAids {
  words: MarkdownWords;
  /** Missing where the browser gives no clipboard. */
  copy?: ((text: string) => Promise<void>) | undefined;
  /** Whose pictures the site shows. */
  pictureHosts?: () => readonly string[] | undefined;
  /** Colours code that is settled. */
  highlight?: (code: HTMLElement, language: string) => void;
  /** Draws a formula in the place of its source. */
  drawFormula?: (place: HTMLElement, tex: string, isDisplay: boolean) => void;
  /** What is drawn is inside a link, and a link in a link is none that anybody could follow. */
  isInLink?: boolean;
}

export function inlineNode(inline: Inline, aids: MarkdownAids): HTMLElement | Text {
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
    case 'math':
      return formulaOf(inline.text, inline.isDisplay, aids);
    case 'task':
      // A sign and no box to tick: nothing happens to it, and it is read out.
      return spanOf('task', inline.isDone ? '☑' : '☐');
    case 'link':
      return linkOf(inline.address, inline.children, aids);
    case 'picture':
      return pictureOf(inline.address, textOf(inline.children), aids);
    default: {
      const mark = document.createElement(inline.type);
      mark.append(...nodesOf(inline.children, aids));
      return mark;
    }
  }
}

const nodesOf = (inlines: readonly Inline[], aids: MarkdownAids) => inlines.map((inline) => inlineNode(inline, aids));

/** Its source, until it can be drawn. */
function formulaOf(text: string, isDisplay: boolean, aids: MarkdownAids): HTMLElement {
  const place = spanOf(isDisplay ? 'formula display' : 'formula', text);
  place.dir = 'ltr';
  aids.drawFormula?.(place, texOf(text), isDisplay);
  return place;
}

function spanOf(className: string, ...content: (string | Node)[]): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.append(...content);
  return span;
}

/** Leads nowhere else than it says: its host can be read, and a text that names another host is none of the link. */
function linkOf(address: string, inside: readonly Inline[], aids: MarkdownAids): HTMLElement {
  const written = textOf(inside);
  const safe = safeAddress(address);
  const place = spanOf('link');
  // A link in a link, as an address between angles makes one, is its text.
  if (!safe || aids.isInLink) {
    place.append(...nodesOf(inside, aids));
    return place;
  }
  const inLink = { ...aids, isInLink: true };
  const link = document.createElement('a');
  link.href = safe.href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
  const own = webAddress(written) ?? webAddress(`https://${written}`);
  const saysIt = !safe.host || (own !== undefined && own.host === safe.host && /^(?:https?:\/\/|www\.)/i.test(written));
  if (saysIt) {
    // As the network reads it, where that differs from what was written.
    if (safe.host && webAddress(written)) link.append(webAddress(written)?.shown ?? '');
    else link.append(...nodesOf(inside, inLink));
    link.dir = 'ltr';
    return link;
  }
  const host = hostOf(safe.host ?? '');
  if (legible(written) === '') link.append(host);
  else if (namesAnotherHost(written, safe.host ?? '')) {
    place.append(...nodesOf(inside, aids));
    link.append(host);
    place.append(' ', link);
    return place;
  } else {
    link.append(...nodesOf(inside, inLink));
    link.append(' ', host);
  }
  return link;
}

function hostOf(name: string): HTMLElement {
  const host = spanOf('host', name);
  host.dir = 'ltr';
  return host;
}

/**
 * Not fetched: a picture's address can carry away what was said here. Of a host that the site shows pictures of, it has
 * the place that the picture will have.
 */
function pictureOf(address: string, alt: string, aids: MarkdownAids): HTMLElement {
  const safe = safeAddress(address);
  const kind = /^data:([\w/+.-]{0,40})/i.exec(address)?.[1];
  const named = legible(alt) || kind || safe?.host || '…';
  const place: PicturePlace = spanOf(
    'picture-away',
    aids.words.pictureAway.replace('{alt}', () => named),
  );
  if (safe?.host) {
    place.append(' ', aids.isInLink ? hostOf(safe.host) : linkOf(address, [], aids));
    place.picture = { address: safe.href, alt: legible(alt) };
    if (mayShowPicture(safe.href, aids.pictureHosts?.())) place.classList.add('picture-frame');
  }
  return place;
}
