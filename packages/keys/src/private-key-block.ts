/** Longer than any private key in text form (RSA 16384 has 12,700 characters). */
const MAX_BLOCK_LENGTH = 20_000;
/** `BEGIN `, at most 40 characters of a name, and `PRIVATE KEY`. */
const MAX_FIRST_LINE_LENGTH = 80;

/**
 * The end of a private key in text form (PEM, OpenSSH, PGP) that begins at `start`; without its last line, the end of
 * what may belong to it, since half a private key is still a secret.
 */
export function privateKeyBlockEnd(text: string, start: number): number | undefined {
  if (!text.startsWith('-----BEGIN ', start)) return undefined;
  const nameEnd = text.slice(start, start + MAX_FIRST_LINE_LENGTH).indexOf('PRIVATE KEY');
  if (nameEnd < 0) return undefined;
  const block = text.slice(start, start + MAX_BLOCK_LENGTH);
  const lastLine = block.indexOf('-----END ', nameEnd);
  if (lastLine < 0) return start + block.length;
  const close = block.indexOf('-----', lastLine + '-----END '.length);
  return start + (close < 0 ? block.length : close + '-----'.length);
}
