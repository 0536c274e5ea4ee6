/**
 * The text of a file as people's programs write it: PowerShell's `>` writes UTF-16, Notepad a mark at the beginning, and
 * none of them asks.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes).replaceAll('\0', '');
}

/** Without a mark, settings are ASCII for the most part: every other byte is zero then, and which one tells the order. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  let [even, odd] = [0, 0];
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const least = bytes.length / 4;
  if (odd > least && odd > even) return 'utf-16le';
  return even > least ? 'utf-16be' : 'utf-8';
}
