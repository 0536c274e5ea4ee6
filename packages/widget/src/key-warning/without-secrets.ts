import type { FoundSecret } from '@guichet/keys/find-secrets';

/** Stands where a secret stood, so that the sentence around it can still be read. */
const MARK = '[…]';

/** The text with a mark in place of each secret; empty where nothing else was in it. */
export function withoutSecrets(text: string, found: readonly FoundSecret[]): string {
  let left = '';
  let from = 0;
  for (const { start, end } of found) {
    left += text.slice(from, start) + MARK;
    from = end;
  }
  left += text.slice(from);
  return left.replaceAll(MARK, '').trim() === '' ? '' : left;
}
