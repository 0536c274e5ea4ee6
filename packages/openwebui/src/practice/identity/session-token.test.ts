import { describe, expect, it } from 'vitest';
import { type PracticeServer, startPractice } from '../start-practice.ts';
import { readSessionToken, signSessionToken } from './session-token.ts';

const NOW_SECONDS = 1_000_000;

describe('session tokens', () => {
  it('gives back the claims it was made of', () => {
    const token = signSessionToken({ id: 'a', exp: NOW_SECONDS + 1 }, 'secret');
    expect(readSessionToken(token, 'secret', NOW_SECONDS)).toEqual({ id: 'a', exp: NOW_SECONDS + 1 });
  });

  it('refuses what is expired, foreign, cut or none', () => {
    const token = signSessionToken({ id: 'a', exp: NOW_SECONDS }, 'secret');
    expect(readSessionToken(token, 'secret', NOW_SECONDS)).toBeUndefined();
    expect(readSessionToken(token, 'other', NOW_SECONDS - 10)).toBeUndefined();
    expect(readSessionToken(token.slice(0, -6), 'secret', NOW_SECONDS - 10)).toBeUndefined();
    expect(readSessionToken('garbage', 'secret', 0)).toBeUndefined();
  });
});

describe('session tokens at the server', () => {
  async function withPractice<Result>(
    version: string,
    use: (practice: PracticeServer) => Promise<Result>,
  ): Promise<Result> {
    const practice = await startPractice({ version });
    try {
      return await use(practice);
    } finally {
      await practice.close();
    }
  }

  async function detail(practice: PracticeServer, token: string): Promise<unknown> {
    const response = await fetch(`${practice.url}/api/models`, { headers: { authorization: `Bearer ${token}` } });
    const body = (await response.json()) as { detail?: string };
    return response.ok ? 'ok' : body.detail;
  }

  it('dies with the clock, the secret and the stamp, and not before', async () => {
    let nowMs = 1_800_000_000_000;
    const practice = await startPractice({ now: () => nowMs });
    const account = practice.state.addAccount();
    const token = practice.state.makeSessionToken(account);
    expect(await detail(practice, token)).toBe('ok');
    nowMs += 28 * 86_400_000;
    expect(await detail(practice, token)).toBe('401 Unauthorized');
    const second = practice.state.makeSessionToken(account);
    practice.state.revokeSessions(account);
    expect(await detail(practice, second)).toBe('Invalid token');
    const third = practice.state.makeSessionToken(account);
    practice.state.changeSecret();
    expect(await detail(practice, third)).toBe('401 Unauthorized');
    await practice.close();
  });

  it.each([
    ['0.11.4', 'ok'],
    ['0.12.0', 'Invalid token'],
  ])('in %s a token with nothing but id and exp is: %s', async (version, outcome) => {
    await withPractice(version, async (practice) => {
      const { id } = practice.state.administrator;
      expect(await detail(practice, practice.state.forgeSessionToken({ id, exp: 4_000_000_000 }))).toBe(outcome);
    });
  });

  it('takes any token of an account that was made before stamps were', async () => {
    await withPractice('0.12.4', async (practice) => {
      const account = practice.state.addAccount();
      account.sessionStamp = null;
      expect(await detail(practice, practice.state.forgeSessionToken({ id: account.id, exp: 4_000_000_000 }))).toBe(
        'ok',
      );
    });
  });
});
