import { describe, expect, it } from 'vitest';
import type { MasterKeys } from './master-keys.ts';
import { createVisitorTokens } from './visitor-token.ts';

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });
const keys = (...list: ReturnType<typeof key>[]) => ({ keys: list, created: false }) as unknown as MasterKeys;
const claims = { visitorId: 'vis_1', site: 'default' };

describe('visitor tokens', () => {
  it('come back as what they were issued for', async () => {
    const tokens = createVisitorTokens(keys(key('a', 1)));
    const { token, expiresAt } = await tokens.issue(claims);
    expect(await tokens.verify(token)).toEqual({ ok: true, claims });
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(29 * 24 * 3600 * 1000);
  });

  it('outlive a change of keys as long as the old key is kept', async () => {
    const { token } = await createVisitorTokens(keys(key('a', 1))).issue(claims);
    expect(await createVisitorTokens(keys(key('b', 2), key('a', 1))).verify(token)).toMatchObject({ ok: true });
    expect(await createVisitorTokens(keys(key('b', 2))).verify(token)).toEqual({ ok: false, reason: 'invalid' });
    expect(await createVisitorTokens(keys(key('a', 2))).verify(token)).toEqual({ ok: false, reason: 'invalid' });
  });

  it('tell an expired one from an invalid one', async () => {
    const past = createVisitorTokens(keys(key('a', 1)), () => Date.now() - 40 * 24 * 3600 * 1000);
    const tokens = createVisitorTokens(keys(key('a', 1)));
    expect(await tokens.verify((await past.issue(claims)).token)).toEqual({ ok: false, reason: 'expired' });
    const { token } = await tokens.issue(claims);
    for (const broken of [
      '',
      'x',
      `${token}x`,
      `${token.slice(0, -3)}AAA`,
      'a'.repeat(5_000),
      token.replace(/\..*\./, '.e30.'),
    ]) {
      expect(await tokens.verify(broken)).toEqual({ ok: false, reason: 'invalid' });
    }
  });

  it('are not taken unsigned', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none', kid: 'a' })}.${part({ sub: 'vis_1', site: 'default', aud: 'guichet-visitor' })}.`;
    expect(await createVisitorTokens(keys(key('a', 1))).verify(unsigned)).toEqual({ ok: false, reason: 'invalid' });
  });
});
