import assert from 'node:assert/strict';
import type { AgentLogEntry } from '../../client/agent/agent-log.ts';
import { askOf, calling, callsSince, casesSince, until } from '../agent/ask-agent.ts';
import { collectAnswer, question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectFailed, expectInterrupted, expectWhole } from '../expectations.ts';

const WEATHER: [string, unknown] = ['get_weather', { city: 'Lyon' }];

/** What goes wrong within the whole agent: at the provider, and in a tool. */
export const agentFailureCases: ContractCase[] = casesSince('0.10.0', [
  {
    name: 'the provider refuses the first round of an agent: failed, with the cause',
    async run(context) {
      const told = await collectAnswer(context.agent(), await askOf(context, 'tools', [{ error: 401 }]));
      const failure = expectFailed(told, { cause: 'provider-refused', code: 'assistant-misconfigured' });
      assert.match(failure.raw ?? '', /Incorrect API key/);
      const busy = await collectAnswer(context.agent(), await askOf(context, 'tools', [{ error: 429 }]));
      expectFailed(busy, { cause: 'provider-rate-limited', code: 'assistant-busy' });
    },
  },
  {
    name: 'the provider refuses the second round of an agent: interrupted, never complete',
    async run(context) {
      const plan = [{ text: 'Let me see.', calls: [WEATHER] }, { error: 401 }];
      const told = await collectAnswer(context.agent(), await askOf(context, 'tools', plan));
      expectInterrupted(told, 'Let me see.', { cause: 'provider-refused' });
      const silent = await collectAnswer(
        context.agent(),
        await askOf(context, 'tools', [{ calls: [WEATHER] }, { error: 500 }]),
      );
      assert.equal(silent.end.kind, 'failed', JSON.stringify(silent.end));
    },
  },
  {
    name: 'an error in the middle of an agent: the part stays, and the cause is told',
    async run(context) {
      const plan = [{ text: 'one two three four', turn: 'error' as const }];
      const told = await collectAnswer(context.agent(), await askOf(context, 'tools', plan));
      expectInterrupted(told, 'one two three', { cause: 'provider-unreachable', code: 'assistant-unavailable' });
    },
  },
  {
    name: 'a provider that breaks off in the middle of an agent interrupts the answer',
    async run(context) {
      const plan = [{ text: 'word '.repeat(20), turn: 'break' as const, turnAfter: 10, delay: 100 }];
      const told = await collectAnswer(context.agent(), await askOf(context, 'tools', plan));
      // Words that Open WebUI had not passed on yet are lost with it.
      assert.match(told.text, /^word word word/);
      expectInterrupted(told, told.text, { cause: 'provider-unreachable', code: 'assistant-unavailable' });
    },
  },
  {
    name: 'an answer of an agent that is cut by the token limit says so',
    async run(context) {
      const told = await collectAnswer(
        context.agent(),
        await askOf(context, 'tools', [{ text: 'one two', finish: 'length' }]),
      );
      assert.deepEqual(told.end, { kind: 'complete', finish: 'length', model: 'agent' });
    },
  },
  {
    name: 'an agent that says nothing is a failure',
    async run(context) {
      const told = await collectAnswer(context.agent(), await askOf(context, 'tools', [{ text: '' }]));
      expectFailed(told, { cause: 'unknown', code: 'answer-empty' });
    },
  },
  {
    name: 'an unknown model is refused before anything runs',
    async run(context) {
      const request = question('hi', { model: 'nope', tools: 'whole-agent' });
      expectFailed(await collectAnswer(context.agent(), request), { cause: 'model-missing' });
    },
  },
  {
    name: 'a tool that fails, is not there or is not permitted: the answer goes on, the owner is told which',
    async run(context) {
      const seen = context.provider.calls.length;
      const log: AgentLogEntry[] = [];
      const calls: [string, unknown][] = [
        ['fail', { reason: 'x' }],
        ['nothing_here', {}],
        ['get_secret', { name: 'x' }],
      ];
      const client = context.agent({ agentLog: (entry) => log.push(entry) });
      const told = await collectAnswer(client, await askOf(context, 'tools', [{ calls }, { text: 'And yet.' }]));
      expectWhole(told, 'And yet.');
      const failed = log.filter((entry) => entry.what === 'tool-failed').map((entry) => entry.detail);
      // Up to 0.10 a tool's exception is its result, and nothing tells it from a good one.
      assert.deepEqual(
        failed.filter((name) => name !== 'fail'),
        ['nothing_here', 'get_secret'],
      );
      assert.ok(!JSON.stringify(callsSince(context, seen)[1]?.body.messages).includes('a secret of'));
    },
  },
  {
    name: 'a tool that calls back hears at once that there is nobody',
    async run(context) {
      const calls = ['input', 'confirmation', 'execute'].map((kind): [string, unknown] => ['ask', { kind }]);
      const started = performance.now();
      const told = await collectAnswer(context.agent(), await askOf(context, 'tools', [{ calls }, { text: 'Done.' }]));
      expectWhole(told, 'Done.');
      assert.ok(performance.now() - started < 10_000);
    },
  },
  {
    name: 'a tool that hangs is given up after its limit: the cause names it, no second call follows',
    async run(context) {
      const seen = context.provider.calls.length;
      const log: AgentLogEntry[] = [];
      const client = context.agent({ agentLimits: { toolMs: 500 }, agentLog: (entry) => log.push(entry) });
      const plan = [{ text: 'Wait.', ...calling(['sleep_long', { seconds: 3 }]) }, { text: 'never' }];
      const told = await collectAnswer(client, await askOf(context, 'tools', plan));
      expectInterrupted(told, 'Wait.', { cause: 'timeout', code: 'assistant-timeout' });
      assert.ok(told.end.kind === 'interrupted' && told.end.failure.raw?.includes('sleep_long'));
      assert.equal(await until(() => callsSince(context, seen).length > 1, 3_500), false);
    },
  },
]);
