import assert from 'node:assert/strict';
import type { AnswerSource } from '@guichet/contract/chat-event';
import { MAX_SNIPPET_CHARS } from '../../client/sources.ts';
import type { CaseContext } from '../case-context.ts';
import { collectAnswer, question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { knowledgeOf } from '../knowledge.ts';

const ASKING = 'What does it cost?';

/** Knowledge: when it is consulted, and what of it a visitor may see. */
export const knowledgeCases: ContractCase[] = [
  {
    name: 'the knowledge attached to a model is consulted by itself',
    until: '0.10.0',
    async run(context) {
      const { model } = await knowledgeOf(context);
      const told = await collectAnswer(context.client(), question(ASKING, { model }));
      assert.equal(told.sources.length, 1);
    },
  },
  {
    name: 'the knowledge attached to a model is left aside unless asked for',
    since: '0.10.0',
    async run(context) {
      const { model } = await knowledgeOf(context);
      const told = await collectAnswer(context.client(), question(ASKING, { model }));
      assert.equal(told.end.kind, 'complete');
      assert.deepEqual(told.sources, []);
    },
  },
  {
    name: "a site that uses the model's knowledge gets sources",
    async run(context) {
      const { model } = await knowledgeOf(context);
      const told = await collectAnswer(context.client(), question(ASKING, { model, knowledge: { kind: 'model' } }));
      assert.equal(told.end.kind, 'complete');
      expectPrices(told.sources);
      await expectNoInternals(context, told.sources);
    },
  },
  {
    name: 'a site that names collections gets sources',
    async run(context) {
      const { collectionId } = await knowledgeOf(context);
      const told = await collectAnswer(
        context.client(),
        question(ASKING, { knowledge: { kind: 'collections', ids: [collectionId] } }),
      );
      assert.equal(told.end.kind, 'complete');
      expectPrices(told.sources);
      await expectNoInternals(context, told.sources);
    },
  },
];

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
