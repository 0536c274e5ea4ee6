import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenForms } from '../../../keys/src/written-forms.ts';
import { CREDENTIAL_ORDER, type CredentialCandidate, chooseCredential } from './choose-credential.ts';

const ONE = 'sk-7d1f0c9a4be24356a0f7ac8e93d25b4f';
const TWO = 'sk-c05a9e7713fd48b29e90d17ba43c86f2';

const fromConsole = (value: string): CredentialCandidate => ({ origin: { kind: 'console' }, value });
const fromEnvironment = (value: string): CredentialCandidate => ({
  origin: { kind: 'environment', name: 'OPENWEBUI_API_KEY' },
  value,
});
const fromFile = (value: string, file = '/run/secrets/key'): CredentialCandidate => ({
  origin: { kind: 'file', name: 'OPENWEBUI_API_KEY_FILE', file },
  value,
});
const fromEnvFile = (value: string): CredentialCandidate => ({
  origin: { kind: 'env-file', name: 'OPENWEBUI_API_KEY', file: '.env' },
  value,
});

describe('the credential in use', () => {
  it('is that of the console, then the environment, then a file, then .env', () => {
    const all = [fromEnvFile(ONE), fromFile(ONE), fromEnvironment(ONE), fromConsole(ONE)];
    const order: string[] = [];
    for (let left = all; left.length > 0; ) {
      const kind = chooseCredential(left, 'salt')?.origin.kind;
      order.push(kind ?? 'none');
      left = left.filter(({ origin }) => origin.kind !== kind);
    }
    expect(order).toEqual(['console', 'environment', 'file', 'env-file']);
    expect(order).toEqual(CREDENTIAL_ORDER);
  });

  it('names what it overrides, by origin and fingerprint', () => {
    const chosen = chooseCredential([fromEnvFile(ONE), fromFile(TWO), fromEnvironment(ONE)], 'salt');
    expect(chosen).toMatchObject({ value: ONE, origin: { kind: 'environment', name: 'OPENWEBUI_API_KEY' } });
    expect(chosen?.overrides).toEqual([
      { origin: fromFile('').origin, fingerprint: expect.stringMatching(/^[0-9a-f:]{14}$/), same: false },
      { origin: fromEnvFile('').origin, fingerprint: chosen?.fingerprint, same: true },
    ]);
  });

  it('takes the first of one kind and passes over empty ones', () => {
    const chosen = chooseCredential([fromConsole(' \n'), fromFile(ONE, '/first'), fromFile(TWO, '/second')], 'salt');
    expect(chosen?.origin).toMatchObject({ file: '/first' });
    expect(chosen?.overrides).toHaveLength(1);
    expect(chooseCredential([], 'salt')).toBeUndefined();
    expect(chooseCredential([fromConsole(''), fromEnvFile('\t')], 'salt')).toBeUndefined();
  });

  it('shows the value of none that it overrides, in no spelling', () => {
    const shown = JSON.stringify(chooseCredential([fromConsole(ONE), fromEnvironment(TWO), fromFile(TWO)], 'salt'));
    for (const form of writtenForms(TWO)) expect(shown).not.toContain(form);
  });

  it('depends on nothing but kind and order', () => {
    const candidate = fc.constantFrom(fromConsole, fromEnvironment, fromFile, fromEnvFile);
    const values = fc.string({ minLength: 1 }).filter((value) => value.trim() !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(candidate, values), { minLength: 1 }), (pairs) => {
        const candidates = pairs.map(([make, value]) => make(value));
        const chosen = chooseCredential(candidates, 'salt');
        const best = CREDENTIAL_ORDER.find((kind) => candidates.some(({ origin }) => origin.kind === kind));
        expect(chosen?.value).toBe(candidates.find(({ origin }) => origin.kind === best)?.value);
        expect(chosen?.overrides).toHaveLength(candidates.length - 1);
      }),
    );
  });
});
