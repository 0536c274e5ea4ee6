import { sha256Hex } from './sha256.ts';

/**
 * Without an installation's own salt, fingerprints are only good for telling two secrets apart while this program
 * runs: a fixed default would let anybody try guesses against a fingerprint seen in a log.
 */
let saltOfThisRun: string | undefined;

/**
 * A short name for a secret that does not give it away: 48 bits of a salted SHA-256, as `3fa9:b21c:77de`.
 * The colons keep any piece of it shorter than five digits, so it can never repeat a longer piece of the secret.
 * @param salt one random text per installation, so that fingerprints of two installations cannot be compared
 */
export function fingerprint(secret: string, salt: string | undefined): string {
  const digest = sha256Hex(`${salt ?? randomSalt()}\u0000${secret}`);
  return `${digest.slice(0, 4)}:${digest.slice(4, 8)}:${digest.slice(8, 12)}`;
}

function randomSalt(): string {
  saltOfThisRun ??= Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join('-');
  return saltOfThisRun;
}
