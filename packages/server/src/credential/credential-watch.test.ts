import type { UpstreamFailure } from '@guichet/openwebui/client';
import { createOpenWebUiClient } from '@guichet/openwebui/client';
import { type PracticeServer, startPractice } from '@guichet/openwebui/practice';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CredentialKeeper } from './credential-keeper.ts';
import { type CredentialEvent, CredentialWatch, FIRST_RETRY_MS, QUIET_PROBE_MS } from './credential-watch.ts';

const DAY_MS = 24 * 60 * 60_000;

let practice: PracticeServer;
let keeper: CredentialKeeper;
let watch: CredentialWatch;
let events: CredentialEvent[];
let now: number;

beforeEach(async () => {
  now = Date.now();
  practice = await startPractice();
  keeper = new CredentialKeeper({
    makeClient: (target) => createOpenWebUiClient({ target }),
    salt: 'salt',
    now: () => now,
  });
  events = [];
  watch = new CredentialWatch({ keeper, onEvent: (event) => events.push(event), now: () => now });
});
afterEach(async () => {
  watch.stop();
  await practice.close();
});

async function tick(): Promise<void> {
  watch.tick();
  await watch.probing;
}

function begin(credential: string): void {
  keeper.begin({ baseUrl: practice.url, credential }, 'environment');
}

const refused: UpstreamFailure = {
  code: 'assistant-misconfigured',
  cause: 'key-unknown',
  confidence: 'certain',
  phase: 'response',
};

describe('a session token', () => {
  const days = (count: number) => {
    const account = practice.state.addAccount();
    const token = practice.state.makeSessionToken(account);
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    begin(practice.state.forgeSessionToken({ ...claims, exp: Math.floor((now + count * DAY_MS) / 1000) }));
  };

  it('is warned of once each at 7, 3 and 1 days, and its end is known to the second', async () => {
    days(10);
    expect(watch.secondsLeft).toBe(10 * 24 * 3600 - (Math.floor(now) % 1000 === 0 ? 0 : 1));
    for (let hour = 0; hour <= 10 * 24 + 2; hour++) {
      watch.tick();
      now += 60 * 60_000;
    }
    expect(
      events
        .filter((event) => event.kind !== 'refused')
        .map((event) => (event.kind === 'expiring' ? event.daysLeft : event.kind)),
    ).toEqual([7, 3, 1, 'expired']);
    expect(watch.secondsLeft).toBeLessThan(0);
  });

  it('that is nearly over at the start is warned of once, for what is left', async () => {
    days(2);
    watch.tick();
    watch.tick();
    expect(events.map((event) => event.kind === 'expiring' && event.daysLeft)).toEqual([3]);
  });

  it('is no matter for an API key', () => {
    begin(practice.state.makeKey(practice.state.addAccount()));
    now += 400 * DAY_MS;
    watch.tick();
    expect(watch.secondsLeft).toBeUndefined();
    expect(events).toEqual([]);
  });
});

describe('a credential that begins to be refused', () => {
  it('is noticed by the first refusal in traffic, confirmed, asked again with back-off, and known when it works again', async () => {
    const account = practice.state.addAccount();
    begin(practice.state.makeKey(account));
    await tick();
    expect(watch.state.kind).toBe('accepted');
    practice.state.set('ENABLE_API_KEYS', false);
    watch.failed({ ...refused, cause: 'api-keys-disabled' });
    await watch.probing;
    expect(events).toMatchObject([{ kind: 'refused', cause: 'api-keys-disabled' }]);
    expect(watch.state).toMatchObject({ kind: 'refused', nextProbeAt: now + FIRST_RETRY_MS });
    const before = practice.state.received.length;
    await tick();
    expect(practice.state.received.length).toBe(before);
    now += FIRST_RETRY_MS;
    await tick();
    expect(watch.state).toMatchObject({ kind: 'refused', nextProbeAt: now + 2 * FIRST_RETRY_MS });
    expect(events).toHaveLength(1);
    practice.state.set('ENABLE_API_KEYS', true);
    now += 2 * FIRST_RETRY_MS;
    await tick();
    expect(events).toMatchObject([{ kind: 'refused' }, { kind: 'accepted-again' }]);
  });

  it('is noticed within five minutes of silence', async () => {
    const account = practice.state.addAccount();
    begin(practice.state.makeKey(account));
    await tick();
    practice.state.deleteAccount(account);
    now += QUIET_PROBE_MS - 1;
    await tick();
    expect(events).toEqual([]);
    now += 1;
    await tick();
    expect(events).toMatchObject([{ kind: 'refused', cause: 'key-unknown' }]);
  });

  it('is not believed on a provider’s word: a 401 that /api/models does not confirm changes nothing', async () => {
    begin(practice.state.makeKey(practice.state.addAccount()));
    await tick();
    watch.failed(refused);
    await watch.probing;
    expect(watch.state.kind).toBe('accepted');
    watch.failed({ ...refused, cause: 'provider-refused' });
    watch.failed({ ...refused, cause: 'provider-rate-limited' });
    expect(events).toEqual([]);
  });

  it('is not the same as an Open WebUI that is away', async () => {
    begin(practice.state.makeKey(practice.state.addAccount()));
    await tick();
    await practice.close();
    now += QUIET_PROBE_MS;
    await tick();
    expect(watch.state.kind).toBe('accepted');
    expect(events).toEqual([]);
  });

  it('says nothing of a credential that has been swapped meanwhile', async () => {
    begin(practice.state.makeKey(practice.state.addAccount()));
    practice.state.set('ENABLE_API_KEYS', false);
    watch.failed(refused);
    practice.state.set('ENABLE_API_KEYS', true);
    begin(practice.state.makeKey(practice.state.addAccount()));
    await watch.probing;
    expect(events).toEqual([]);
  });
});
