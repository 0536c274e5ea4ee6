/**
 * Models and pipes put pictures into an answer as `data:` addresses: thousands of characters that nobody can read, sent to
 * every reader and kept for good. A picture is named instead, by its alternative text or as `[image]`, one word in both of
 * our languages. A picture with an address on the web stays the link it is.
 *
 * Cut anywhere, it says the same; each character is looked at a bounded number of times.
 */
import { createMarkdownCodeTracker } from './markdown-code-tracker.ts';

export interface PictureNamer {
  feed(text: string): void;
  /** The text is over, or another begins: what was held back is told. */
  end(): void;
}

/** The name of a picture without one. */
export const UNNAMED_PICTURE = '[image]';

/** Longest alternative text that is waited for. */
const MOST_NAME_CHARS = 300;

/** Of `data:` content that is no picture in Markdown (an example in code, HTML), what is shown. */
const MOST_CONTENT_CHARS = 100;

/** Some write `data:` content in lines of 64 or 76 characters; a word is never so long. */
const FEWEST_LINE_CHARS = 40;
const NEXT_LINE = /^[ \t]{0,4}\r?\n?[ \t]{0,8}([\w+/=-]*)/;

/** `data:` and the beginning of a media type. */
const LONGEST_TYPE_CHARS = 80;

/** What of the text before is looked at for the beginning of `data:` content. */
const TAIL_CHARS = 200;
const LONGEST_TAIL_CHARS = 4_000;

const CONTENT_BEGUN = /data:[\w.+-]{0,40}(?:\/[\w.+-]{0,60})?(?:;[\w=.+-]{1,40}){0,3};base64,$/i;

type Skipped =
  /** The address of a picture or link in Markdown, up to its closing bracket. */
  | { kind: 'address'; depth: number; inAngles: boolean; lineFeeds: number }
  /** The rest of an HTML picture's tag; inside `quote` a `>` does not end it. */
  | { kind: 'tag'; quote: string; lineFeeds: number }
  /** A definition, `[name]: data:…`: its line, in pieces of any length. */
  | { kind: 'line' };

