/**
 * A text whose characters are bytes, read as UTF-8; as UTF-16 where every other byte is zero, as Windows writes it.
 * Anything else is returned as it is.
 */
export function fromBytes(text: string): string {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0xff) return text;
    bytes[index] = code;
  }
  try {
    return new TextDecoder(looksWide(bytes) ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

function looksWide(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (let index = 1; index < bytes.length; index += 2) if (bytes[index] === 0) zeros += 1;
  return zeros * 2 > bytes.length / 2;
}
