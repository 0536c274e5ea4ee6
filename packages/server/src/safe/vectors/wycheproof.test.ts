/** Google's and C2SP's Wycheproof vectors against our primitives as they are configured. See README.md beside this. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decryptAesGcm, encryptAesGcm } from '../aes-gcm.ts';
import { hkdfSha256 } from '../hkdf.ts';
import { isHmacSha256 } from './hmac-sha256.ts';

/** Part of the repository, unchanged. */
const shipped = path.join(import.meta.dirname, 'wycheproof');
/** The third file, where somebody put it; see README.md. */
const fetched = path.resolve(import.meta.dirname, '../../../../../.cache/wycheproof/testvectors_v1');

function placeOf(file: string): string {
  const place = path.join(shipped, file);
  return existsSync(place) ? place : path.join(fetched, file);
}

/** The files of commit dac1dd4729fd1f8dd9e1e9f3dce51d783da6c166. */
const FILES = {
  'aes_gcm_test.json': '985e5ecc172e181eaf49e89508b9470dcf478002eb7e8559c707eb42dc97dfe7',
  'hkdf_sha256_test.json': 'bb2b462a38b251cb52a2aede706d6d4b62b26864f4e80c95497507ddb07c5f1e',
  'hmac_sha256_test.json': '2d201cfa61d1bf95e6f5d07d96634b4a348b31e8eaa277ad7c8d09677b7a743f',
};

interface Vector {
  tcId: number;
  result: 'valid' | 'invalid' | 'acceptable';
}
interface Group<Test extends Vector> {
  keySize: number;
  ivSize?: number;
  tagSize?: number;
  tests: Test[];
}
type AeadVector = Vector & Record<'key' | 'iv' | 'aad' | 'msg' | 'ct' | 'tag', string>;
type HkdfVector = Vector & Record<'ikm' | 'salt' | 'info' | 'okm', string> & { size: number };
type MacVector = Vector & Record<'key' | 'msg' | 'tag', string>;

const bytes = (hex: string) => Buffer.from(hex, 'hex');

function groupsOf<Test extends Vector>(file: keyof typeof FILES): Group<Test>[] {
  const content = readFileSync(placeOf(file));
  expect(createHash('sha256').update(content).digest('hex'), `${file} is of another commit`).toBe(FILES[file]);
  return (JSON.parse(content.toString('utf8')) as { testGroups: Group<Test>[] }).testGroups;
}

/** @returns how many vectors were asked, by their verdict; an `it` that asked none would prove nothing */
function countOf(tests: readonly Vector[]): { valid: number; invalid: number } {
  return {
    valid: tests.filter(({ result }) => result === 'valid').length,
    invalid: tests.filter(({ result }) => result === 'invalid').length,
  };
}

const hmacPresent = existsSync(placeOf('hmac_sha256_test.json'));
if (!hmacPresent) {
  console.warn('SKIPPED: the Wycheproof vectors of HMAC are not part of this repository; see vectors/README.md.');
}

describe('Wycheproof', () => {
  it('AES-GCM with keys of 256, nonces of 96 and tags of 128 bits', () => {
    const tests = groupsOf<AeadVector>('aes_gcm_test.json')
      .filter(({ keySize, ivSize, tagSize }) => keySize === 256 && ivSize === 96 && tagSize === 128)
      .flatMap((group) => group.tests);
    expect(countOf(tests)).toEqual({ valid: 39, invalid: 27 });
    for (const { tcId, result, key, iv, aad, msg, ct, tag } of tests) {
      const box = bytes(iv + ct + tag);
      const opened = decryptAesGcm(bytes(key), box, bytes(aad));
      expect(opened?.toString('hex'), `decrypt ${tcId}`).toBe(result === 'valid' ? msg : undefined);
      const made = encryptAesGcm(bytes(key), bytes(msg), bytes(aad), bytes(iv));
      expect(made.equals(box), `encrypt ${tcId}`).toBe(result === 'valid');
    }
  });

  it('AES-GCM with any other size is not taken for ours', () => {
    const tests = groupsOf<AeadVector>('aes_gcm_test.json')
      .filter(({ keySize, ivSize }) => keySize === 256 && ivSize !== 96)
      .flatMap((group) => group.tests);
    expect(tests).toHaveLength(39);
    for (const { tcId, key, iv, aad, msg, ct, tag } of tests) {
      expect(() => encryptAesGcm(bytes(key), bytes(msg), bytes(aad), bytes(iv)), `encrypt ${tcId}`).toThrow(RangeError);
      expect(decryptAesGcm(bytes(key), bytes(iv + ct + tag), bytes(aad)), `decrypt ${tcId}`).toBeUndefined();
    }
  });

  it('HKDF-SHA256', () => {
    const tests = groupsOf<HkdfVector>('hkdf_sha256_test.json').flatMap((group) => group.tests);
    expect(countOf(tests)).toEqual({ valid: 83, invalid: 3 });
    for (const { tcId, result, ikm, salt, info, size, okm } of tests) {
      const derive = () =>
        hkdfSha256({ keyMaterial: bytes(ikm), salt: bytes(salt), info: bytes(info), lengthBytes: size });
      if (result === 'invalid') expect(derive, `vector ${tcId}`).toThrow();
      else expect(Buffer.from(derive()).toString('hex'), `vector ${tcId}`).toBe(okm);
    }
  });

  it.skipIf(!hmacPresent)(
    'HMAC-SHA256 with whole tags; tags cut to 128 bits are refused, the good ones too',
    async () => {
      const groups = groupsOf<MacVector>('hmac_sha256_test.json');
      const whole = groups.filter(({ tagSize }) => tagSize === 256).flatMap((group) => group.tests);
      const cut = groups.filter(({ tagSize }) => tagSize === 128).flatMap((group) => group.tests);
      expect([countOf(whole), countOf(cut)]).toEqual([
        { valid: 33, invalid: 54 },
        { valid: 33, invalid: 54 },
      ]);
      for (const { tcId, result, key, msg, tag } of [...whole, ...cut]) {
        const good = result === 'valid' && tag.length === 64;
        const verdict = await isHmacSha256(bytes(key), bytes(msg), bytes(tag));
        expect(verdict, `vector ${tcId}`).toEqual({ nodeCrypto: good, webCrypto: good });
      }
    },
  );
});
