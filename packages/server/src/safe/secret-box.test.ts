import { createDecipheriv, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyIdOf, openSecret, type SecretPlace, type SecretRefusal, sealSecret } from './secret-box.ts';
import { sampleMasterKey } from './testing/sample-master-keys.ts';

const PLACE: SecretPlace = { table: 'secret', row: 'openwebui.credential', column: 'record' };
const A = sampleMasterKey('a', 1);
const B = sampleMasterKey('b', 2);
const VALUE = 'sk-0123456789abcdef0123456789abcdef';

function parts(record: string): { version: string; keyId: string; wrapped: Buffer; sealed: Buffer } {
  const [version = '', keyId = '', wrapped = '', sealed = ''] = record.split('.');
  return { version, keyId, wrapped: Buffer.from(wrapped, 'base64url'), sealed: Buffer.from(sealed, 'base64url') };
}

function join({ version, keyId, wrapped, sealed }: ReturnType<typeof parts>): string {
  return [version, keyId, wrapped.toString('base64url'), sealed.toString('base64url')].join('.');
}

const refused = (reason: SecretRefusal) => ({ ok: false, reason });

const places = fc.record({ table: fc.string(), row: fc.string({ unit: 'binary' }), column: fc.string() });
const masterKeys = fc.record({
  id: fc.stringMatching(/^[\w-]{1,32}$/),
  key: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
});

