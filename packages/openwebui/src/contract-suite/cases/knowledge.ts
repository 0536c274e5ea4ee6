import assert from 'node:assert/strict';
import type { AnswerSource } from '@guichet/contract/chat-event';
import { MAX_SNIPPET_CHARS } from '../../client/sources.ts';
import type { CaseContext } from '../case-context.ts';
import { collectAnswer, question, type ToldAnswer } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { knowledgeOf, nativeGuide } from '../knowledge.ts';

const ASKING = 'What does it cost?';

/** Knowledge: when it is consulted, and what of it a visitor may see. */
export const knowledgeCases: ContractCase[] = [
  {
    name: 'without our care, the knowledge attached to a model is consulted by itself',
    until: '0.10.0',
    run: async (context) => assert.match(await askPlainly(context), /prices\.txt/),
  },
  {
    name: 'without our care, the knowledge attached to a model is left aside',
    since: '0.10.0',
    run: async (context) => assert.doesNotMatch(await askPlainly(context), /prices\.txt/),
  },
  {
    name: "the model's own knowledge is used without any setting, with sources",
    async run(context) {
      const { model } = await knowledgeOf(context);
      const told = await collectAnswer(context.client(), question(ASKING, { model }));
      assert.equal(told.end.kind, 'complete');
      expectPrices(told.sources);
      await expectNoInternals(context, told.sources);
      const asked = JSON.stringify(context.provider.calls.at(-1)?.body.messages);
      assert.match(asked, /Tickets cost seven euros/);
    },
  },
  {
    // The owner's choice wins over the request's there, and leaves it to the model to look its documents up.
    name: 'up to 0.9 a model set to native calling leaves its documents aside',
    until: '0.10.0',
    run: async (context) => assert.deepEqual((await askNativeGuide(context)).sources, []),
  },
  {
    name: 'documents of a model set to native calling are used all the same, with sources',
    since: '0.10.0',
    run: async (context) => expectPrices((await askNativeGuide(context)).sources),
  },
  {
    name: 'knowledge that the account may not read is left aside without a word',
    async run(context) {
      const { model, collectionId } = await knowledgeOf(context, { readable: false });
      const told = await collectAnswer(context.client(), question(ASKING, { model }));
      assert.equal(told.end.kind, 'complete');
      assert.deepEqual(told.sources, []);
      const reply = await context.call('GET', `/api/v1/knowledge/${collectionId}`, { as: context.service.key });
      assert.ok(reply.status === 401 || reply.status === 404, `${reply.status} ${reply.text}`);
    },
  },
  {
    name: 'a site that names collections gets sources',
    async run(context) {
      const { collectionId } = await knowledgeOf(context);
      const told = await collectAnswer(context.client(), question(ASKING, { collections: [collectionId] }));
      assert.equal(told.end.kind, 'complete');
      expectPrices(told.sources);
      await expectNoInternals(context, told.sources);
    },
  },
];

async function askNativeGuide(context: CaseContext): Promise<ToldAnswer> {
  const model = await nativeGuide(context);
  const told = await collectAnswer(context.client(), question(ASKING, { model }));
  assert.equal(told.end.kind, 'complete', JSON.stringify(told.end));
  return told;
}

/** As a client asks that knows nothing of function calling. */
async function askPlainly(context: CaseContext): Promise<string> {
  const { model } = await knowledgeOf(context);
  const body = { model, messages: [{ role: 'user', content: ASKING }], stream: true };
  return (await context.call('POST', '/api/chat/completions', { as: context.service.key, body })).text;
}

function expectPrices(sources: AnswerSource[]): void {
  assert.deepEqual(sources, [{ id: '1', title: 'prices.txt', snippet: 'Tickets cost seven euros.' }]);
  assert.ok((sources[0]?.snippet?.length ?? 0) <= MAX_SNIPPET_CHARS);
}

async function expectNoInternals(context: CaseContext, sources: AnswerSource[]): Promise<void> {
  const { collectionId, fileId } = await knowledgeOf(context);
  const shown = JSON.stringify(sources);
  for (const internal of [collectionId, fileId, context.service.id, 'embedding', 'hash']) {
    assert.ok(!shown.includes(internal), internal);
  }
}