export function createPictureNamer(onText: (text: string) => void): PictureNamer {
  const code = createMarkdownCodeTracker();
  let held = '';
  let skipped: Skipped | undefined;
  /** The end of what was told. */
  let tail = '';
  /** Characters of `data:` content told so far; undefined outside. */
  let content: number | undefined;
  /** After long content: white space and what may be its next line; told only once it turns out to be none. */
  let wrapped: string | undefined;

  function feed(text: string): void {
    if (held === '' && skipped === undefined && content === undefined && !mayHoldPicture(text)) {
      pass(text);
      return;
    }
    let rest = held + text;
    held = '';
    while (rest !== '') rest = skipped ? skip(skipped, rest) : read(rest);
  }

  /** @returns what is still to be read */
  function read(text: string): string {
    STARTS.lastIndex = 0;
    let from = 0;
    for (let found = STARTS.exec(text); found; found = STARTS.exec(text)) {
      const at = found.index;
      const picture = pictureAt(text, at);
      if (picture === undefined) continue;
      tell(text.slice(from, at));
      from = at;
      // In code it is what the answer shows.
      if (code.insideFence() || code.insideSpan()) continue;
      if (picture === 'partial') {
        held = text.slice(from);
        return '';
      }
      unwrap();
      pass(picture.name);
      skipped = picture.skip;
      return text.slice(from + picture.length);
    }
    tell(text.slice(from));
    return '';
  }

  /** Text that may hold `data:` content outside of Markdown's pictures: of that, little is told. */
  function tell(text: string): void {
    let rest = text;
    while (rest !== '') {
      if (content !== undefined && wrapped !== undefined) {
        const both: string = wrapped + rest;
        const [whole, line = ''] = NEXT_LINE.exec(both) ?? [''];
        if (line.length >= FEWEST_LINE_CHARS) {
          wrapped = undefined;
          if (content <= MOST_CONTENT_CHARS) pass('…');
          content = MOST_CONTENT_CHARS + line.length;
          rest = both.slice(whole.length);
          continue;
        }
        wrapped = both;
        if (whole.length === both.length) return;
        wrapped = undefined;
        content = undefined;
        rest = both;
      }
      if (content === undefined) {
        const at = endOfContentStart(rest);
        pass(at === -1 ? rest : rest.slice(0, at));
        if (at === -1) return;
        content = 0;
        rest = rest.slice(at);
        continue;
      }
      const end = rest.search(/[^\w+/=%-]/);
      const run = end === -1 ? rest : rest.slice(0, end);
      const room = MOST_CONTENT_CHARS - content;
      if (room > 0 && run !== '') pass(run.slice(0, room));
      if (content <= MOST_CONTENT_CHARS && content + run.length > MOST_CONTENT_CHARS) pass('…');
      content += run.length;
      if (end === -1) return;
      if (content >= FEWEST_LINE_CHARS) wrapped = '';
      else content = undefined;
      rest = rest.slice(end);
    }
  }

  /** What may have been the next line of `data:` content is none: something else begins. */
  function unwrap(): void {
    const text = wrapped;
    if (text === undefined) return;
    wrapped = undefined;
    content = undefined;
    pass(text);
  }

  /** Where in this text `…;base64,` ends, with what was told before it. */
  function endOfContentStart(text: string): number {
    for (let at = text.indexOf(','); at !== -1; at = text.indexOf(',', at + 1)) {
      const before = text.slice(Math.max(0, at + 1 - TAIL_CHARS), at + 1);
      if (before.length >= 3 && !before.endsWith('64,')) continue;
      const seen = before.length < TAIL_CHARS ? tail.slice(before.length - TAIL_CHARS) + before : before;
      if (CONTENT_BEGUN.test(seen)) return at + 1;
    }
    return -1;
  }

  function pass(text: string): void {
    if (text === '') return;
    code.feed(text);
    tail += text;
    // Seldom, because cutting costs more than adding.
    if (tail.length > LONGEST_TAIL_CHARS) tail = tail.slice(-TAIL_CHARS);
    onText(text);
  }

  /** @returns what comes after what is skipped; empty while there is more of it */
  function skip(current: Skipped, text: string): string {
    if (current.kind === 'line') {
      const end = text.indexOf('\n');
      if (end === -1) return '';
      skipped = undefined;
      return text.slice(end);
    }
    if (current.kind === 'tag') return skipTag(current, text);
    ADDRESS_TURNS.lastIndex = 0;
    for (let turn = ADDRESS_TURNS.exec(text); turn; turn = ADDRESS_TURNS.exec(text)) {
      const [sign] = turn;
      // A blank line: the bracket was forgotten, and the answer goes on.
      current.lineFeeds = sign === '\n' ? current.lineFeeds + 1 : 0;
      if (sign === '>') current.inAngles = false;
      else if (!current.inAngles && sign === '(') current.depth++;
      else if (!current.inAngles && sign === ')') current.depth--;
      if (current.depth > 0 && current.lineFeeds < 2) continue;
      skipped = undefined;
      const rest = text.slice(turn.index + 1);
      return current.depth === 0 ? rest : `\n\n${rest}`;
    }
    return '';
  }

  function skipTag(current: Extract<Skipped, { kind: 'tag' }>, text: string): string {
    TAG_TURNS.lastIndex = 0;
    for (let turn = TAG_TURNS.exec(text); turn; turn = TAG_TURNS.exec(text)) {
      const [sign] = turn;
      current.lineFeeds = sign === '\n' ? current.lineFeeds + 1 : 0;
      if (current.quote === sign) current.quote = '';
      else if (current.quote === '' && (sign === '"' || sign === "'")) current.quote = sign;
      const isOver = sign === '>' && current.quote === '';
      // A blank line: the quotation mark was forgotten, and the answer goes on.
      if (!isOver && current.lineFeeds < 2) continue;
      skipped = undefined;
      const rest = text.slice(turn.index + 1);
      return isOver ? rest : `\n\n${rest}`;
    }
    return '';
  }

  function end(): void {
    const rest = held;
    held = '';
    skipped = undefined;
    tell(rest);
    unwrap();
    content = undefined;
    tail = '';
    code.reset();
  }

  return { feed, end };
}

/** A picture, a link, an HTML picture. */
const STARTS = /!|\]|</g;
/** What matters on the way to an address's end; any other sign makes a line that is not blank. */
const ADDRESS_TURNS = /[()\n>]|[^\s()>][^()\n>]*/g;
const TAG_TURNS = /["'\n>]|[^\s"'>][^"'\n>]*/g;

