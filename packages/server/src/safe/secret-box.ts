/**
 * One secret as the text that is stored: `v1.<key id>.<wrapped data key>.<sealed value>`, the last two base64url of
 * `nonce ‖ ciphertext ‖ tag`. Every record has a data key of its own, wrapped by a key derived from a master key. Both
 * are bound to the place they are stored in, so that a record copied to another row opens nothing.
 */
import { randomBytes } from 'node:crypto';
import { AES_KEY_BYTES, decryptAesGcm, encryptAesGcm, GCM_NONCE_BYTES, GCM_TAG_BYTES } from './aes-gcm.ts';
import { deriveKey, type MasterKey } from './master-keys.ts';

/** The one place a record belongs to. */
export interface SecretPlace {
  table: string;
  row: string;
  column: string;
}

/**
 * Why a record was not opened. `wrong-key` and `damaged` differ in how far it got: the data key did not open (another
 * master key under this id, another row, or a changed byte), or the data key opened and the value did not.
 */
export type SecretRefusal = 'malformed' | 'unknown-version' | 'truncated' | 'unknown-key' | 'wrong-key' | 'damaged';

export type OpenedSecret = { ok: true; value: string; keyId: string } | { ok: false; reason: SecretRefusal };

const VERSION = 'v1';
const BOX_OVERHEAD_BYTES = GCM_NONCE_BYTES + GCM_TAG_BYTES;
const WRAPPED_KEY_BYTES = BOX_OVERHEAD_BYTES + AES_KEY_BYTES;
const KEY_ID = /^[\w-]{1,32}$/;

/** @throws TypeError for a text that is not valid Unicode, which would come back changed */
export function sealSecret(value: string, place: SecretPlace, master: MasterKey): string {
  if (!value.isWellFormed()) throw new TypeError('A secret is valid Unicode text.');
  const dataKey = randomBytes(AES_KEY_BYTES);
  const wrapped = encryptAesGcm(deriveKey(master, 'secret-wrapping'), dataKey, binding('key', place, master.id));
  const sealed = encryptAesGcm(dataKey, Buffer.from(value, 'utf8'), binding('value', place, master.id));
  dataKey.fill(0);
  return [VERSION, master.id, wrapped.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** Never throws, and a refusal holds nothing of the record. */
export function openSecret(record: string, place: SecretPlace, keys: readonly MasterKey[]): OpenedSecret {
  const parts = readParts(record);
  if (typeof parts === 'string') return { ok: false, reason: parts };
  const { keyId, wrapped, sealed } = parts;
  const master = keys.find(({ id }) => id === keyId);
  if (!master) return { ok: false, reason: 'unknown-key' };
  const dataKey = decryptAesGcm(deriveKey(master, 'secret-wrapping'), wrapped, binding('key', place, keyId));
  if (!dataKey) return { ok: false, reason: 'wrong-key' };
  const value = decryptAesGcm(dataKey, sealed, binding('value', place, keyId));
  dataKey.fill(0);
  return value ? { ok: true, value: value.toString('utf8'), keyId } : { ok: false, reason: 'damaged' };
}

/** The id of the key a record asks for, as far as it says so. */
export function keyIdOf(record: string): string | undefined {
  const [version, keyId] = record.split('.', 2);
  return version === VERSION && keyId !== undefined && KEY_ID.test(keyId) ? keyId : undefined;
}

interface RecordParts {
  keyId: string;
  wrapped: Buffer;
  sealed: Buffer;
}

function readParts(record: string): RecordParts | SecretRefusal {
  const [version, keyId, wrappedText, sealedText, ...more] = record.split('.');
  if (version !== VERSION) return /^v\d+$/.test(version ?? '') ? 'unknown-version' : 'malformed';
  if (keyId === undefined || !KEY_ID.test(keyId) || more.length > 0) return 'malformed';
  const wrapped = strictBase64Url(wrappedText);
  const sealed = strictBase64Url(sealedText);
  if (!wrapped || !sealed) return 'malformed';
  if (wrapped.length < WRAPPED_KEY_BYTES || sealed.length < BOX_OVERHEAD_BYTES) return 'truncated';
  return wrapped.length === WRAPPED_KEY_BYTES ? { keyId, wrapped, sealed } : 'malformed';
}

/** `Buffer.from` skips what it does not understand; here one byte sequence has one spelling. */
function strictBase64Url(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

/** JSON keeps the parts apart whatever characters they hold. */
function binding(part: 'key' | 'value', { table, row, column }: SecretPlace, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([VERSION, part, table, row, column, keyId]), 'utf8');
}
