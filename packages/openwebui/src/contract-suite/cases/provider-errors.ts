import assert from 'node:assert/strict';
import { isAtLeast, isBefore } from '../../version-order.ts';
import type { CaseContext } from '../case-context.ts';
import { collectAnswer, question, type ToldAnswer } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectFailed, expectOk, expectWhole } from '../expectations.ts';

/** What is wrong behind Open WebUI, and is never taken for a refusal of our own credential. */
export const providerErrorCases: ContractCase[] = [
  {
    name: "the provider refuses Open WebUI's key: not our key's fault",
    async run({ client, version }) {
      const told = await collectAnswer(client(), question('hi', { model: 'err401' }));
      if (hidesErrors(version)) return expectNull(told);
      const failure = expectFailed(told, { cause: 'provider-refused', code: 'assistant-misconfigured' });
      assert.match(failure.raw ?? '', /Incorrect API key provided/);
      expectOk(await client().models());
    },
  },
  {
    name: 'the provider limits the rate',
    async run({ client, version }) {
      const told = await collectAnswer(client(), question('hi', { model: 'err429' }));
      if (hidesErrors(version)) return expectNull(told);
      expectFailed(told, { cause: 'provider-rate-limited', code: 'assistant-busy' });
    },
  },
  {
    name: 'how long the provider wants to be left alone comes through',
    since: '0.12.0',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'err429' }));
      assert.equal(expectFailed(told, { cause: 'provider-rate-limited' }).retryAfter, 20);
    },
  },
  {
    name: 'the provider answers an error in plain text',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'errtext' }));
      expectFailed(told, { cause: 'provider-unreachable', code: 'assistant-unavailable' });
    },
  },
  {
    name: 'the provider answers a page',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'html' }));
      expectFailed(told, { cause: 'provider-unreachable', code: 'assistant-unavailable' });
    },
  },
  {
    name: 'a provider that refuses in the words of Open WebUI is found out by asking for the models',
    async run({ client, version }) {
      const told = await collectAnswer(client(), question('hi', { model: 'detail401' }));
      if (hidesErrors(version)) return expectNull(told);
      expectFailed(told, { cause: 'provider-refused' });
    },
  },
  {
    name: 'a provider that cannot be reached',
    async run(context) {
      expectFailed(await askUnreachable(context), { cause: 'provider-unreachable', code: 'assistant-unavailable' });
    },
  },
  {
    name: 'a provider that cannot be reached hides behind 200 and null',
    until: '0.9.0',
    async run(context) {
      const failure = expectFailed(await askUnreachable(context), { cause: 'provider-unreachable' });
      assert.deepEqual([failure.status, failure.raw], [200, 'null']);
    },
  },
  {
    name: 'a provider that cannot be reached is told with 400',
    since: '0.9.3',
    until: '0.12.0',
    async run(context) {
      assert.equal(expectFailed(await askUnreachable(context), { cause: 'provider-unreachable' }).status, 400);
    },
  },
  {
    name: 'a provider that cannot be reached is told with 500',
    since: '0.12.0',
    async run(context) {
      assert.equal(expectFailed(await askUnreachable(context), { cause: 'provider-unreachable' }).status, 500);
    },
  },
  {
    name: 'a model that is listed while its provider is away is told apart from one that is missing',
    since: '0.10.0',
    async run({ client, provider }) {
      provider.options.reachable = false;
      try {
        await modelListIsStale();
        await client().models();
        const told = await collectAnswer(client(), question('hi'));
        const failure = expectFailed(told, { cause: 'provider-unreachable', code: 'assistant-unavailable' });
        assert.equal(failure.raw, `{"detail":"Model '' was not found"}`);
      } finally {
        provider.options.reachable = true;
      }
      await modelListIsStale();
    },
  },
  {
    name: 'after the provider was away, the next answer comes',
    async run({ client, provider }) {
      provider.options.reachable = false;
      try {
        // Somebody else looks at the list meanwhile, which empties it in some versions.
        await modelListIsStale();
        await client().models();
        assert.equal((await collectAnswer(client(), question('hi'))).end.kind, 'failed');
      } finally {
        provider.options.reachable = true;
      }
      await modelListIsStale();
      expectWhole(await collectAnswer(client(), question('hi')), 'You said: hi');
    },
  },
  {
    name: 'an unknown model',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'nope' }));
      expectFailed(told, { cause: 'model-missing', code: 'assistant-misconfigured' });
    },
  },
];

/** From 0.9.0 on and before 0.9.3, whatever the provider refuses in JSON is told as 200 with `null`. */
function hidesErrors(version: string): boolean {
  return isAtLeast(version, '0.9.0') && isBefore(version, '0.9.3');
}

function expectNull(told: ToldAnswer): void {
  const failure = expectFailed(told, { cause: 'provider-unreachable', code: 'assistant-unavailable' });
  assert.deepEqual([failure.status, failure.raw], [200, 'null']);
}

async function askUnreachable({ client, provider }: CaseContext): Promise<ToldAnswer> {
  // The list that a chat looks its model up in has to be there.
  expectOk(await client().models());
  provider.options.reachable = false;
  try {
    return await collectAnswer(client(), question('hi'));
  } finally {
    provider.options.reachable = true;
    await modelListIsStale();
    await client().models();
  }
}

/** Open WebUI keeps the list of models for a second (`MODELS_CACHE_TTL`). */
function modelListIsStale(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1_100));
}
