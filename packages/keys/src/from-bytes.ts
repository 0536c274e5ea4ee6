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
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const zeros = [0, 0];
  for (let index = 0; index < bytes.length; index += 1)
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = bytes.length / 4;
  if (odd > enough) return 'utf-16le';
  return even > enough ? 'utf-16be' : 'utf-8';
}
