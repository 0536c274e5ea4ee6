import type { Removal } from './clean-pasted-text.ts';
import { KINDS } from './kinds.ts';

/** Format characters, fillers, joiners and variation selectors, and control characters. */
const INVISIBLE = /[\p{Cf}\p{Cc}\u115f\u1160\u17b4\u17b5\u3164\uffa0]|\u034f|[\ufe00-\ufe0f]/gu;
/** Control characters that are white space. */
const SPACES = '\t\n\v\f\r\u0085';
/** Begins a colour or another order to a terminal, the marks of a bracketed paste among them. */
const ESCAPE = '\u001b';
const TERMINAL_ORDER = /^\[[0-9;?]{0,16}[A-Za-z~]/;
const TYPOGRAPHIC_DASHES =
  /[\u058a\u05be\u1806\u2010-\u2015\u2043\u2212\u2500\u2e3a\u2e3b\u30a0\u30fc\ufe58\ufe63\uff0d\uff70]/g;
/** Word's non-breaking hyphen, where it is copied as plain text. */
const WORD_HYPHEN = '\u001e';
/** Letters, digits and signs as Japanese and Chinese keyboards write them: each is 0xfee0 above its ASCII one. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/** A text without what nobody sees, in the letters and with the dashes that keys are made of, and what that took. */
export function straightText(text: string): { readonly text: string; readonly removed: readonly Removal[] } {
  const removed: Removal[] = [];
  const visible = withoutTerminalOrders(separatedByNul(text) ? text.replaceAll(NUL, '\n') : text)
    .replaceAll(WORD_HYPHEN, '\u2011')
    .replace(INVISIBLE, (sign) => (SPACES.includes(sign) ? sign : ''));
  if (visible !== text) removed.push('invisible-characters');
  const narrow = visible.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET));
  if (narrow !== visible) removed.push('other-letters');
  const dashed = narrow.replace(TYPOGRAPHIC_DASHES, '-');
  const straight = dashed !== narrow && hasDashes(dashed) ? dashed : narrow;
  if (straight !== narrow) removed.push('typographic-dashes');
  const trimmed = straight.trim();
  if (trimmed !== straight) removed.push('surrounding-space');
  return { text: trimmed, removed };
}

const NUL = '\0';

/** `env -0` and `/proc/1/environ` end every setting with it; in two bytes a letter every other one is zero. */
function separatedByNul(text: string): boolean {
  const count = text.split(NUL).length - 1;
  return count > 0 && count < text.length / 4;
}

function withoutTerminalOrders(text: string): string {
  const [start = '', ...rest] = text.split(ESCAPE);
  return start + rest.map((part) => part.replace(TERMINAL_ORDER, '')).join('');
}

/** Word processors lengthen the dashes of `sk-` and of tokens; a dash between words is no business of ours. */
function hasDashes(text: string): boolean {
  if (text.includes('eyJ')) return true;
  return KINDS.some(({ prefixes }) => prefixes.some((prefix) => prefix.includes('-') && text.includes(prefix)));
}
