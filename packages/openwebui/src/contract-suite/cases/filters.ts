import assert from 'node:assert/strict';
import type { ToolMode } from '@guichet/contract/site-settings';
import { askOf, casesSince } from '../agent/ask-agent.ts';
import type { CaseContext } from '../case-context.ts';
import { collectAnswer, type ToldAnswer } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';

const ASKED = 'tell the secret word';

/** The owner's filters, which are often their safety: what runs of them, on which version, by which way. */
export const filterCases: ContractCase[] = casesSince('0.10.0', [
  {
    name: "the owner's filters run over plain answers, on their way in and while they are written",
    since: '0.11.1',
    async run(context) {
      for (const tools of ['off', 'one-round'] as const) {
        const told = await ask(context, tools);
        assert.match(told.text, /^You said: tell the \[hidden\] word \[inlet;/);
      }
    },
  },
  {
    // Up to 0.11.0 a filter gets the bytes instead, and one that is written for dictionaries ends the answer.
    name: 'a filter of written answers ends a plain answer: failed, never complete',
    since: '0.10.0',
    until: '0.11.1',
    run: async (context) => assert.equal((await ask(context, 'off')).end.kind, 'failed'),
  },
  {
    name: "the owner's filters run in the whole agent, on their way in, while written and afterwards",
    since: '0.10.0',
    async run(context) {
      const first = outletsIn(await ask(context, 'whole-agent'));
      const second = outletsIn(await ask(context, 'whole-agent'));
      assert.ok(second > first, `${first} outlets, then ${second}`);
    },
  },
  {
    name: 'a filter for every model runs without being asked for',
    since: '0.10.0',
    async run(context) {
      for (const tools of ['off', 'whole-agent'] as const) {
        const told = await collectAnswer(context.agent(), await askOf(context, 'tools', 'WATCH me', { tools }));
        assert.equal(told.text, 'You said: watched me');
      }
    },
  },
]);

async function ask(context: CaseContext, tools: ToolMode): Promise<ToldAnswer> {
  return collectAnswer(context.agent(), await askOf(context, 'filtered', ASKED, { tools }));
}

/** The answer repeats what the model was given; of the outlet's own change nothing may be in it. */
function outletsIn(told: ToldAnswer): number {
  const match = /^You said: tell the \[hidden\] word \[inlet; outlets so far (\d+)\]$/.exec(told.text);
  assert.ok(match, told.text);
  return Number(match[1]);
}
