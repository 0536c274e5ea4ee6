import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { expectOk } from '../expectations.ts';
import { knowledgeOf } from '../knowledge.ts';

export const modelCases: ContractCase[] = [
  {
    name: "the provider's models are listed",
    async run({ client }) {
      const ids = expectOk(await client().models()).map((model) => model.id);
      for (const id of ['echo', 'slow', 'cut', 'err401']) assert.ok(ids.includes(id), id);
    },
  },
  {
    name: 'a model made in Open WebUI is listed with its name, description and suggestions',
    async run(context) {
      const { model } = await knowledgeOf(context);
      const listed = expectOk(await context.client().models()).find((entry) => entry.id === model);
      const { equipment, ...shown } = listed ?? {};
      assert.deepEqual(shown, { id: 'guide', name: 'Guide', description: 'd', suggestions: ['What does it cost?'] });
      assert.equal(equipment?.hasKnowledge, true);
    },
  },
];
