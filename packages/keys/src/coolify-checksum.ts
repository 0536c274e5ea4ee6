/** CRC-32 as PHP's `crc32b`, over ASCII. */
export function crc32(text: string): number {
  let remainder = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    remainder ^= text.charCodeAt(index) & 0xff;
    for (let bit = 0; bit < 8; bit += 1) {
      remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    }
  }
  return (remainder ^ 0xffffffff) >>> 0;
}

/**
 * Laravel Sanctum ends a token with the checksum of its first 40 characters, when the token has 48. Older ones have 40
 * and no proof.
 * @returns `undefined` when there is nothing to check
 */
export function coolifyChecksumHolds(token: string): boolean | undefined {
  const secret = token.slice(token.indexOf('|') + 1);
  if (secret.length !== 48) return undefined;
  return crc32(secret.slice(0, 40)).toString(16).padStart(8, '0') === secret.slice(40);
}