interface Picture {
  /** Where the address begins, from the start of the mark. */
  length: number;
  /** What is told instead. */
  name: string;
  skip: Skipped;
}

function pictureAt(text: string, at: number): Picture | 'partial' | undefined {
  const sign = text.charAt(at);
  if (sign === '<') return htmlPictureAt(text, at);
  if (sign === ']') return addressAt(text, at, at, undefined);
  if (at + 1 === text.length) return 'partial';
  if (text.charAt(at + 1) !== '[') return undefined;
  const nameAt = at + 2;
  for (let end = nameAt; end - nameAt <= MOST_NAME_CHARS; end++) {
    if (end >= text.length) return 'partial';
    const character = text.charAt(end);
    if (character === '\n') return undefined;
    if (character !== ']') continue;
    if (end + 1 === text.length) return 'partial';
    if (text.charAt(end + 1) === '(') return addressAt(text, at, end, text.slice(nameAt, end));
  }
  return undefined;
}

/** @param end where `](` stands @param name of a picture; undefined for a link, whose words were told already */
function addressAt(text: string, at: number, end: number, name: string | undefined): Picture | 'partial' | undefined {
  if (end + 1 === text.length) return 'partial';
  if (name === undefined && text.charAt(end + 1) === ':') return definitionAt(text, at, end);
  if (text.charAt(end + 1) !== '(') return undefined;
  const address = /^[ \t]{0,8}(<?)[ \t]{0,8}/.exec(text.slice(end + 2, end + 20));
  const from = end + 2 + (address?.[0].length ?? 0);
  const state = dataAt(text, from);
  if (state !== true) return state === false ? undefined : 'partial';
  return {
    length: from - at,
    name: name === undefined ? ']' : nameOf(name),
    skip: { kind: 'address', depth: 1, inAngles: address?.[1] === '<', lineFeeds: 0 },
  };
}

/** `[fox]: data:…`, which `![a red fox][fox]` elsewhere refers to. The name was told already. */
function definitionAt(text: string, at: number, end: number): Picture | 'partial' | undefined {
  const space = /^[ \t]{0,8}<?/.exec(text.slice(end + 2, end + 12))?.[0].length ?? 0;
  const state = dataAt(text, end + 2 + space);
  if (state !== true) return state === false ? undefined : 'partial';
  return { length: end + 2 + space - at, name: `]: ${UNNAMED_PICTURE}`, skip: { kind: 'line' } };
}

function htmlPictureAt(text: string, at: number): Picture | 'partial' | undefined {
  const tag = text.slice(at, at + MOST_NAME_CHARS);
  const begun = /^<i?m?g?(?:\s[^<>]*)?$/i.exec(tag);
  const source = /^<img\s[^<>]*?\bsrc\s{0,4}=\s{0,4}(["']?)data:/i.exec(tag);
  if (source) {
    const before = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(source[0]);
    return {
      length: source[0].length,
      name: nameOf(before?.[1] ?? before?.[2] ?? ''),
      skip: { kind: 'tag', quote: source[1] ?? '', lineFeeds: 0 },
    };
  }
  return begun && (tag.length < 4 || /^<img/i.test(tag)) && tag.length < MOST_NAME_CHARS ? 'partial' : undefined;
}

/** Whether `data:` and a media type stand here. @returns undefined when the text ends before it is known */
function dataAt(text: string, at: number): boolean | undefined {
  const scheme = text.slice(at, at + 5).toLowerCase();
  if (scheme !== 'data:') return 'data:'.startsWith(scheme) && at + 5 > text.length ? undefined : false;
  const type = text.slice(at + 5, at + 5 + LONGEST_TYPE_CHARS);
  const end = type.search(/[^\w.+-]/);
  if (end === -1) return type.length < LONGEST_TYPE_CHARS ? undefined : false;
  return type.charAt(end) === '/' ? end > 0 : /[;,]/.test(type.charAt(end));
}

function nameOf(alternative: string): string {
  const name = alternative.replace(/\s+/g, ' ').trim();
  return name === '' || /data:|[\w+/=]{80}/.test(name) ? UNNAMED_PICTURE : `[${name}]`;
}

function mayHoldPicture(text: string): boolean {
  return text.includes('!') || text.includes(']') || text.includes('<') || text.includes(',');
}
