import assert from 'node:assert/strict';
import { collectAnswer, question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectFailed, expectInterrupted, expectWhole } from '../expectations.ts';

/** What providers and pipes do otherwise than they should, on its way through Open WebUI. */
export const oddAnswerCases: ContractCase[] = [
  {
    name: 'a finish reason on every chunk ends nothing',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi there you', { model: 'stop-everywhere' }));
      expectWhole(told, 'You said: hi there you');
    },
  },
  {
    name: 'an answer that a filter ended is not whole',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi there you', { model: 'filtered' }));
      expectInterrupted(told, 'You said: hi ', { cause: 'provider-refused', code: 'assistant-refused' });
    },
  },
  {
    name: 'an answer that waits for a tool is not whole',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi there you', { model: 'tool-wanted' }));
      expectInterrupted(told, 'You said: hi ', { cause: 'unknown', code: 'assistant-misconfigured' });
    },
  },
  {
    name: 'thoughts of which only the end is marked are taken back',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'think-unopened' }));
      expectWhole(told, 'Hello there.');
      assert.equal(told.reasoning, 'The visitor greets. So I greet.\n');
    },
  },
  {
    name: 'blocks that Open WebUI writes for its own interface are no part of the answer',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'details' }));
      expectWhole(told, 'Hello. \nThere you are.');
      assert.equal(told.reasoning, 'hidden thought');
    },
  },
  {
    name: 'a refusal is shown',
    async run({ client }) {
      expectWhole(await collectAnswer(client(), question('hi', { model: 'refuses' })), 'I would rather not.');
    },
  },
  {
    name: 'a picture that comes as data is named',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'picture' }));
      expectWhole(told, 'Here it is: [a red fox] Enjoy.');
    },
  },
  {
    name: 'an answer in a field that nobody reads is empty, and the field is named',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'spoken-only' }));
      const failure = expectFailed(told, { cause: 'unknown', code: 'answer-empty' });
      assert.match(failure.raw ?? '', /delta\.audio/);
    },
  },
  {
    name: 'frames that are no JSON take nothing from the answer',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi there you', { model: 'garbage-between' }));
      expectWhole(told, 'You said: hi there you');
    },
  },
  ...['error-field', 'error-object'].map(
    (model): ContractCase => ({
      name: `an error that comes as ${model} interrupts the answer`,
      async run({ client }) {
        const told = await collectAnswer(client(), question('hi there you', { model }));
        assert.equal(told.end.kind, 'interrupted');
        assert.equal(told.text, 'You said: hi ');
        assert.ok('failure' in told.end);
        assert.equal(told.end.failure.raw, 'The model ran out of memory');
      },
    }),
  ),
  {
    name: 'an answer that comes whole has the bounds of a streamed one',
    async run({ client }) {
      const told = await collectAnswer(client(), question('hi', { model: 'big-whole' }));
      assert.equal(told.text.length, 500_000);
      assert.equal(told.end.kind, 'interrupted');
    },
  },
];
