import assert from 'node:assert/strict';
import type { ToolMode } from '@guichet/contract/site-settings';
import { agentScene, equipmentOf } from '../agent/agent-scene.ts';
import { casesSince } from '../agent/ask-agent.ts';
import { DESK_PIPE, MANIFOLD_PIPE, STRING_PIPE } from '../agent/python-pipes.ts';
import type { CaseContext } from '../case-context.ts';
import { collectAnswer, question, type ToldAnswer } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectOk, expectWhole } from '../expectations.ts';

const NOT_IMITATED = 'the practice server runs no pipes';
const EVERY_MODE: readonly ToolMode[] = ['off', 'one-round', 'whole-agent'];

/** Functions as models: what they answer comes by every way, and what else they send is never text. */
export const pipeCases: ContractCase[] = casesSince('0.10.0', [
  {
    name: 'a pipe answers like a model, in every mode',
    realOnly: NOT_IMITATED,
    async run(context) {
      for (const tools of EVERY_MODE) expectWhole(await askPipe(context, 'desk_pipe', 'hi', tools), 'Pipe says: done');
    },
  },
  {
    name: 'a pipe that answers with one string',
    realOnly: NOT_IMITATED,
    async run(context) {
      for (const tools of EVERY_MODE) expectWhole(await askPipe(context, 'string_pipe', 'hi', tools), 'One string.');
    },
  },
  {
    name: 'each model of a pipe with several is listed, and answers as itself',
    realOnly: NOT_IMITATED,
    async run(context) {
      await pipeScene(context);
      const listed = expectOk(await context.client().models()).map(({ id }) => id);
      for (const model of ['manifold_pipe.short', 'manifold_pipe.long']) {
        assert.ok(listed.includes(model), listed.join());
        for (const tools of EVERY_MODE) {
          expectWhole(await askPipe(context, model, 'hi', tools), `I am ${model.split('.')[1]}`);
        }
      }
    },
  },
  {
    name: 'what a pipe tells besides is no text; its source arrives with the whole agent',
    realOnly: NOT_IMITATED,
    async run(context) {
      for (const tools of EVERY_MODE) {
        const told = await askPipe(context, 'desk_pipe', 'EVENTS DICTIONARIES', tools);
        expectWhole(told, 'Pipe says: done');
        const urls = told.sources.map(({ url }) => url);
        // By HTTP alone its events go to the sockets of the account, where nobody of ours listens.
        assert.deepEqual(urls, tools === 'whole-agent' ? ['https://pipe.example.com/prices'] : [], tools);
      }
    },
  },
  {
    name: 'a pipe is handed the tools that are asked for, and runs them itself',
    realOnly: NOT_IMITATED,
    async run(context) {
      for (const tools of ['one-round', 'whole-agent'] as const) {
        const told = await askPipe(context, 'desk_pipe', 'TOOL', tools, true);
        assert.equal(told.end.kind, 'complete', JSON.stringify(told.end));
        assert.match(told.text, /^Pipe says: 21 degrees and sunny in Lyon\.? done$/);
      }
    },
  },
  {
    name: 'a pipe that raises before its first word fails, and never counts as an answer',
    realOnly: NOT_IMITATED,
    async run(context) {
      for (const tools of EVERY_MODE) {
        const told = await askPipe(context, 'desk_pipe', 'RAISE-FIRST', tools);
        assert.notEqual(told.end.kind, 'complete', `${tools}: ${told.text}`);
      }
    },
  },
  {
    name: 'a pipe that raises after its first words interrupts the answer',
    realOnly: NOT_IMITATED,
    async run(context) {
      for (const tools of EVERY_MODE) {
        const told = await askPipe(context, 'desk_pipe', 'RAISE-LATER', tools);
        assert.notEqual(told.end.kind, 'complete', `${tools}: ${told.text}`);
      }
    },
  },
]);

async function askPipe(
  context: CaseContext,
  model: string,
  text: string,
  tools: ToolMode,
  withTools = false,
): Promise<ToldAnswer> {
  await pipeScene(context);
  const equipment = withTools ? await equipmentOf(context, 'tools') : undefined;
  const request = question(text, { model, tools, ...(equipment && { equipment }) });
  return collectAnswer(context.agent(), request);
}

function pipeScene(context: CaseContext): Promise<void> {
  return context.once('pipes', async () => {
    await agentScene(context);
    await makePipe(context, 'desk_pipe', DESK_PIPE);
    await makePipe(context, 'string_pipe', STRING_PIPE);
    await makePipe(context, 'manifold_pipe', MANIFOLD_PIPE);
    // The list that a chat looks its model up in is renewed by asking for it.
    await context.call('GET', '/api/models?refresh=true', { as: context.admin.token });
  });
}

async function makePipe(context: CaseContext, id: string, content: string): Promise<void> {
  const as = context.admin.token;
  const body = { id, name: id, content, meta: { description: 'd', manifest: {} } };
  const made = await context.call('POST', '/api/v1/functions/create', { as, body });
  assert.equal(made.status, 200, made.text.slice(0, 300));
  const on = await context.call('POST', `/api/v1/functions/id/${id}/toggle`, { as });
  assert.equal(on.status, 200, on.text.slice(0, 300));
}
