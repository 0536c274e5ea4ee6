import assert from 'node:assert/strict';
import { isRecord } from '../../client/error-body.ts';
import { isAtLeast, isBefore } from '../../version-order.ts';
import { AGENT_MODELS, agentScene } from '../agent/agent-scene.ts';
import { askOf, calling, callsSince, casesSince } from '../agent/ask-agent.ts';
import type { CaseContext } from '../case-context.ts';
import { collectAnswer } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectFailed, expectWhole } from '../expectations.ts';

const ONE_ROUND = { tools: 'one-round' } as const;

function losesAnswersToMcp(version: string): boolean {
  return isAtLeast(version, '0.9.0') && isBefore(version, '0.9.2');
}

async function readRow({ call, service }: CaseContext, id: string): Promise<Record<string, unknown>> {
  const { json } = await call('GET', `/api/v1/models/model?id=${id}`, { as: service.key });
  assert.ok(isRecord(json), 'the row could not be read');
  return json;
}

/** One round of tools: Open WebUI asks its task model which to call, calls them once, and then the model. */
export const oneRoundCases: ContractCase[] = casesSince('0.8.12', [
  {
    name: 'one round runs a workspace tool and tells its source',
    async run(context) {
      const seen = context.provider.calls.length;
      const plan = [{ ...calling(['get_weather', { city: 'Lyon' }]) }, { text: 'It is %results%.' }];
      const told = await collectAnswer(context.client(), await askOf(context, 'tools', plan, ONE_ROUND));
      expectWhole(told, 'It is 21 degrees and sunny in Lyon.');
      assert.equal(told.sources.length, 1);
      assert.equal(callsSince(context, seen).length, 2);
    },
  },
  {
    name: 'one round runs the tools of a model that is set to native calling',
    since: '0.10.0',
    async run(context) {
      const plan = [{ ...calling(['get_weather', { city: 'Lyon' }]) }, { text: 'It is %results%.' }];
      const told = await collectAnswer(context.client(), await askOf(context, 'native', plan, ONE_ROUND));
      expectWhole(told, 'It is 21 degrees and sunny in Lyon.');
    },
  },
  {
    // The model's own choice wins over the request's there, and no key is told of it.
    name: 'up to 0.9 a model set to native calling gives its calls back: failed and named, never an empty answer',
    until: '0.10.0',
    async run(context) {
      const plan = [{ ...calling(['get_weather', { city: 'Lyon' }]) }, { text: 'never' }];
      const told = await collectAnswer(context.client(), await askOf(context, 'native', plan, ONE_ROUND));
      const failure = expectFailed(told, { cause: 'unknown', code: 'answer-empty' });
      assert.match(failure.raw ?? '', /tool_calls/);
    },
  },
  {
    name: 'one round runs tools of servers by OpenAPI and by MCP',
    async run(context) {
      const calls: [string, unknown][] = [
        ['get_stock', { item: 'hat' }],
        ['sums_add', { a: 2, b: 3 }],
      ];
      const request = await askOf(context, 'servers', [{ calls }, { text: '%results%' }], ONE_ROUND);
      const told = await collectAnswer(context.client(), request);
      assert.equal(told.end.kind, 'complete', JSON.stringify(told.end));
      assert.match(told.text, /42/);
      // There an MCP server is not asked for, because it costs the answer.
      if (losesAnswersToMcp(context.version)) assert.doesNotMatch(told.text, /MCP sum/);
      else assert.match(told.text, /MCP sum 5/);
    },
  },
  {
    name: 'without our care, an MCP server costs the answer',
    since: '0.9.0',
    until: '0.9.2',
    async run(context) {
      await agentScene(context);
      const reply = await context.call('POST', '/api/chat/completions', {
        as: context.service.key,
        body: {
          model: AGENT_MODELS.servers,
          stream: true,
          messages: [{ role: 'user', content: 'Hello' }],
          params: { function_calling: 'legacy' },
          tool_ids: ['server:mcp:sums'],
        },
      });
      assert.equal(reply.status, 500);
      assert.equal(reply.text, 'Internal Server Error');
    },
  },
  {
    name: 'a key that may read a model is told how its tools are called',
    until: '0.9.5',
    async run(context) {
      await agentScene(context);
      const row = await readRow(context, AGENT_MODELS.native);
      assert.equal(isRecord(row.params) ? row.params.function_calling : undefined, 'native');
    },
  },
  {
    name: 'a key that may read a model is not told how its tools are called',
    since: '0.9.5',
    async run(context) {
      await agentScene(context);
      assert.deepEqual((await readRow(context, AGENT_MODELS.native)).params, {});
    },
  },
  {
    name: 'one round searches the web first, with sources',
    async run(context) {
      const request = await askOf(context, 'web', [{ text: 'Found.' }], ONE_ROUND);
      const told = await collectAnswer(context.client(), request);
      expectWhole(told, 'Found.');
      assert.ok(
        told.sources.some((source) => source.url === 'https://found.example.com/page'),
        JSON.stringify(told.sources),
      );
    },
  },
  {
    name: 'a tool that fails in one round: the answer comes all the same',
    async run(context) {
      const plan = [{ ...calling(['fail', { reason: 'x' }]) }, { text: 'And yet.' }];
      const told = await collectAnswer(context.client(), await askOf(context, 'tools', plan, ONE_ROUND));
      expectWhole(told, 'And yet.');
    },
  },
  {
    name: 'with tools off, none is offered to the model',
    async run(context) {
      const seen = context.provider.calls.length;
      const plan = [{ ...calling(['get_weather', { city: 'Lyon' }]) }, { text: 'No tools.' }];
      const told = await collectAnswer(context.client(), await askOf(context, 'tools', plan, { tools: 'off' }));
      expectWhole(told, 'No tools.');
      const calls = callsSince(context, seen);
      assert.equal(calls.length, 1);
      assert.equal(calls[0]?.body.tools, undefined);
    },
  },
  {
    name: 'without a session, the whole agent answers in one round',
    async run(context) {
      const plan = [{ ...calling(['get_weather', { city: 'Lyon' }]) }, { text: 'It is %results%.' }];
      const told = await collectAnswer(context.client(), await askOf(context, 'tools', plan));
      expectWhole(told, 'It is 21 degrees and sunny in Lyon.');
    },
  },
]);
