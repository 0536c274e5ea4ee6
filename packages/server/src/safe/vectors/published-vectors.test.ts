import { describe, expect, it } from 'vitest';
import { decryptAesGcm, encryptAesGcm } from '../aes-gcm.ts';
import { hkdfSha256 } from '../hkdf.ts';
import { isHmacSha256 } from './hmac-sha256.ts';
import { AES_256_GCM, HKDF_SHA256, HMAC_SHA256 } from './published-vectors.ts';

const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe.each(AES_256_GCM)('AES-256-GCM, test case $name', (vector) => {
  const key = bytes(vector.key);
  const additionalData = bytes(vector.additionalData);
  const box = bytes(vector.nonce + vector.ciphertext + vector.tag);

  it('is what our cipher makes and takes', () => {
    expect(encryptAesGcm(key, bytes(vector.plaintext), additionalData, bytes(vector.nonce))).toEqual(box);
    expect(decryptAesGcm(key, box, additionalData)).toEqual(bytes(vector.plaintext));
  });

  it('is refused with any bit of key, box or additional data changed', () => {
    for (const [changed, decrypt] of [
      [box, (other: Buffer) => decryptAesGcm(key, other, additionalData)],
      [key, (other: Buffer) => decryptAesGcm(other, box, additionalData)],
      [additionalData, (other: Buffer) => decryptAesGcm(key, box, other)],
    ] as const) {
      for (let bit = 0; bit < changed.length * 8; bit += 1) {
        const other = Buffer.from(changed);
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(decrypt(other)).toBeUndefined();
      }
    }
  });

  it('is refused with a tag of any other length', () => {
    for (let length = 0; length < box.length; length += 1) {
      expect(decryptAesGcm(key, box.subarray(0, length), additionalData)).toBeUndefined();
    }
    expect(decryptAesGcm(key, Buffer.concat([box, bytes('00')]), additionalData)).toBeUndefined();
  });
});

it('AES-256-GCM takes no nonce of another length than 12 bytes', () => {
  for (const length of [0, 1, 8, 11, 13, 16]) {
    expect(() => encryptAesGcm(Buffer.alloc(32), Buffer.alloc(1), Buffer.alloc(0), Buffer.alloc(length))).toThrow();
  }
});

it.each(HKDF_SHA256)('HKDF-SHA256, RFC 5869 $name', ({ keyMaterial, salt, info, output }) => {
  const derived = hkdfSha256({
    keyMaterial: bytes(keyMaterial),
    salt: bytes(salt),
    info: bytes(info),
    lengthBytes: output.length / 2,
  });
  expect(Buffer.from(derived).toString('hex')).toBe(output);
});

it('HKDF-SHA256 gives no more than 255 blocks', () => {
  const input = { keyMaterial: Buffer.alloc(32), salt: '', info: '' };
  expect(hkdfSha256({ ...input, lengthBytes: 255 * 32 })).toHaveLength(255 * 32);
  expect(() => hkdfSha256({ ...input, lengthBytes: 255 * 32 + 1 })).toThrow();
});

it.each(HMAC_SHA256)('HMAC-SHA256, RFC 4231 test case $name', async ({ key, message, tag }) => {
  expect(await isHmacSha256(bytes(key), bytes(message), bytes(tag))).toEqual({ nodeCrypto: true, webCrypto: true });
  for (const wrong of [tag.slice(2), tag.slice(0, -2), `${tag}00`, `00${tag.slice(2)}`, '']) {
    const refused = { nodeCrypto: false, webCrypto: false };
    expect(await isHmacSha256(bytes(key), bytes(message), bytes(wrong))).toEqual(refused);
  }
});
