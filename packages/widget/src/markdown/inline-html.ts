/** Elements, comments and instructions of HTML; they are shown as they are. And addresses in angle brackets. */
const AUTOLINK = /<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^<>\s]{0,990})>/y;
const MAIL =
  /<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?){0,32})>/y;
const ELEMENT =
  /<(?:[A-Za-z][A-Za-z0-9-]*(?:\s+[a-zA-Z_:][\w:.-]*(?:\s*=\s*(?:[^"'=<>`\s]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[A-Za-z][A-Za-z0-9-]*\s*|!---?|![A-Za-z][^>]*)>/y;

/** Beyond this, a sign that nothing closes is text. */
const MAX_CHARS = 1_000;

/** What begins in the one way ends in the other. */
const PAIRS: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

export interface Angled {
  type: 'link' | 'html' | 'none';
  text: string;
  address: string;
  length: number;
  /** More of the text could say otherwise. */
  isOpen: boolean;
}

/** What stands at an opening angle bracket. */
export function angledAt(text: string, at: number): Angled {
  const none = { type: 'none', text: '<', address: '', length: 1, isOpen: false } as const;
  if (at + 1 < text.length && !/[\w!/?.#$%&'*+=^`{|}~-]/.test(text[at + 1] ?? '')) return none;
  const isShort = text.length - at <= MAX_CHARS;
  const end = text.indexOf('>', at);
  if (end < 0) return { ...none, isOpen: isShort };
  for (const [pattern, prefix] of [
    [AUTOLINK, ''],
    [MAIL, 'mailto:'],
  ] as const) {
    pattern.lastIndex = at;
    const [whole, inside] = pattern.exec(text) ?? [];
    if (whole === undefined || inside === undefined) continue;
    return { type: 'link', text: inside, address: prefix + inside, length: whole.length, isOpen: false };
  }
  ELEMENT.lastIndex = at;
  const element = ELEMENT.exec(text.length - at > MAX_CHARS ? text.slice(0, at + MAX_CHARS) : text)?.[0];
  if (element !== undefined) return { type: 'html', text: element, address: '', length: element.length, isOpen: false };
  for (const [begin, close] of PAIRS) {
    if (!text.startsWith(begin, at)) continue;
    const closed = text.indexOf(close, at + begin.length);
    if (closed < 0 || closed - at > MAX_CHARS) return { ...none, isOpen: closed < 0 && isShort };
    const whole = text.slice(at, closed + close.length);
    return { type: 'html', text: whole, address: '', length: whole.length, isOpen: false };
  }
  // What is quoted within an element may hold its end.
  return { ...none, isOpen: isShort && /["']/.test(text.slice(at, end)) };
}
