import { unescaped } from './unescaped.ts';

/** Addresses that stand in a text as they are, and end before the punctuation of the sentence around them. */
export interface BareAddress {
  from: number;
  /** As it is written. */
  text: string;
  address: string;
  /** How far characters go that could be part of it. */
  reach: number;
}

/** Longer ones are text. */
const MAX_WEB_CHARS = 2_000;

/** Characters of what could become an address of a mailbox, as far as it goes back. */
const MAX_MAIL_CHARS = 320;

const ADDRESS =
  /(?<![\p{L}\p{N}@/.]|\]\(<?)(?:https?:\/\/|www\.)[^\s<>"'«»`[\]]+|(?<![\w.+@/-])[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d_-]{1,63})*/giu;

/** The first one from here on. */
export function bareAddressFrom(text: string, from: number): BareAddress | undefined {
  const rest = text.slice(from);
  if (!rest.includes('@') && !rest.includes('://') && !/www\./i.test(rest)) return undefined;
  ADDRESS.lastIndex = from;
  for (let found = ADDRESS.exec(text); found; found = ADDRESS.exec(text)) {
    const [raw] = found;
    const reach = found.index + raw.length;
    const isMail = !/^(?:https?:|www\.)/i.test(raw);
    const written = isMail ? mailOf(raw) : webOf(raw);
    // What is none yet can become one.
    if (written === '' && reach < text.length) continue;
    const prefix = isMail ? 'mailto:' : /^www\./i.test(raw) ? 'https://' : '';
    return { from: found.index, text: written, address: prefix + unescaped(written), reach };
  }
  return undefined;
}

/** Where the characters begin that more of the text could make an address of. */
export function openAddressFrom(text: string): number {
  let at = text.length;
  while (at > 0 && text.length - at < MAX_MAIL_CHARS && /[\w.+:/@-]/.test(text[at - 1] ?? '')) at--;
  return at;
}

function webOf(raw: string): string {
  if (raw.length > MAX_WEB_CHARS) return '';
  let end = raw.length;
  for (;;) {
    const last = raw[end - 1] ?? '';
    if (/[.,:;!?*_~}|\\]/.test(last))
      end -= last === ';' ? (/&[a-z\d]+;$/i.exec(raw.slice(0, end))?.[0].length ?? 1) : 1;
    // A closing bracket that was opened within the address belongs to it.
    else if (last === ')' && countOf(raw, ')', end) > countOf(raw, '(', end)) end--;
    else break;
  }
  const written = raw.slice(0, end);
  return /^(?:https?:\/\/|www\.)[^\s]*[\p{L}\p{N}]/iu.test(written) ? written : '';
}

function countOf(text: string, sign: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && at < end; at = text.indexOf(sign, at + 1)) count++;
  return count;
}

function mailOf(raw: string): string {
  const written = raw.replace(/\.+$/, '');
  return /@[a-z\d-]+(?:\.[a-z\d_-]+)*\.[a-z]{2,}$/i.test(written) ? written : '';
}
