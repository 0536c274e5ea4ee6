import assert from 'node:assert/strict';
import { DEFAULT_AGENT_LIMITS } from '../../client/agent/agent-limits.ts';
import type { AgentLogEntry } from '../../client/agent/agent-log.ts';
import { openAgentSocket, UPGRADE_REFUSED } from '../../client/agent/agent-socket.ts';
import type { AgentSession } from '../../client/chat-completion-types.ts';
import { startSocketProxy } from '../../testing/socket-proxy.ts';
import { OWNERS_PROMPT } from '../agent/agent-scene.ts';
import { askOf, calling, callsSince, casesSince, until } from '../agent/ask-agent.ts';
import type { CaseContext } from '../case-context.ts';
import { beginAnswer, collectAnswer, question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectFailed, expectInterrupted, expectWhole } from '../expectations.ts';
import { claimsOf, signSessionToken } from '../sign-session-token.ts';

const WEATHER: [string, unknown] = ['get_weather', { city: 'Lyon' }];
const IT_IS = 'It is 21 degrees and sunny in Lyon';

/** The whole agent: several rounds of tools by a temporary chat and a socket. */
export const wholeAgentCases: ContractCase[] = casesSince('0.10.0', [
  {
    name: 'a socket takes a session, and no API key',
    async run(context) {
      assert.equal((await tryToken(context, context.service.token)).ok, true);
      const outcome = await tryToken(context, context.service.key);
      assert.ok(!outcome.ok && outcome.refused, JSON.stringify(outcome));
    },
  },
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
    name: 'a socket that is lost in mid-run comes back, and the answer is whole',
    async run(context) {
      const proxy = await startSocketProxy(context.baseUrl);
      try {
        const log: AgentLogEntry[] = [];
        const text = Array.from({ length: 60 }, (_, place) => `word${place}`).join(' ');
        const request = await askOf(context, 'tools', [
          { text: 'Look. ', calls: [WEATHER] },
          { text, delay: 30 },
        ]);
        const client = context.agent({ baseUrl: proxy.url, agentLog: (entry) => log.push(entry) });
        let dropped = false;
        const { told } = beginAnswer(client, request, {
          onText(piece) {
            if (dropped || !piece.includes('word')) return;
            dropped = true;
            proxy.dropSockets();
          },
        });
        expectWhole(await told, `Look.\n\n${text}`);
        assert.equal((await told).rewrites, 0);
        assert.deepEqual(
          log.map((entry) => entry.what),
          ['socket-lost', 'socket-back'],
        );
        assert.equal(proxy.upgrades, 2);
      } finally {
        await proxy.close();
      }
    },
  },
  {
    name: 'where a proxy lets no socket through, one round answers, and the log says why',
    async run(context) {
      const proxy = await startSocketProxy(context.baseUrl, { refusesUpgrades: true });
      try {
        const log: AgentLogEntry[] = [];
        const client = context.agent({ baseUrl: proxy.url, agentLog: (entry) => log.push(entry) });
        const plan = [{ calls: [WEATHER] }, { text: 'It is %results%' }];
        expectWhole(await collectAnswer(client, await askOf(context, 'tools', plan)), IT_IS);
        const [entry] = log;
        assert.deepEqual([log.length, entry?.what], [1, 'one-round-instead']);
        assert.deepEqual([entry?.failure?.phase, entry?.failure?.status], ['connect', 403]);
        assert.ok(entry?.failure?.raw?.startsWith(UPGRADE_REFUSED), JSON.stringify(entry));
      } finally {
        await proxy.close();
      }
    },
  },
  {
    name: 'a session that is not taken any more is renewed once',
    async run(context) {
      const session = sessionOf(['no-token', context.service.token]);
      const client = context.agent({ agentSession: session });
      expectWhole(await collectAnswer(client, await askOf(context, 'tools', [{ text: 'Here.' }])), 'Here.');
      assert.deepEqual(session.refusals, ['no-token']);
    },
  },
  {
    name: 'without a session that is taken, one round answers, and no token is in the log',
    async run(context) {
      const log: AgentLogEntry[] = [];
      const token = signSessionToken({ ...claimsOf(context.service.token), exp: 1 }, context.secret);
      const client = context.agent({ agentSession: sessionOf([token, token]), agentLog: (entry) => log.push(entry) });
      expectWhole(await collectAnswer(client, await askOf(context, 'tools', [{ text: 'Here.' }])), 'Here.');
      assert.deepEqual(
        log.map((entry) => [entry.what, entry.failure?.cause]),
        [['one-round-instead', 'session-token-rejected']],
      );
      const written = JSON.stringify(log);
      assert.ok(!written.includes(token) && !written.includes(context.service.key));
    },
  },
  {
    name: 'a session that ends in mid-run is renewed, and the answer ends cleanly',
    realOnly: 'it takes most of a minute; when practice closes a socket is tried with a clock of its own',
    // 10 s of session, then the 29 s that Open WebUI leaves before it closes the socket.
    since: '0.12.0',
    async run(context) {
      const ending = signSessionToken(
        { ...claimsOf(context.service.token), exp: Math.floor(Date.now() / 1000) + 5 },
        context.secret,
      );
      const log: AgentLogEntry[] = [];
      const text = Array.from({ length: 50 }, (_, place) => `word${place}`).join(' ');
      const client = context.agent({
        agentSession: sessionOf([ending, context.service.token]),
        agentLog: (entry) => log.push(entry),
      });
      const told = await collectAnswer(client, await askOf(context, 'tools', [{ text, delay: 1_000 }]));
      expectWhole(told, text);
      assert.equal(told.rewrites, 0);
      assert.deepEqual(
        log.map((entry) => entry.what),
        ['socket-lost', 'socket-back'],
      );
    },
  },
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
  {
    name: 'an unknown model is refused before anything runs',
    async run(context) {
      const request = question('hi', { model: 'nope', tools: 'whole-agent' });
      expectFailed(await collectAnswer(context.agent(), request), { cause: 'model-missing' });
    },
  },
  {
    name: 'a key that is not known is told as such, with a good session too',
    async run(context) {
      const credential = `sk-${'0'.repeat(32)}`;
      const client = context.agent({ target: () => ({ baseUrl: context.baseUrl, credential }) });
      const told = await collectAnswer(client, await askOf(context, 'tools', 'hi'));
      expectFailed(told, { cause: 'key-unknown' });
    },
  },
  {
    name: 'a credential that is a session itself runs the whole agent without another',
    async run(context) {
      const plan = [{ calls: [WEATHER] }, { text: '%results%' }];
      const told = await collectAnswer(context.client(context.service.token), await askOf(context, 'tools', plan));
      assert.ok(told.activities.some((one) => one.title === 'get_weather'));
    },
  },
  {
    name: 'nothing of what the owner told the model, and nothing of a request of a visitor, gets where it must not',
    async run(context) {
      const seen = context.provider.calls.length;
      const request = await askOf(context, 'tools', [{ calls: [WEATHER] }, { text: '%results%' }]);
      const hostile = {
        tools: [{ type: 'function', function: { name: 'evil' } }],
        tool_servers: [{}],
        files: [{ type: 'url' }],
      };
      const turns = request.turns.map((turn) => ({ ...turn, ...hostile, tool_ids: ['private'] }));
      const told = await collectAnswer(context.agent(), { ...request, ...hostile, turns });
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

function tryToken(context: CaseContext, token: string) {
  const means = {
    origin: context.baseUrl,
    basePath: '',
    connectMs: 5_000,
    joinMs: 5_000,
    maxEventBytes: 1024 * 1024,
    heartbeatMs: 25_000,
  };
  return openAgentSocket(means, token, { onEvent() {}, onLost() {} }).outcome.then((outcome) => {
    if (outcome.ok) outcome.socket.close();
    return outcome;
  });
}

/** Gives one token after the other; the last again and again. */
function sessionOf(tokens: string[]): AgentSession & { refusals: string[] } {
  const refusals: string[] = [];
  let next = 0;
  return {
    refusals,
    async token() {
      return { ok: true, token: tokens[Math.min(next++, tokens.length - 1)] ?? '' };
    },
    refused: (token) => refusals.push(token),
  };
}

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

async function filesOf(context: CaseContext): Promise<number> {
  return countAt(context, '/api/v1/files/');
}

async function leftBehind(context: CaseContext): Promise<number[]> {
  const paths = [
    '/api/v1/chats/?page=1',
    '/api/v1/chats/archived',
    '/api/v1/files/',
    '/api/v1/notes/',
    '/api/v1/memories/',
  ];
  return Promise.all(paths.map((path) => countAt(context, path)));
}

async function countAt(context: CaseContext, path: string): Promise<number> {
  const reply = await context.call('GET', path, { as: context.service.token });
  return Array.isArray(reply.json) ? reply.json.length : (JSON.stringify(reply.json).match(/"id":/g)?.length ?? 0);
}
