import assert from 'node:assert/strict';
import type { AgentLogEntry } from '../../client/agent/agent-log.ts';
import { askOf, calling, callsSince, casesSince, until } from '../agent/ask-agent.ts';
import { filesOf } from '../agent/left-behind.ts';
import { collectAnswer } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectWhole } from '../expectations.ts';

const WEATHER: [string, unknown] = ['get_weather', { city: 'Lyon' }];
const IT_IS = 'It is 21 degrees and sunny in Lyon';

/** What the whole agent answers: several rounds of tools by a temporary chat and a socket, documents, search, pictures. */
export const agentAnswerCases: ContractCase[] = casesSince('0.10.0', [
  {
    name: 'two rounds: text once, each tool once, one end',
    async run(context) {
      const seen = context.provider.calls.length;
      const plan = [{ reason: 'I look. ', text: 'Let me see. ', calls: [WEATHER] }, { text: `It is %results%. ` }];
      const told = await collectAnswer(context.agent(), await askOf(context, 'tools', plan));
      expectWhole(told, `Let me see.\n\n${IT_IS}.`);
      assert.deepEqual(told.end, { kind: 'complete', finish: 'stop', model: 'agent' });
      assert.equal(told.reasoning, 'I look.');
      assert.equal(told.rewrites, 0);
      const tools = told.activities.filter((one) => one.kind === 'tool');
      assert.deepEqual(
        tools.map(({ title, state, arguments: given, round }) => [title, state, given, round]),
        [
          ['get_weather', 'running', '{"city":"Lyon"}', 1],
          ['get_weather', 'done', '{"city":"Lyon"}', 1],
        ],
      );
      assert.deepEqual(
        told.activities.filter((one) => one.kind === 'other').map(({ title, state }) => [title, state]),
        [
          ['Asking the weather of Lyon', 'running'],
          ['Asking the weather of Lyon', 'done'],
        ],
      );
      assert.deepEqual(told.sources, [
        { id: '1', title: 'Weather', url: 'https://weather.example.com/Lyon', snippet: 'It is 21 degrees in Lyon' },
      ]);
      assert.equal(callsSince(context, seen).length, 2);
    },
  },
  {
    name: 'the tokens of every round are told as one sum',
    async run(context) {
      const plan = [{ text: 'Let me see. ', calls: [WEATHER] }, { text: 'Sunny.' }];
      const { usage } = await collectAnswer(context.agent(), await askOf(context, 'tools', plan));
      assert.deepEqual(usage, { inputTokens: 6, outputTokens: 8, from: 'open-webui' });
    },
  },
  {
    name: 'three rounds, the same words on every version',
    async run(context) {
      const plan = [
        { text: 'First. ', calls: [WEATHER] },
        { reason: 'Hm. ', text: 'Second.', calls: [WEATHER] },
        { text: 'Third.\n\n- a\n- b ' },
      ];
      const told = await collectAnswer(context.agent(), await askOf(context, 'tools', plan));
      expectWhole(told, 'First.\n\nSecond.\n\nThird.\n\n- a\n- b');
      assert.equal(told.rewrites, 0);
      assert.deepEqual(
        told.activities.filter((one) => one.kind === 'tool' && one.state === 'done').map((one) => one.round),
        [1, 2],
      );
    },
  },
  {
    name: 'reasoning between tags is told apart by the whole agent too',
    async run(context) {
      const plan = [{ text: '<think>hidden thought</think>Said aloud.' }];
      const told = await collectAnswer(context.agent(), await askOf(context, 'tools', plan));
      assert.match(told.text, /^Said ?aloud\.$/);
      assert.equal(told.reasoning, 'hidden thought');
      assert.equal(told.end.kind, 'complete');
    },
  },
  {
    name: "a model's documents are found by the whole agent, with sources",
    async run(context) {
      const plan = [{ ...calling(['query_knowledge_files', { query: 'tickets' }]) }, { text: 'Seven.' }];
      const told = await collectAnswer(context.agent(), await askOf(context, 'knowledge', plan));
      expectWhole(told, 'Seven.');
      assert.deepEqual(told.sources, [{ id: '1', title: 'prices.txt', snippet: 'Tickets cost seven euros.' }]);
      assert.deepEqual([...new Set(told.activities.map((one) => one.kind))], ['knowledge']);
    },
  },
  {
    name: 'a picture is shown with what it shows, and its file is gone afterwards',
    async run(context) {
      const before = await filesOf(context);
      const plan = [{ ...calling(['generate_image', { prompt: 'a green point' }]) }, { text: 'Here.' }];
      const told = await collectAnswer(context.agent(), await askOf(context, 'pictures', plan));
      expectWhole(told, 'Here.');
      const [file] = told.files;
      assert.deepEqual([told.files.length, file?.contentType, file?.description], [1, 'image/png', 'a green point']);
      assert.ok((file?.bytes.byteLength ?? 0) > 60);
      assert.ok(await until(async () => (await filesOf(context)) === before), 'the file stayed');
    },
  },
  {
    name: 'a picture that is none by its bytes is not shown, and its file is gone too',
    async run(context) {
      const before = await filesOf(context);
      const log: AgentLogEntry[] = [];
      const { picture } = context.provider.options;
      context.provider.options.picture = Buffer.from('<svg onload="alert(1)"></svg>').toString('base64');
      try {
        const plan = [{ ...calling(['generate_image', { prompt: 'x' }]) }, { text: 'Here.' }];
        const client = context.agent({ agentLog: (entry) => log.push(entry) });
        const told = await collectAnswer(client, await askOf(context, 'pictures', plan));
        assert.deepEqual(told.files, []);
      } finally {
        context.provider.options.picture = picture;
      }
      // Some versions look at the bytes themselves and let their tool fail.
      assert.match(log.map((entry) => entry.what).join(), /^(file-dropped|tool-failed)$/);
      assert.ok(await until(async () => (await filesOf(context)) === before), 'the file stayed');
    },
  },
  {
    name: 'the whole agent searches the web, and what was found is among the sources',
    async run(context) {
      const plan = [{ ...calling(['search_web', { query: 'hello' }]) }, { text: 'Found.' }];
      const told = await collectAnswer(context.agent(), await askOf(context, 'web', plan));
      expectWhole(told, 'Found.');
      assert.deepEqual(
        told.sources.map(({ title, url }) => [title, url]),
        [['Found page', 'https://found.example.com/page']],
      );
      assert.deepEqual([...new Set(told.activities.map((one) => one.kind))], ['web-search']);
    },
  },
  {
    name: 'the whole agent uses tool servers by OpenAPI and by MCP',
    async run(context) {
      const calls: [string, unknown][] = [
        ['get_stock', { item: 'hat' }],
        ['sums_add', { a: 2, b: 3 }],
      ];
      const told = await collectAnswer(
        context.agent(),
        await askOf(context, 'servers', [{ calls }, { text: '%results%' }]),
      );
      assert.equal(told.end.kind, 'complete');
      assert.match(told.text, /42/);
      assert.match(told.text, /MCP sum 5/);
      assert.equal(told.activities.filter((one) => one.kind === 'tool' && one.state === 'done').length, 2);
    },
  },
]);
