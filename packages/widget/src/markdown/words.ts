/** Letters, digits, and signs that make no mark and no address, and end none: up to the space that some alphabets have. */
const PLAIN = new Set([...' ,!"\'(-?0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'].map(codeOf));

function codeOf(sign: string): number {
  return sign.charCodeAt(0);
}

/** Whether all of it can be added to words without looking at what stands before them. */
export function isWords(text: string, from = 0): boolean {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (PLAIN.has(code)) continue;
    if ((code >= 0xc0 && code < 0x1680) || (code > 0x3040 && code < 0xd800)) continue;
    if (code >= 0x2013 && code < 0x2028) continue;
    // The end of a sentence, and not the middle of an address.
    const ends = (code === 0x2e || code === 0x3a) && text.charCodeAt(at + 1) === 0x20;
    if (!ends) return false;
  }
  return text.length > from;
}
