import { randomBytes } from 'node:crypto';

/** What an id names; the prefix makes a log readable and a mixed-up id obvious. */
export type IdKind = 'vis' | 'con' | 'msg' | 'run' | 'fil' | 'srv';

/** An opaque id with 128 random bits: not guessable, not countable. */
export function newId(kind: IdKind): string {
  return `${kind}_${randomBytes(16).toString('base64url')}`;
}

/** Without 0/O, 1/I/L and U: read aloud over the phone, a reference must arrive as it was. */
const REFERENCE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short reference that a visitor can quote and the log finds, e.g. `K7QM-2XRB`. About 39 bits. */
export function newReference(): string {
  const letters = Array.from(randomBytes(8), (byte) => REFERENCE_LETTERS[byte % REFERENCE_LETTERS.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
