/** Longer than any private key in text form (RSA 16384 has 12,700 characters). */
const MAX_BLOCK_LENGTH = 20_000;
/** `BEGIN `, at most 40 characters of a name, and `PRIVATE KEY`. */
const MAX_FIRST_LINE_LENGTH = 80;
/** Headers such as `Proc-Type` may stand between the first line and the key itself. */
const MAX_HEADERS_LENGTH = 400;
/** The shortest key (Ed25519) has 64 characters in one line; a question about the first line has none. */
const MIN_BASE64_RUN = 40;

/**
 * The end of a private key in text form (PEM, OpenSSH, PGP) that begins at `start`; without its last line, the end of
 * what may belong to it, since half a private key is still a secret.
 */
export function privateKeyBlockEnd(text: string, start: number): number | undefined {
  if (!text.startsWith('-----BEGIN ', start)) return undefined;
  const nameEnd = text.slice(start, start + MAX_FIRST_LINE_LENGTH).indexOf('PRIVATE KEY');
  if (nameEnd < 0) return undefined;
  const block = text.slice(start, start + MAX_BLOCK_LENGTH);
  const body = nameEnd + 'PRIVATE KEY'.length;
  const firstRun = base64RunFrom(block, body);
  if (firstRun === undefined) return undefined;
  const lastLine = block.indexOf('-----END ', body);
  if (lastLine < 0) return start + endOfBody(block, firstRun);
  const close = block.indexOf('-----', lastLine + '-----END '.length);
  return start + (close < 0 ? block.length : close + '-----'.length);
}

/** The end of the first stretch of Base64 that is too long to be a word. */
function base64RunFrom(block: string, from: number): number | undefined {
  let length = 0;
  for (let index = from; index < block.length; index += 1) {
    length = BASE64.test(block[index] ?? '') ? length + 1 : 0;
    if (length === MIN_BASE64_RUN) return index;
    if (length === 0 && index - from > MAX_HEADERS_LENGTH) return undefined;
  }
  return undefined;
}

/** Base64 and line breaks, also as a log writes them (`\n`). */
function endOfBody(block: string, from: number): number {
  let end = from;
  while (end < block.length && BASE64_OR_BREAK.test(block[end] ?? '')) end += 1;
  return end;
}

const BASE64 = /^[A-Za-z0-9+/=]$/;
const BASE64_OR_BREAK = /^[A-Za-z0-9+/=\s\\]$/;
