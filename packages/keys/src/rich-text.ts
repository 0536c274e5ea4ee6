/** How a document of TextEdit, WordPad or Word begins that was copied as its source. */
const START = '{\\rtf';
/** The same, also where its backslash was escaped once more. */
const ANY_START = /\{\\{1,8}rtf/;

/** A hyphen or space that does not break, a byte, a character by its number, a control word, a bracket. */
const CONTROL = /\\(?:[_~-]|'[0-9a-fA-F]{2}|u-?\d{1,5} ?\??|[a-z]{1,32}-?\d{0,10} ?|[^\n\r])|[{}]/g;

const PLAIN: Readonly<Record<string, string>> = { '\\_': '-', '\\~': ' ', '\\-': '' };
const LINE_BREAK = /^\\(?:par|line|tab|cell|row)\b/;
const UNICODE = /^\\u-?\d/;

export function hasRichText(text: string): boolean {
  return ANY_START.test(text);
}

/** @returns `undefined` when there is none, or when it has to be unescaped first */
export function plainOfRichText(text: string): string | undefined {
  const start = text.indexOf(START);
  if (start < 0) return undefined;
  return text.slice(start).replace(CONTROL, (control) => {
    const plain = PLAIN[control];
    if (plain !== undefined) return plain;
    if (control.startsWith("\\'")) return String.fromCharCode(Number.parseInt(control.slice(2), 16));
    // Numbers above 32,767 are written as negative ones.
    if (UNICODE.test(control))
      return String.fromCharCode((Number.parseInt(control.slice(2), 10) + 0x1_0000) % 0x1_0000);
    return LINE_BREAK.test(control) ? '\n' : '';
  });
}