describe('a sealed secret', () => {
  it('comes back, whatever the value, place and key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), places, masterKeys, (value, place, master) => {
        const record = sealSecret(value, place, master);
        expect(openSecret(record, place, [master, B])).toEqual({ ok: true, value, keyId: master.id });
        expect(keyIdOf(record)).toBe(master.id);
      }),
      { numRuns: 500 },
    );
  });

  it('looks as documented: version, key id, 60 bytes of wrapped key, 28 bytes more than the value', () => {
    const record = sealSecret(VALUE, PLACE, A);
    expect(record).toMatch(/^v1\.a\.[\w-]{80}\.[\w-]+$/);
    expect(parts(record).sealed).toHaveLength(VALUE.length + 28);
  });

  it('never looks the same twice', () => {
    const seen = new Set<string>();
    for (let round = 0; round < 200; round += 1) {
      const { wrapped, sealed } = parts(sealSecret(VALUE, PLACE, A));
      for (const box of [wrapped, sealed]) seen.add(box.subarray(0, 12).toString('hex')).add(box.toString('hex'));
    }
    expect(seen.size).toBe(800);
  });

  it('opens in no other table, row or column', () => {
    fc.assert(
      fc.property(places, places, (place, other) => {
        fc.pre(place.table !== other.table || place.row !== other.row || place.column !== other.column);
        expect(openSecret(sealSecret(VALUE, place, A), other, [A])).toEqual(refused('wrong-key'));
      }),
    );
    // Parts that would be equal if they were only written one after the other.
    const record = sealSecret(VALUE, { table: 'a', row: '|b', column: 'c' }, A);
    expect(openSecret(record, { table: 'a|', row: 'b', column: 'c' }, [A])).toEqual(refused('wrong-key'));
  });

  it('is refused with any single bit flipped, in the bytes and in the text', () => {
    const record = sealSecret(VALUE, PLACE, A);
    const { wrapped, sealed } = parts(record);
    const flip = (bytes: Buffer, bit: number) => {
      const copy = Buffer.from(bytes);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return copy;
    };
    for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
      const changed = join({ ...parts(record), wrapped: flip(wrapped, bit) });
      expect(openSecret(changed, PLACE, [A, B])).toEqual(refused('wrong-key'));
    }
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = join({ ...parts(record), sealed: flip(sealed, bit) });
      expect(openSecret(changed, PLACE, [A, B])).toEqual(refused('damaged'));
    }
    const text = Buffer.from(record, 'latin1');
    for (let bit = 0; bit < text.length * 8; bit += 1) {
      expect(openSecret(flip(text, bit).toString('latin1'), PLACE, [A, B]).ok).toBe(false);
    }
  });

  it('is refused, and nothing is thrown, when any part of it is changed in any way', () => {
    const record = sealSecret(VALUE, PLACE, A);
    fc.assert(
      fc.property(fc.nat(record.length), fc.nat(20), fc.string(), (from, length, instead) => {
        const changed = record.slice(0, from) + instead + record.slice(from + length);
        fc.pre(changed !== record);
        expect(openSecret(changed, PLACE, [A]).ok).toBe(false);
      }),
      { numRuns: 1_000 },
    );
    fc.assert(fc.property(fc.string(), (text) => !openSecret(text, PLACE, [A]).ok));
  });

  it('is refused with its tags cut to the lengths that node:crypto would take', () => {
    const record = sealSecret(VALUE, PLACE, A);
    for (const tagBytes of [0, 4, 8, 12, 13, 14, 15]) {
      const { wrapped, sealed } = parts(record);
      const cut = (box: Buffer) => box.subarray(0, box.length - 16 + tagBytes);
      expect(openSecret(join({ ...parts(record), wrapped: cut(wrapped) }), PLACE, [A])).toEqual(refused('truncated'));
      expect(openSecret(join({ ...parts(record), sealed: cut(sealed) }), PLACE, [A])).toEqual(refused('damaged'));
    }
    const empty = parts(sealSecret('', PLACE, A));
    for (const tagBytes of [0, 4, 8, 12, 15]) {
      const sealed = empty.sealed.subarray(0, 12 + tagBytes);
      expect(openSecret(join({ ...empty, sealed }), PLACE, [A])).toEqual(refused('truncated'));
    }
  });

  it('says why it is refused', () => {
    const record = sealSecret(VALUE, PLACE, A);
    const reasonFor = (changed: string, keys = [A, B]) => {
      const opened = openSecret(changed, PLACE, keys);
      return opened.ok ? 'opened' : opened.reason;
    };
    expect(reasonFor(record)).toBe('opened');
    expect(reasonFor(record, [B])).toBe('unknown-key');
    expect(reasonFor(record, [])).toBe('unknown-key');
    expect(reasonFor(record, [{ ...B, id: 'a' }])).toBe('wrong-key');
    expect(reasonFor(record.replace('.a.', '.b.'))).toBe('wrong-key');
    expect(reasonFor(record.replace('.a.', '.c.'))).toBe('unknown-key');
    expect(reasonFor(record.replace('v1', 'v2'))).toBe('unknown-version');
    expect(reasonFor(record.replace('v1', 'v10'))).toBe('unknown-version');
    for (const changed of ['', 'v1', 'v1.a', `${record}.x`, `${record}=`, record.replace('.a.', '..'), VALUE]) {
      expect(reasonFor(changed)).toBe('malformed');
    }
    const other = parts(sealSecret(VALUE, PLACE, A));
    expect(reasonFor(join({ ...parts(record), sealed: other.sealed }))).toBe('damaged');
    const long = Buffer.concat([other.wrapped, Buffer.alloc(1)]);
    expect(reasonFor(join({ ...other, wrapped: long }))).toBe('malformed');
  });

  it('is AES-256-GCM twice, as documented: opened here with node:crypto alone', () => {
    const { wrapped, sealed } = parts(sealSecret(VALUE, PLACE, A));
    const open = (key: Uint8Array, box: Buffer, part: string) => {
      const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12), { authTagLength: 16 })
        .setAAD(Buffer.from(JSON.stringify(['v1', part, PLACE.table, PLACE.row, PLACE.column, 'a'])))
        .setAuthTag(box.subarray(-16));
      return Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]);
    };
    const wrappingKey = new Uint8Array(hkdfSync('sha256', A.key, 'guichet', 'secret-wrapping', 32));
    expect(open(open(wrappingKey, wrapped, 'key'), sealed, 'value').toString()).toBe(VALUE);
  });

  it('still opens when an earlier version has written it', () => {
    const record =
      'v1.a.8W8-GCYMAn4hmGr5D3edJjgYpyfJA7WLwwBbu4CyEUH6gsU1tdEwaisQE9qmu2RNnQfbr2UHv9A2bARN.l5WJ2NjrFlPC9bq8MlVwixlXrALndJl4WhxQm6CY9Hv1zLnPaQoHbcQgVARK55h8To0G13E2BnJEsnMpaE9x';
    expect(openSecret(record, PLACE, [A])).toEqual({ ok: true, value: VALUE, keyId: 'a' });
  });

  it('does not take text that would come back changed', () => {
    expect(() => sealSecret('half a pair: \ud800', PLACE, A)).toThrow(TypeError);
  });
});
