import { describe, expect, it } from 'vitest';
import type { AdminRecords } from '../storage/admin-records.ts';
import { FewAtOnce, LineFull } from './few-at-once.ts';
import { createOperatorPassword } from './operator-password.ts';
import { checkPassword, HASH_PARAMETERS, hashPassword } from './password-hash.ts';

const WEAK = { memoryKib: 64, passes: 1, parallelism: 1 };

describe('a stored password', () => {
  it('says how it was made, is another each time, and is checked by what it says', async () => {
    const [one, two] = await Promise.all([
      hashPassword('a password here', WEAK),
      hashPassword('a password here', WEAK),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(two).not.toBe(one);
    expect(await checkPassword('a password here', one)).toEqual({ ok: true, outdated: true });
    expect(await checkPassword('a password Here', one)).toEqual({ ok: false });
    const current = await hashPassword('a password here');
    expect(await checkPassword('a password here', current)).toEqual({ ok: true, outdated: false });
  });

  it('that was made elsewhere with argon2id is checked as well', async () => {
    // Of the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1
    const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await checkPassword('password', reference)).toEqual({ ok: true, outdated: true });
    expect(await checkPassword('Password', reference)).toEqual({ ok: false });
  });

  it.each([
    undefined,
    '',
    'nonsense',
    '$argon2id$v=19$m=4294967295,t=9,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    '$argon2id$v=19$m=8,t=1,p=8$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    '$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
  ])('that is missing or damaged lets nobody in: %s', async (stored) => {
    expect(await checkPassword('', stored)).toEqual({ ok: false });
  });
});

describe('the operator’s password', () => {
  it('is hashed anew at sign-in when it was made with other parameters', async () => {
    const notes = new Map([['operator/password', await hashPassword('a password here', WEAK)]]);
    const records: Pick<AdminRecords, 'readNote' | 'writeNote'> = {
      readNote: async (name) => notes.get(name),
      writeNote: async (name, value) => void notes.set(name, value),
    };
    const password = createOperatorPassword(records);
    expect(await password.matches('not the password')).toBe(false);
    expect(notes.get('operator/password')).toContain('m=64,');
    expect(await password.matches('a password here')).toBe(true);
    expect(notes.get('operator/password')).toContain(`m=${HASH_PARAMETERS.memoryKib},`);
    expect(await password.matches('a password here')).toBe(true);
  });
});

describe('FewAtOnce', () => {
  it('runs so many, lets so many wait, and refuses the rest', async () => {
    const line = new FewAtOnce({ atOnce: 2, waiting: 3 });
    const gate = Promise.withResolvers<void>();
    let running = 0;
    let most = 0;
    const work = async () => {
      running++;
      most = Math.max(most, running);
      await gate.promise;
      running--;
    };
    const all = Array.from({ length: 7 }, () => line.run(work));
    const outcomes = Promise.allSettled(all);
    gate.resolve();
    const refused = (await outcomes).filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => reason instanceof LineFull)).toEqual([true, true]);
    expect(most).toBe(2);
    // Nobody holds a place any more, also after a failure.
    await expect(line.run(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(line.run(async () => 'free')).resolves.toBe('free');
  });
});
