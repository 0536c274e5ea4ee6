import { randomBytes, randomFillSync } from 'node:crypto';

/** What an id names; the prefix makes a log readable and a mixed-up id obvious. */
export type IdKind = 'vis' | 'con' | 'msg' | 'run' | 'fil' | 'srv';

/** An opaque id with 128 random bits: not guessable, not countable. */
export function newId(kind: IdKind): string {
  if (at === POOL.length) {
    randomFillSync(POOL);
    at = 0;
  }
  const bytes = POOL.subarray(at, at + ID_BYTES);
  at += ID_BYTES;
  const id = `${kind}_${bytes.toString('base64url')}`;
  // What made an id is nowhere but in it.
  bytes.fill(0);
  return id;
}

const ID_BYTES = 16;

/** Random bytes for many ids at once: asking for them costs more than making an id of them. Not of Node's shared pool. */
const POOL = Buffer.alloc(256 * ID_BYTES);
let at = POOL.length;

/** Without 0/O, 1/I/L and U: read aloud over the phone, a reference must arrive as it was. */
const REFERENCE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short reference that a visitor can quote and the log finds, e.g. `K7QM-2XRB`. About 39 bits. */
export function newReference(): string {
  const letters = Array.from(randomBytes(8), (byte) => REFERENCE_LETTERS[byte % REFERENCE_LETTERS.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
