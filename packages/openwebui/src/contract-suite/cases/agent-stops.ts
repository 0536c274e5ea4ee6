import assert from 'node:assert/strict';
import { DEFAULT_AGENT_LIMITS } from '../../client/agent/agent-limits.ts';
import type { AgentLogEntry } from '../../client/agent/agent-log.ts';
import { askOf, calling, callsSince, casesSince, until } from '../agent/ask-agent.ts';
import type { CaseContext } from '../case-context.ts';
import { beginAnswer, collectAnswer } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectWhole } from '../expectations.ts';

const WEATHER: [string, unknown] = ['get_weather', { city: 'Lyon' }];

/** Stopping the whole agent, through to the provider, and runs beside each other. */
export const agentStopCases: ContractCase[] = casesSince('0.10.0', [
  {
    name: 'stopping in a text reaches the provider at once, and what was said stays',
    async run(context) {
      const seen = context.provider.calls.length;
      const request = await askOf(context, 'tools', [{ text: 'word '.repeat(200), delay: 50 }]);
      const { ms, told, log } = await stopWhen(
        context,
        request,
        'text',
        () => callsSince(context, seen)[0]?.cutOffAtMs,
      );
      // How long it took is measured, not asserted: on a busy machine it says nothing of us.
      assert.ok(Number.isFinite(ms), 'the provider did not hear of it');
      assert.equal(callsSince(context, seen)[0]?.finished, false);
      assert.deepEqual([told.end, told.ends], [{ kind: 'aborted' }, 1]);
      assert.match(told.text, /^word/);
      assert.deepEqual(log, []);
    },
  },
  {
    name: 'stopping in a tool ends the tool: no second call follows',
    async run(context) {
      const seen = context.provider.calls.length;
      const plan = [{ text: 'Wait. ', ...calling(['sleep_long', { seconds: 2 }]) }, { text: 'never' }];
      const { told, log } = await stopWhen(context, await askOf(context, 'tools', plan), 'tool', () => Date.now());
      assert.deepEqual([told.text, told.end], ['Wait.', { kind: 'aborted' }]);
      // Longer than the tool would have slept.
      assert.equal(await until(() => callsSince(context, seen).length > 1, 3_000), false);
      assert.deepEqual(log, []);
    },
  },
  {
    name: 'stopping before the question was accepted leaves no run behind',
    async run(context) {
      const seen = context.provider.calls.length;
      const request = await askOf(context, 'tools', [{ text: 'word '.repeat(200), delay: 50 }]);
      for (const ms of [0, 5, 20, 40]) {
        const { running, told } = beginAnswer(context.agent(), request);
        await new Promise((resolve) => setTimeout(resolve, ms));
        running.abort();
        running.abort();
        assert.deepEqual([(await told).end, (await told).ends], [{ kind: 'aborted' }, 1]);
      }
      const isQuiet = () => callsSince(context, seen).every((call) => call.cutOff);
      assert.ok(await until(isQuiet), 'a run went on');
    },
  },
  {
    name: 'two runs at a time do not mix, and stopping one leaves the other',
    async run(context) {
      const client = context.agent();
      const first = await askOf(context, 'tools', [
        { text: 'one '.repeat(30), delay: 30, calls: [WEATHER] },
        { text: 'end' },
      ]);
      const second = await askOf(context, 'tools', [{ text: 'two '.repeat(200), delay: 30 }]);
      const one = beginAnswer(client, first);
      const two = beginAnswer(client, second);
      setTimeout(() => two.running.abort(), 400);
      expectWhole(await one.told, `${'one '.repeat(30).trim()}\n\nend`);
      assert.match((await two.told).text, /^(two ?)*$/);
    },
  },
  {
    name: 'more runs than go at a time wait for their turn',
    async run(context) {
      const log: AgentLogEntry[] = [];
      const client = context.agent({
        agentLimits: { runsAtATime: 2, queueMs: 20_000 },
        agentLog: (entry) => log.push(entry),
      });
      const request = await askOf(context, 'tools', [{ calls: [WEATHER] }, { text: '%results%' }]);
      const told = await Promise.all(Array.from({ length: 6 }, () => collectAnswer(client, request)));
      for (const one of told) assert.ok(one.activities.some((activity) => activity.title === 'get_weather'));
      assert.deepEqual(log, []);
      assert.ok(DEFAULT_AGENT_LIMITS.runsAtATime > 1);
    },
  },
]);

/** Stops as soon as there is text or a tool runs, and tells how long the rest took to hear of it. */
async function stopWhen(
  context: CaseContext,
  request: Parameters<typeof beginAnswer>[1],
  what: 'text' | 'tool',
  heardAtMs: () => number | undefined,
) {
  const log: AgentLogEntry[] = [];
  let stoppedAtMs = 0;
  const stop = () => {
    if (stoppedAtMs > 0) return;
    stoppedAtMs = Date.now();
    running.abort();
    running.abort();
  };
  const { running, told } = beginAnswer(context.agent({ agentLog: (entry) => log.push(entry) }), request, {
    onText: () => what === 'text' && setTimeout(stop, 100),
    onActivity: (activity) => what === 'tool' && activity.kind === 'tool' && setTimeout(stop, 100),
  });
  const end = await told;
  await until(() => heardAtMs() !== undefined);
  return { ms: (heardAtMs() ?? Number.POSITIVE_INFINITY) - stoppedAtMs, told: end, log };
}
