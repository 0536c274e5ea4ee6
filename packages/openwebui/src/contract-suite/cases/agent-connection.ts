import assert from 'node:assert/strict';
import type { AgentLogEntry } from '../../client/agent/agent-log.ts';
import { openAgentSocket, UPGRADE_REFUSED } from '../../client/agent/agent-socket.ts';
import type { AgentSession } from '../../client/chat-completion-types.ts';
import { startSocketProxy } from '../../testing/socket-proxy.ts';
import { askOf, casesSince } from '../agent/ask-agent.ts';
import type { CaseContext } from '../case-context.ts';
import { beginAnswer, collectAnswer } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectFailed, expectWhole } from '../expectations.ts';
import { claimsOf, signSessionToken } from '../sign-session-token.ts';

const WEATHER: [string, unknown] = ['get_weather', { city: 'Lyon' }];
const IT_IS = 'It is 21 degrees and sunny in Lyon';

/** The socket and the session of the whole agent: lost, refused, ended, and what answers then. */
export const agentConnectionCases: ContractCase[] = casesSince('0.10.0', [
  {
    name: 'a socket takes a session, and no API key',
    async run(context) {
      assert.equal((await tryToken(context, context.service.token)).ok, true);
      const outcome = await tryToken(context, context.service.key);
      assert.ok(!outcome.ok && outcome.refused, JSON.stringify(outcome));
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
