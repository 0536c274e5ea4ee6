import assert from 'node:assert/strict';
import { FORBIDDEN_FIELD_NAMES, OWNER_FIELD_NAMES } from '../../client/forbidden-fields.ts';
import { OWNERS_PROMPT } from '../agent/agent-scene.ts';
import { askOf, calling, callsSince, casesSince, until } from '../agent/ask-agent.ts';
import { leftBehind } from '../agent/left-behind.ts';
import { beginAnswer, collectAnswer } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectWhole } from '../expectations.ts';

const WEATHER: [string, unknown] = ['get_weather', { city: 'Lyon' }];

/** How far the whole agent may go, and what must not come in, get out or stay behind. */
export const agentBoundCases: ContractCase[] = casesSince('0.10.0', [
  {
    name: 'a tool that answers ten megabytes: the answer goes on',
    async run(context) {
      const plan = [{ ...calling(['flood', { kilobytes: 10_240 }]) }, { text: 'That was a lot.' }];
      const told = await collectAnswer(context.agent(), await askOf(context, 'tools', plan));
      expectWhole(told, 'That was a lot.');
    },
  },
  {
    name: 'more than is read of an event ends the answer, and the run is stopped',
    async run(context) {
      const seen = context.provider.calls.length;
      const plan = [
        { text: 'Look.', ...calling(['flood', { kilobytes: 2_048 }]) },
        { text: 'word '.repeat(100), delay: 50 },
      ];
      const client = context.agent({ agentLimits: { eventBytes: 1_500_000 } });
      const told = await collectAnswer(client, await askOf(context, 'tools', plan));
      assert.ok(told.end.kind === 'interrupted', JSON.stringify(told.end));
      assert.deepEqual([told.text, told.end.failure.code], ['Look.', 'answer-too-large']);
      const later = () => callsSince(context, seen).slice(1);
      assert.ok(await until(() => later().every((call) => call.cutOff)), 'the run went on');
    },
  },
  {
    name: 'an event that is not even read ends the answer at once',
    async run(context) {
      const plan = [{ text: 'Look.', ...calling(['flood', { kilobytes: 1_024 }]) }, { text: 'That was a lot.' }];
      const client = context.agent({ agentLimits: { eventBytes: 100_000 } });
      const told = await collectAnswer(client, await askOf(context, 'tools', plan));
      assert.ok(told.end.kind === 'interrupted', JSON.stringify(told.end));
      assert.deepEqual([told.text, told.end.failure.code], ['Look.', 'answer-too-large']);
    },
  },
  {
    name: 'an endless plan is stopped at the limit of rounds, and that is told',
    async run(context) {
      const seen = context.provider.calls.length;
      const client = context.agent({ agentLimits: { rounds: 3 } });
      const told = await collectAnswer(client, await askOf(context, 'tools', [{ text: 'Again.', calls: [WEATHER] }]));
      assert.deepEqual(told.end, { kind: 'complete', finish: 'length', limit: 'rounds', model: 'agent' });
      assert.match(told.text, /^Again\.\n\nAgain\./);
      const calls = callsSince(context, seen).length;
      assert.equal(await until(() => callsSince(context, seen).length > calls + 1, 1_000), false);
    },
  },
  {
    name: 'nothing of what the owner told the model, and nothing of a request of a visitor, gets where it must not',
    async run(context) {
      const seen = context.provider.calls.length;
      const request = await askOf(context, 'tools', [{ calls: [WEATHER] }, { text: '%results%' }]);
      const evil = [{ id: 'evil', name: 'evil', url: 'http://evil.example.com' }];
      const hostile = Object.fromEntries([...FORBIDDEN_FIELD_NAMES, ...OWNER_FIELD_NAMES].map((name) => [name, evil]));
      const turns = request.turns.map((turn) => ({ ...hostile, ...turn, tool_ids: ['private'] }));
      const told = await collectAnswer(context.agent(), { ...hostile, ...request, turns });
      assert.equal(told.end.kind, 'complete');
      assert.ok(!JSON.stringify(told).includes(OWNERS_PROMPT));
      for (const call of callsSince(context, seen)) {
        assert.ok(!JSON.stringify(call.body).includes('evil'));
        assert.ok(!JSON.stringify(call.body.tools).includes('get_secret'));
      }
    },
  },
  {
    name: 'after fifty runs the account has no chat, file, note or memory more',
    async run(context) {
      const before = await leftBehind(context);
      const client = context.agent();
      const plain = await askOf(context, 'tools', [
        { text: 'Look. ', calls: [WEATHER], delay: 1 },
        { text: 'End.', delay: 1 },
      ]);
      const painted = await askOf(context, 'pictures', [
        { calls: [['generate_image', { prompt: 'x' }]], delay: 1 },
        { text: 'Here.', delay: 1 },
      ]);
      for (let round = 0; round < 10; round++) {
        const runs = Array.from({ length: 5 }, (_, place) => beginAnswer(client, place === 0 ? painted : plain));
        if (round % 3 === 1) runs[1]?.running.abort();
        await Promise.all(runs.map((run) => run.told));
      }
      const isClean = async () => JSON.stringify(await leftBehind(context)) === JSON.stringify(before);
      assert.ok(await until(isClean), `${JSON.stringify(before)} became ${JSON.stringify(await leftBehind(context))}`);
    },
  },
]);
