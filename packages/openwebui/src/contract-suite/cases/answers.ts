import assert from 'node:assert/strict';
import { isAtLeast, isBefore } from '../../version-order.ts';
import { collectAnswer, question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectFailed, expectInterrupted, expectWhole } from '../expectations.ts';

/** Answers, whole and broken, as our client reads them. */
export const answerCases: ContractCase[] = [
  {
    name: 'an answer arrives word for word, once, and names its model',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi there you'));
      expectWhole(told, 'You said: hi there you');
      assert.deepEqual(told.end, { kind: 'complete', finish: 'stop', model: 'echo' });
    },
  },
  {
    name: 'the tokens that an answer took are told before its end',
    async run({ client }) {
      const { usage } = await collectAnswer(client(), question('hi'));
      assert.deepEqual(usage, { inputTokens: 3, outputTokens: 4, from: 'provider' });
    },
  },
  {
    name: 'an answer arrives while it is written',
    async run({ client }) {
      const told = await collectAnswer(client(), question('one two three', { model: 'slow' }));
      expectWhole(told, 'You said: one two three');
      const first = told.textAtMs.at(0) ?? 0;
      const last = told.textAtMs.at(-1) ?? 0;
      assert.ok(last - first > 600, `all within ${last - first} ms`);
    },
  },
  {
    name: 'characters of several bytes arrive whole',
    async run({ client }) {
      const text = 'déjà vu — 日本語 🎉 ﷽ e\u0301';
      expectWhole(await collectAnswer(client(), question(text)), `You said: ${text}`);
    },
  },
  {
    name: 'a long answer arrives whole',
    async run({ client }) {
      expectWhole(await collectAnswer(client(), question('go', { model: 'long' })), 'word '.repeat(400));
    },
  },
  {
    name: 'several turns are understood, the last one is answered',
    async run({ client, provider }) {
      const seen = provider.calls.length;
      const told = await collectAnswer(client(), {
        settings: { model: 'echo', system: 'Be brief.' },
        turns: [
          { role: 'user', text: 'first' },
          { role: 'assistant', text: 'You said: first' },
          { role: 'user', text: 'second' },
        ],
      });
      expectWhole(told, 'You said: second');
      assert.deepEqual(provider.calls.slice(seen).at(-1)?.body.messages, [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'first' },
        { role: 'assistant', content: 'You said: first' },
        { role: 'user', content: 'second' },
      ]);
    },
  },
  {
    name: 'reasoning in its own field is told apart from the answer',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'reason' }));
      expectWhole(told, 'You said: hi');
      assert.equal(told.reasoning, 'Let me think.');
    },
  },
  {
    name: 'reasoning between <think> tags is told apart from the answer',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'think' }));
      expectWhole(told, 'You said: hi');
      assert.equal(told.reasoning, 'hidden thought');
    },
  },
  {
    name: 'a provider that breaks off interrupts the answer',
    async run({ client, version }) {
      const told = await collectAnswer(client(), question('hi there you', { model: 'cut' }));
      // From 0.11.0 to 0.11.3 our own connection breaks with the provider's, and nobody can tell the two apart.
      const breaksOurs = isAtLeast(version, '0.11.0') && isBefore(version, '0.11.4');
      expectInterrupted(told, 'You said: hi ', { cause: breaksOurs ? 'connection-refused' : 'provider-unreachable' });
    },
  },
  {
    name: 'a provider that ends politely but too early interrupts the answer',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi there you', { model: 'clean-cut' }));
      expectInterrupted(told, 'You said: hi ', { cause: 'provider-unreachable' });
    },
  },
  {
    name: 'an error in the middle interrupts the answer',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi there you', { model: 'midstream-error' }));
      expectInterrupted(told, 'You said: hi ', { cause: 'provider-unreachable', code: 'assistant-unavailable' });
    },
  },
  {
    name: 'an answer without any text is a failure',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'empty' }));
      expectFailed(told, { cause: 'unknown', code: 'answer-empty' });
    },
  },
  {
    name: 'lines that end with CR and LF change nothing',
    async run({ client }) {
      expectWhole(await collectAnswer(client(), question('hi', { model: 'crlf' })), 'You said: hi');
    },
  },
  {
    name: 'a provider that does not stream is answered whole all the same',
    async run({ client }) {
      expectWhole(await collectAnswer(client(), question('hi', { model: 'json200' })), 'You said: hi');
    },
  },
  {
    name: "the site's temperature and token limit reach the provider",
    async run({ client, provider }) {
      const seen = provider.calls.length;
      expectWhole(await collectAnswer(client(), question('hi', { temperature: 0.25, maxTokens: 77 })), 'You said: hi');
      const body = provider.calls.slice(seen).at(-1)?.body;
      assert.equal(body?.temperature, 0.25);
      assert.equal(body?.max_tokens, 77);
    },
  },
  {
    name: 'stopping an answer closes the connection to the provider at once, and is told once',
    async run({ client, provider }) {
      const seen = provider.calls.length;
      const ends: string[] = [];
      let abortedAtMs = 0;
      await new Promise<void>((resolve) => {
        const running = client().answer(question('one two three four five six', { model: 'slow' }), {
          onText() {
            if (abortedAtMs) return;
            abortedAtMs = Date.now();
            running.abort();
            running.abort();
            resolve();
          },
          onReasoning() {},
          onRewrite() {},
          onSources() {},
          onEnd: (end) => ends.push(end.kind),
        });
      });
      const call = provider.calls.slice(seen).find((one) => one.kind === 'completion');
      for (let waited = 0; waited < 3000 && !call?.cutOff; waited += 20) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      assert.ok(call?.cutOff, 'the provider went on');
      assert.ok((call.cutOffAtMs ?? Number.POSITIVE_INFINITY) - abortedAtMs < 500, 'the provider heard of it late');
      assert.deepEqual(ends, ['aborted']);
    },
  },
  {
    // Open WebUI itself goes on waiting for the provider: it only notices while it is passing an answer on.
    name: 'stopping before the first word ends the answer for us at once',
    async run({ client, provider }) {
      const seen = provider.calls.length;
      const ends: string[] = [];
      const running = client().answer(question('hi', { model: 'hang' }), {
        onText() {},
        onReasoning() {},
        onRewrite() {},
        onSources() {},
        onEnd: (end) => ends.push(end.kind),
      });
      const asked = () => provider.calls.slice(seen).some((one) => one.kind === 'completion');
      for (let waited = 0; waited < 3000 && !asked(); waited += 20) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      running.abort();
      assert.deepEqual(ends, ['aborted']);
      expectWhole(await collectAnswer(client(), question('hi')), 'You said: hi');
    },
  },
  {
    name: 'without a first word to pass on, Open WebUI does not notice that we are gone',
    realOnly: 'the practice server gives the provider up at once',
    async run({ client, provider }) {
      const seen = provider.calls.length;
      await collectAnswer(client(undefined, { firstByteMs: 300 }), question('hi', { model: 'hang' }));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      assert.equal(provider.calls.slice(seen).find((one) => one.kind === 'completion')?.cutOff, false);
    },
  },
  {
    name: 'a provider that never answers is given up after the first-byte limit',
    async run({ client }) {
      const told = await collectAnswer(client(undefined, { firstByteMs: 300 }), question('hi', { model: 'hang' }));
      expectFailed(told, { cause: 'timeout', code: 'assistant-timeout' });
    },
  },
  {
    name: 'a provider that falls silent interrupts the answer after the silence limit',
    async run({ client }) {
      const told = await collectAnswer(client(undefined, { silenceMs: 300 }), question('hi', { model: 'stall-2' }));
      expectInterrupted(told, 'token1 token2 ', { cause: 'timeout', code: 'assistant-timeout' });
    },
  },
];
