/**
 * Passwords as they are stored: argon2id, with its parameters written beside it (PHC string format), so that they can be
 * raised later and older ones still be checked. Runs outside the event loop's thread.
 */
import * as crypto from 'node:crypto';
import { promisify } from 'node:util';

export interface HashParameters {
  memoryKib: number;
  passes: number;
  parallelism: number;
}

/** Twice the passes of OWASP's first recommendation for argon2id: 46 MiB for each attempt, and a tenth of a second or two. */
export const HASH_PARAMETERS: HashParameters = { memoryKib: 47_104, passes: 2, parallelism: 1 };

/** What a stored hash may ask for: a damaged row must not take the machine's memory. */
const MAX_MEMORY_KIB = 262_144;
const MAX_PASSES = 16;
const MAX_PARALLELISM = 8;

const SALT_BYTES = 16;
const HASH_BYTES = 32;

export type PasswordCheck =
  | { ok: false }
  /** `outdated`: made with other parameters than those in force; to be hashed anew while the password is at hand. */
  | { ok: true; outdated: boolean };

export async function hashPassword(password: string, parameters: HashParameters = HASH_PARAMETERS): Promise<string> {
  const salt = crypto.randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, parameters, HASH_BYTES);
  const { memoryKib, passes, parallelism } = parameters;
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}

/** Does the same work whether there is a hash or not, so that the time tells nobody. */
export async function checkPassword(password: string, stored: string | undefined): Promise<PasswordCheck> {
  const read = stored === undefined ? undefined : readHash(stored);
  if (!read) {
    await derive(password, NO_SALT, HASH_PARAMETERS, HASH_BYTES);
    return { ok: false };
  }
  const hash = await derive(password, read.salt, read.parameters, read.hash.length);
  if (!crypto.timingSafeEqual(hash, read.hash)) return { ok: false };
  const { memoryKib, passes, parallelism } = read.parameters;
  const outdated =
    memoryKib !== HASH_PARAMETERS.memoryKib ||
    passes !== HASH_PARAMETERS.passes ||
    parallelism !== HASH_PARAMETERS.parallelism;
  return { ok: true, outdated };
}

/** Composed characters are typed differently on different keyboards; NFKC makes them one. */
export function normalisePassword(text: string): string {
  return text.normalize('NFKC');
}

/** Node has argon2 since 24.7. Asked at start, so that an older one is named then and not at the first sign-in. */
export function hasArgon2(): boolean {
  return typeof crypto.argon2 === 'function';
}

const NO_SALT = Buffer.alloc(SALT_BYTES);

interface ReadHash {
  parameters: HashParameters;
  salt: Buffer;
  hash: Buffer;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,88})\$([A-Za-z0-9+/]{22,88})$/;

function readHash(stored: string): ReadHash | undefined {
  const [, memory, passes, parallelism, salt = '', hash = ''] = PHC.exec(stored) ?? [];
  const parameters = { memoryKib: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const bounded =
    parameters.memoryKib >= 8 * parameters.parallelism &&
    parameters.memoryKib <= MAX_MEMORY_KIB &&
    parameters.passes >= 1 &&
    parameters.passes <= MAX_PASSES &&
    parameters.parallelism >= 1 &&
    parameters.parallelism <= MAX_PARALLELISM;
  return bounded ? { parameters, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') } : undefined;
}

function derive(password: string, salt: Buffer, parameters: HashParameters, length: number): Promise<Buffer> {
  // Not named in the import: on a Node without it, the module would not even load.
  return promisify(crypto.argon2)('argon2id', {
    message: normalisePassword(password),
    nonce: salt,
    memory: parameters.memoryKib,
    passes: parameters.passes,
    parallelism: parameters.parallelism,
    tagLength: length,
  });
}

/** Without padding, as the format wants it. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
