/**
 * AES-256-GCM the one way the safe uses it: a fresh random nonce of 12 bytes, a tag of 16 bytes and never a shorter
 * one. What goes in and out is `nonce ‖ ciphertext ‖ tag`.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const AES_KEY_BYTES = 32;
export const GCM_NONCE_BYTES = 12;
export const GCM_TAG_BYTES = 16;

const ALGORITHM = 'aes-256-gcm';

/** Without it, `node:crypto` takes a tag cut to 4 bytes for a good one, and a forger needs 2³² tries instead of 2¹²⁸. */
const FIXED_TAG = { authTagLength: GCM_TAG_BYTES } as const;

/** @param nonce given by the tests that compare with published vectors; used twice with one key, it breaks the cipher */
export function encryptAesGcm(
  key: Uint8Array,
  plaintext: Uint8Array,
  additionalData: Uint8Array,
  nonce: Uint8Array = randomBytes(GCM_NONCE_BYTES),
): Buffer {
  if (nonce.length !== GCM_NONCE_BYTES) throw new RangeError(`A nonce has ${GCM_NONCE_BYTES} bytes.`);
  const cipher = createCipheriv(ALGORITHM, key, nonce, FIXED_TAG).setAAD(additionalData);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** @returns undefined when a single bit of key, box or additional data is not what it was; nothing else is told */
export function decryptAesGcm(key: Uint8Array, box: Uint8Array, additionalData: Uint8Array): Buffer | undefined {
  if (box.length < GCM_NONCE_BYTES + GCM_TAG_BYTES) return undefined;
  const tagStart = box.length - GCM_TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, box.subarray(0, GCM_NONCE_BYTES), FIXED_TAG)
    .setAAD(additionalData)
    .setAuthTag(box.subarray(tagStart));
  const plaintext = decipher.update(box.subarray(GCM_NONCE_BYTES, tagStart));
  try {
    // Throws when the tag is wrong; until then the plaintext must not be believed.
    return Buffer.concat([plaintext, decipher.final()]);
  } catch {
    return undefined;
  } finally {
    plaintext.fill(0);
  }
}
