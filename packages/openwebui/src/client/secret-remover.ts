/**
 * Takes our own credential out of what comes back: some servers, proxies and functions repeat what they were shown,
 * whole, encoded, cut or masked. A masked one is no secret, but it says whose key it is to those who must not know, and
 * beside a provider's key it is taken for that one.
 */

export type SecretRemover = (text: string) => string;

const IN_ITS_PLACE = '[credential]';

/** Shorter than any key or token: what was put there by mistake occurs in every text, as does `x` in `text/html`. */
const LEAST_SECRET = 6;

/** So many characters in a row are the credential's; fewer occur by chance. */
const RUN_CHARS = 10;

/** Of the ends that stand beside a mask: together with a beginning, or alone. */
const LEAST_END_BESIDE_BEGINNING = 2;
const LEAST_END = 4;
/** `sk-` and four more. */
const LEAST_BEGINNING = 7;
const LEAST_BEGINNING_BESIDE_END = 3;

const MASK =
  /(?:\s?(?:[*•·●∙✱#]+|\.{2,}|…+|[x×]{3,}|_{3,}|-{3,}|\[[^\]\n]{0,20}\]|<[^<>\n]{0,20}>|\\u202[26]|&(?:hellip|bull|middot);|%2a|%e2%80%a[26])\s?)+/gi;
const NAMES_ITS_END = /\b(?:end(?:s|ing)?(?: (?:in|with|on))?|last \w+(?: \w+)?|se termin\w+ par)\W{0,6}/gi;
const NAMES_ITS_BEGINNING =
  /\b(?:start(?:s|ing)?(?: with)?|begin(?:s|ning)?(?: with)?|first \w+(?: \w+)?|commen\w+ par)\W{0,6}/gi;

/** Longer texts are not read to their end by anybody; what is beyond is dropped. In characters. */
const MOST_CHARS = 128 * 1024;

/** Made once for a credential: the same one is in use for weeks. */
let last: { credential: string; remove: SecretRemover } | undefined;

export function secretRemover(credential: string): SecretRemover {
  if (last?.credential !== credential) last = { credential, remove: createSecretRemover(credential) };
  return last.remove;
}

export function createSecretRemover(credential: string): SecretRemover {
  if (credential.length < LEAST_SECRET) return (text) => text;
  if (credential.length < RUN_CHARS) return (text) => text.replaceAll(credential, IN_ITS_PLACE);
  const secret = lower(credential);
  const forms = encodings(credential);
  const runs = new Set(forms.flatMap(runsOf));
  const bareRuns = new Set(forms.map((form) => form.replace(NO_LETTER_OR_DIGIT, '')).flatMap(runsOf));
  return (given) => {
    const text = given.length > MOST_CHARS ? given.slice(0, MOST_CHARS) : given;
    const written = [findRuns(text, runs, WRITTEN), findRuns(text, runs, IN_MAILS)];
    return without(text, [...written.flat(), ...findRuns(text, bareRuns, SPELT_OUT), ...findMasked(text, secret)]);
  };
}

interface Span {
  from: number;
  to: number;
}

/**
 * As it is, as bytes in hexadecimal, and in base64 at any place of a longer text (`Basic …` has a name before it), of the
 * text itself, of what Windows makes of it, and of its hexadecimal digits.
 */
function encodings(credential: string): string[] {
  const wide = Buffer.from(credential, 'utf16le').toString('latin1');
  const hex = Buffer.from(credential).toString('hex');
  const inBase64 = [credential, wide, hex].flatMap((text) =>
    [0, 1, 2].map((before) => {
      const whole = Buffer.from(' '.repeat(before) + text, 'latin1')
        .toString('base64')
        .replace(/=+$/, '');
      // Characters that also hold bits of a neighbour differ from text to text.
      return whole.slice(before === 0 ? 0 : before + 1, -1);
    }),
  );
  return [credential, hex, ...inBase64, ...inBase64.map(urlSafe)].map(lower);
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}

function runsOf(form: string): string[] {
  return Array.from({ length: Math.max(0, form.length - RUN_CHARS + 1) }, (_, at) => form.slice(at, at + RUN_CHARS));
}

/** One character as URLs (encoded twice, too), JSON, programs and pages write it, or as it is; a terminal's order is none. */
const WRITTEN =
  /%(?:25){0,2}[0-9a-f]{2}|\\u[0-9a-f]{4}|\\u\{[0-9a-f]{1,6}\}|\\x[0-9a-f]{2}|\\[0-3]?[0-7]{2}|&#0{0,8}(?:\d{1,6}|x0{0,8}[0-9a-f]{1,6});?|\p{Cc}\[[\d;]{0,16}[a-z]|[\s\S]/giu;
/** As mails write it. */
const IN_MAILS = /=[0-9a-f]{2}|=\r?\n|[\s\S]/gi;
/** Letters and digits alone, as where each stands for itself: `s.k.-.3`, `["s","k"]`, `73:6b`, `s<wbr>k`. */
const SPELT_OUT = /<[^<>\n]{1,20}>|\\u[0-9a-f]{4}|\\x|0x|[\s\S]/gi;
const NO_LETTER_OR_DIGIT = /[^a-z0-9]/g;
/** What breaks a long word over lines or is drawn over its letters: nothing of the word itself. */
const BREAKS = /^[\s\u00ad\u200b-\u200d\u2060\ufeff\p{M}]$/u;

function findRuns(text: string, runs: ReadonlySet<string>, pattern: RegExp): Span[] {
  const bare = pattern === SPELT_OUT;
  let plain = '';
  const places: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const character = lower(readCharacter(match[0]));
    if (character.length !== 1 || (bare ? !/[a-z0-9]/.test(character) : BREAKS.test(character))) continue;
    plain += character;
    places.push({ from: match.index, to: match.index + match[0].length });
  }
  const found: Span[] = [];
  for (let at = 0; at + RUN_CHARS <= plain.length; at++) {
    if (!runs.has(plain.slice(at, at + RUN_CHARS))) continue;
    const from = places[at]?.from ?? 0;
    const to = places[at + RUN_CHARS - 1]?.to ?? text.length;
    found.push({ from, to });
  }
  return found;
}

function readCharacter(written: string): string {
  if (written.length === 1) {
    const code = written.charCodeAt(0);
    // As Japanese and Chinese keyboards write it.
    return code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : written;
  }
  const entity = /^&#(x?)([0-9a-f]+);?$/i.exec(written);
  if (entity) return ascii(entity[2] ?? '', entity[1] ? 16 : 10, written);
  if (/^\\[0-7]+$/.test(written)) return ascii(written.slice(1), 8, written);
  return ascii(written.replace(/^%(?:25)*(?=[0-9a-f]{2}$)|^\\[ux]|[=%{}]/gi, ''), 16, written);
}

function ascii(digits: string, base: number, written: string): string {
  const code = Number.parseInt(digits, base);
  return code < 0x80 ? String.fromCharCode(code) : written;
}

function findMasked(text: string, secret: string): Span[] {
  const plain = lower(text);
  const found: Span[] = [];
  for (const match of plain.matchAll(MASK)) {
    const from = match.index;
    const to = from + match[0].length;
    const beginning = beginningBefore(plain, from, secret);
    const end = endAfter(plain, to, secret);
    const isOurs =
      beginning >= LEAST_BEGINNING ||
      end >= LEAST_END ||
      (beginning >= LEAST_BEGINNING_BESIDE_END && end >= LEAST_END_BESIDE_BEGINNING);
    if (isOurs) found.push({ from: from - beginning, to: to + end });
  }
  for (const match of plain.matchAll(NAMES_ITS_END)) {
    const from = match.index + match[0].length;
    const end = endAfter(plain, from, secret);
    if (end >= LEAST_END) found.push({ from, to: from + end });
  }
  for (const match of plain.matchAll(NAMES_ITS_BEGINNING)) {
    const from = match.index + match[0].length;
    const beginning = sharedStart(plain.slice(from, from + secret.length), secret);
    if (beginning >= LEAST_BEGINNING) found.push({ from, to: from + beginning });
  }
  return found;
}

/** How many characters right before a place are the credential's beginning. */
function beginningBefore(text: string, place: number, secret: string): number {
  for (let length = Math.min(place, secret.length); length > 0; length--) {
    if (text.startsWith(secret.slice(0, length), place - length)) return length;
  }
  return 0;
}

function endAfter(text: string, place: number, secret: string): number {
  // A longer word that merely begins so is another one.
  const word = /^[\w-]*/.exec(text.slice(place, place + secret.length))?.[0] ?? '';
  return word !== '' && secret.endsWith(word) ? word.length : 0;
}

function sharedStart(text: string, secret: string): number {
  let length = 0;
  while (length < text.length && text[length] === secret[length]) length++;
  return length;
}

function without(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let out = '';
  let read = 0;
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    if (to <= read) continue;
    // What touches what was left out just before is the same piece.
    if (from > read || out === '') out += text.slice(read, from) + IN_ITS_PLACE;
    read = to;
  }
  return out + text.slice(read);
}

/** Letter by letter, so that every place stays where it is. */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
