import assert from 'node:assert/strict';
import { collectAnswer, question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectFailed, expectOk } from '../expectations.ts';

/** What is wrong behind Open WebUI, and is never taken for a refusal of our own credential. */
export const providerErrorCases: ContractCase[] = [
  {
    name: "the provider refuses Open WebUI's key: not our key's fault",
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'err401' }));
      const failure = expectFailed(told, { cause: 'provider-refused', code: 'assistant-misconfigured' });
      assert.match(failure.raw ?? '', /Incorrect API key provided/);
      expectOk(await client().models());
    },
  },
  {
    name: 'the provider limits the rate',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'err429' }));
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
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'detail401' }));
      expectFailed(told, { cause: 'provider-refused' });
    },
  },
  {
    name: 'a provider that cannot be reached',
    async run({ client, provider }) {
      expectOk(await client().models());
      provider.options.reachable = false;
      try {
        const told = await collectAnswer(client(), question('hi'));
        expectFailed(told, { cause: 'provider-unreachable', code: 'assistant-unavailable' });
      } finally {
        provider.options.reachable = true;
      }
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
