import { createOpenWebUiClient } from '@guichet/openwebui/client';
import { type PracticeServer, startPractice } from '@guichet/openwebui/practice';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CredentialKeeper } from './credential-keeper.ts';
import { describeCredential } from './held-credential.ts';

let practice: PracticeServer;
let keeper: CredentialKeeper;
let first: string;

beforeEach(async () => {
  practice = await startPractice();
  keeper = new CredentialKeeper({ makeClient: (target) => createOpenWebUiClient({ target }), salt: 'salt' });
  first = practice.state.makeKey(practice.state.addAccount());
  keeper.begin({ baseUrl: practice.url, credential: first }, 'environment');
});
afterEach(() => practice.close());

describe('a swap', () => {
  it('takes a credential that Open WebUI takes', async () => {
    const credential = practice.state.makeKey(practice.state.addAccount());
    const told: string[] = [];
    keeper.onChange((held) => told.push(held?.origin ?? 'none'));
    const result = await keeper.swap({ baseUrl: practice.url, credential }, 'console');
    expect(result).toMatchObject({ kind: 'swapped', probe: { ok: true, role: 'user' } });
    expect(keeper.target()).toEqual({ baseUrl: practice.url, credential });
    expect(told).toEqual(['console']);
  });

  it('refuses one that Open WebUI refuses, with the cause, and the old one stays', async () => {
    const result = await keeper.swap({ baseUrl: practice.url, credential: `sk-${'0'.repeat(32)}` }, 'console');
    expect(result).toMatchObject({ kind: 'refused', failure: { cause: 'key-unknown' } });
    expect(keeper.target()).toEqual({ baseUrl: practice.url, credential: first });
  });

  it('refuses one for an address where nothing answers', async () => {
    const result = await keeper.swap({ baseUrl: 'http://127.0.0.1:1', credential: first }, 'console');
    expect(result).toMatchObject({ kind: 'refused', failure: { cause: 'connection-refused' } });
    expect(keeper.target()?.baseUrl).toBe(practice.url);
  });

  it('asks nothing for the one that is held already', async () => {
    const before = practice.state.received.length;
    expect(await keeper.swap({ baseUrl: practice.url, credential: first }, 'env-file')).toMatchObject({
      kind: 'unchanged',
    });
    expect(practice.state.received.length).toBe(before);
    expect(keeper.held?.origin).toBe('env-file');
  });

  it('comes one after the other, and the last one that works is held', async () => {
    const second = practice.state.makeKey(practice.state.addAccount());
    const results = await Promise.all(
      [`sk-${'1'.repeat(32)}`, second, `sk-${'2'.repeat(32)}`].map((credential) =>
        keeper.swap({ baseUrl: practice.url, credential }, 'console'),
      ),
    );
    expect(results.map((result) => result.kind)).toEqual(['refused', 'swapped', 'refused']);
    expect(keeper.target()?.credential).toBe(second);
  });
});

describe('what may be told of a credential', () => {
  it('is its kind, length, end and a fingerprint, never the value', () => {
    const held = keeper.held;
    const described = held && describeCredential(held);
    expect(described).toMatchObject({
      origin: 'environment',
      kind: 'open-webui-api-key',
      length: 35,
      lastTwo: first.slice(-2),
    });
    expect(JSON.stringify(described)).not.toContain(first.slice(3, 20));
    expect(keeper.secrets).toEqual([first]);
  });
});
