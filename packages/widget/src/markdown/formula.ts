/** Formulas in TeX: `$a$`, `$$a$$`, `\(a\)`, `\[a\]`. Prices are none. */
export interface Formula {
  /** With the signs around it. */
  text: string;
  isDisplay: boolean;
}

export type FormulaAt = Formula | { isOpen: boolean };

/** A sign that nothing closes within this is text. */
const MAX_CHARS = { $: 500, $$: 4_000, '\\(': 1_000, '\\[': 4_000 } as const;

type Sign = keyof typeof MAX_CHARS;

const CLOSING: Readonly<Record<Sign, string>> = { $: '$', $$: '$$', '\\(': '\\)', '\\[': '\\]' };

const NONE = { isOpen: false } as const;

/** What stands at a dollar or a backslash. */
export function formulaAt(text: string, at: number): FormulaAt {
  const two = text.slice(at, at + 2);
  if (two.length < 2) return { isOpen: true };
  const sign: Sign = two in CLOSING ? (two as Sign) : '$';
  if (!text.startsWith(sign, at) || text.startsWith('$$$', at)) return NONE;
  return sign === '$' ? inDollars(text, at) : between(text, at, sign);
}

/** The TeX within the signs. */
export function texOf(formula: string): string {
  const length = /^(?:\$\$|\\)/.test(formula) ? 2 : 1;
  return formula.slice(length, -length).trim();
}

function between(text: string, at: number, sign: Exclude<Sign, '$'>): FormulaAt {
  const from = at + 2;
  const end = text.indexOf(CLOSING[sign], from);
  const most = MAX_CHARS[sign];
  if (end < 0) return { isOpen: text.length - at <= most };
  const inside = text.slice(from, end);
  if (end - from > most || !/[\p{L}\p{N}]/u.test(inside)) return NONE;
  return { text: text.slice(at, end + 2), isDisplay: sign !== '\\(' };
}

function inDollars(text: string, at: number): FormulaAt {
  if (/[\w\\$]/.test(text[at - 1] ?? '') || /[\s$]/.test(text[at + 1] ?? '')) return NONE;
  const most = at + MAX_CHARS.$;
  for (let end = at + 1; end < text.length; end++) {
    if (end > most || text[end] === '`') return NONE;
    if (text[end] === '\\') end++;
    else if (text[end] === '$') {
      // What follows a price is a number or a word.
      if (end + 1 >= text.length) return { isOpen: true, ...closed(text, at, end) };
      return closed(text, at, end) ?? NONE;
    }
  }
  return { isOpen: true };
}

function closed(text: string, at: number, end: number): Formula | undefined {
  const inside = text.slice(at + 1, end);
  if (/[\w$]/.test(text[end + 1] ?? '') || !/[\p{L}\p{N})}\]|'!]$/u.test(inside)) return undefined;
  // An amount and words, or words alone, are a sentence.
  const isSentence = /\s/.test(inside) && !/[\\^_={}+<>|*-]/.test(inside);
  return isSentence ? undefined : { text: text.slice(at, end + 1), isDisplay: false };
}
