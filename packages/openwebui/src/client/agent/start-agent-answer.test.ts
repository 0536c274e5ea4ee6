import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { beginAnswer, type ToldAnswer } from '../../contract-suite/collect-answer.ts';
import type { AgentSession, ChatCompletionRequest } from '../chat-completion-types.ts';
import { createOpenWebUiClient, type OpenWebUiClientOptions } from '../create-open-webui-client.ts';
import type { OpenWebUiClient } from '../open-webui-client.ts';
import { DONE_FRAME, sendFrames, sendJson, textFrame } from '../scripted-upstream.ts';
import type { AgentLogEntry } from './agent-log.ts';
import { type ScriptedSocketServer, type SocketScript, scriptedSocketServer } from './scripted-socket-server.ts';

const KEY = 'sk-0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const TOKEN = 'session-token-1';
const REQUEST: ChatCompletionRequest = {
  settings: { model: 'm', tools: 'whole-agent' },
  turns: [{ role: 'user', text: 'hi' }],
};

let server: ScriptedSocketServer;
let client: OpenWebUiClient;
let log: AgentLogEntry[];
afterEach(async () => {
  await client?.close();
  await server?.close();
});

async function start(script: SocketScript = {}, options: Partial<OpenWebUiClientOptions> = {}): Promise<void> {
  server = await scriptedSocketServer(script);
  log = [];
  client = createOpenWebUiClient({
    target: () => ({ baseUrl: server.url, credential: KEY }),
    agentSession: sessionOf(TOKEN),
    agentLog: (entry) => log.push(entry),
    ...options,
  });
}

function sessionOf(...tokens: string[]): AgentSession & { refusals: string[] } {
  const refusals: string[] = [];
  let next = 0;
  return {
    refusals,
    token: async () => ({ ok: true, token: tokens[Math.min(next++, tokens.length - 1)] ?? '' }),
    refused: (token) => refusals.push(token),
  };
}

/** Besides questions of both ways, the client may look at the version and the models. */
function isForAgent(body: string): boolean {
  return body !== '' && JSON.parse(body).chat_id !== undefined;
}

function tellInOneRound(response: ServerResponse): void {
  sendFrames(response, [textFrame('In one round', 'stop'), DONE_FRAME]);
  response.end();
}

/** Asks, waits until the question is there, and gives what is needed to tell its events. */
async function ask() {
  const heard: string[] = [];
  const begun = beginAnswer(client, REQUEST, { onText: (text) => heard.push(text) });
  const question = await vi.waitFor(() => {
    const found = server.seen.find((one) => one.path === '/api/chat/completions');
    if (!found) throw new Error('not asked yet');
    return found;
  });
  const body: Record<string, string> = JSON.parse(question.body);
  const ids = { chat_id: body.chat_id, message_id: body.id };
  const tell = (type: string, data?: object) => server.emit({ ...ids, data: { type, data } });
  const say = (text: string) =>
    tell('response:completion', { type: 'response.output_text.delta', output_index: 0, item_id: 'a', delta: text });
  /** Says it, and waits until it was heard. */
  const sayAndWait = async (text: string) => {
    say(text);
    await vi.waitFor(() => expect(heard).toContain(text));
  };
  return { ...begun, question, body, ids, tell, say, sayAndWait };
}

function stops(): number {
  return server.seen.filter((one) => one.path.endsWith('/stop')).length;
}

describe('a run of the whole agent', () => {
  it('goes over a socket of its own, joined by the session; the question shows the key', async () => {
    await start();
    const { told, tell, say, question, body } = await ask();
    expect(server.emitted[0]).toEqual(['user-join', { auth: { token: TOKEN } }]);
    expect(question.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(body.chat_id).toBe('local:socket-1');
    expect(body.session_id).toMatch(/^[\da-f-]{36}$/);
    expect(body.id).not.toBe(body.session_id);
    say('Hello');
    tell('chat:completion', { choices: [{ finish_reason: 'stop' }], done: true });
    expect(await told).toMatchObject({ text: 'Hello', ends: 1, end: { kind: 'complete', finish: 'stop' } });
    expect(stops()).toBe(0);
  });

  it('goes below the path that Open WebUI lives under, socket and question alike', async () => {
    await start({}, { target: () => ({ baseUrl: `${server.url}/chat/`, credential: KEY }) });
    const begun = beginAnswer(client, REQUEST);
    await vi.waitFor(() => expect(server.seen.map((one) => one.path)).toEqual(['/chat/api/chat/completions']));
    expect(server.upgradedPaths[0]).toMatch(/^\/chat\/ws\/socket\.io\/\?/);
    begun.running.abort();
    await begun.told;
  });

  it('hears nothing of other runs of the account', async () => {
    await start();
    const { told, tell, say, ids } = await ask();
    const foreign = { type: 'chat:completion', data: { done: true, content: 'foreign' } };
    server.emit({ ...ids, message_id: 'other', data: foreign });
    server.emit({ ...ids, chat_id: 'local:other', data: foreign });
    server.emit('nonsense');
    say('Mine');
    tell('chat:completion', { done: true });
    expect((await told).text).toBe('Mine');
  });

  it('answers a tool that asks back at once', async () => {
    await start();
    const { told, tell, ids } = await ask();
    server.emit({ ...ids, data: { type: 'input', data: {} } }, 7);
    await vi.waitFor(() => expect(server.acknowledged).toEqual([{ error: 'There is nobody who could answer.' }]));
    tell('chat:completion', { done: true });
    await told;
  });

  it('gives signs of life, so that its socket is not forgotten', async () => {
    await start({}, { agentLimits: { heartbeatMs: 10 } });
    const { told, tell } = await ask();
    const beats = () => server.emitted.filter(([name]) => name === 'heartbeat').length;
    await vi.waitFor(() => expect(beats()).toBeGreaterThan(2));
    tell('chat:completion', { done: true });
    await told;
  });

  it('goes on where the reply to its question is lost, and its events come', async () => {
    let lose = (): void => undefined;
    await start({ onRequest: (response) => (lose = () => void response.destroy()) });
    const { told, tell, sayAndWait } = await ask();
    await sayAndWait('Hello');
    lose();
    tell('chat:completion', { done: true });
    expect(await told).toMatchObject({ text: 'Hello', end: { kind: 'complete' } });
  });

  it('that may have been taken on is stopped where no reply came', async () => {
    await start({
      onRequest(response, { path }) {
        if (path.endsWith('/stop')) sendJson(response, 200, { status: true });
        else response.destroy();
      },
    });
    expect(await beginAnswer(client, REQUEST).told).toMatchObject({ ends: 1, end: { kind: 'failed' } });
    await vi.waitFor(() => expect(stops()).toBe(1));
    expect(server.seen.filter((one) => one.path === '/api/chat/completions')).toHaveLength(1);
    expect(log).toEqual([]);
  });

  it('is stopped once, upstream too, however often it is asked', async () => {
    await start();
    const { running, told, sayAndWait } = await ask();
    await sayAndWait('Hello');
    running.abort();
    running.abort();
    expect(await told).toMatchObject({ end: { kind: 'aborted' }, ends: 1 });
    await vi.waitFor(() => expect(stops()).toBe(1));
    expect(server.seen.at(-1)).toMatchObject({ method: 'POST', path: '/api/tasks/chat/local%3Asocket-1/stop' });
  });

  it('that is stopped before the question was taken on is stopped as soon as it is', async () => {
    let takeOn = (): void => undefined;
    let isTaken = false;
    await start({
      onRequest(response, request) {
        if (request.path.endsWith('/stop')) sendJson(response, isTaken ? 200 : 404, { detail: 'Not Found' });
        else {
          takeOn = () => {
            isTaken = true;
            sendJson(response, 200, { status: true, task_ids: ['t'] });
          };
        }
      },
    });
    const { running, told } = await ask();
    running.abort();
    await told;
    await vi.waitFor(() => expect(stops()).toBe(1));
    takeOn();
    await vi.waitFor(() => expect(stops()).toBe(2));
  });

  it('says in the log that a run could not be stopped', async () => {
    await start({
      onRequest(response, { path }) {
        if (path.endsWith('/stop')) sendJson(response, 404, { detail: 'Not Found' });
        else sendJson(response, 200, { status: true, task_ids: ['t'] });
      },
    });
    const { running, sayAndWait } = await ask();
    await sayAndWait('Hello');
    running.abort();
    await vi.waitFor(() => expect(log.map((entry) => entry.what)).toContain('stop-failed'));
    expect(log.at(-1)).toMatchObject({ failure: { status: 404 } });
  });

  it.each([
    ['stops it all the same, and says so', true, ['socket-forgotten']],
    ['says that it could not be stopped', false, ['socket-forgotten', 'stop-failed']],
  ])('whose socket was forgotten joins again, and %s', async (_what, knowsAgain, logged) => {
    const joins = () => server.emitted.filter(([name]) => name === 'user-join').length;
    await start({
      onRequest(response, { path }) {
        if (!path.endsWith('/stop')) sendJson(response, 200, { status: true, task_ids: ['t'] });
        else if (knowsAgain && joins() > 1) sendJson(response, 200, { status: true });
        else sendJson(response, 404, { detail: 'Not Found' });
      },
    });
    const { running, told, sayAndWait } = await ask();
    await sayAndWait('Hello');
    running.abort();
    expect(await told).toMatchObject({ end: { kind: 'aborted' }, ends: 1 });
    await client.close();
    expect(log.map((entry) => entry.what)).toEqual(logged);
    expect([joins(), stops()]).toEqual([2, 2]);
  });

  it('reads on after its socket was lost, and is whole by its last event', async () => {
    await start();
    const { told, tell, say, sayAndWait } = await ask();
    await sayAndWait('Hello');
    server.dropSockets();
    await vi.waitFor(() => expect(log.map((entry) => entry.what)).toEqual(['socket-lost', 'socket-back']), 3_000);
    say('lost its beginning');
    const output = [{ type: 'message', id: 'a', content: [{ text: 'Hello, world' }] }];
    tell('chat:completion', { done: true, output });
    expect(await told).toMatchObject({ text: 'Hello, world', rewrites: 0, end: { kind: 'complete' } });
  });

  it('ends as interrupted where its socket does not come back, and says that it could not be stopped', async () => {
    let lost = false;
    await start({ joins: () => !lost }, { agentLimits: { reconnectMs: 1_000 } });
    const { told, sayAndWait } = await ask();
    await sayAndWait('Hello');
    lost = true;
    server.dropSockets();
    expect(await told).toMatchObject({
      text: 'Hello',
      end: { kind: 'interrupted', failure: { cause: 'connection-refused' } },
    });
  });

  it('ends by its limit of silence, and is stopped upstream', async () => {
    await start({}, { timeouts: { silenceMs: 100, firstByteMs: 5_000 } });
    const { told, say } = await ask();
    say('Hello');
    expect(await told).toMatchObject({ end: { kind: 'interrupted', failure: { cause: 'timeout' } } });
    await vi.waitFor(() => expect(stops()).toBe(1));
  });

  it('ends soon after an error, even where no end is told', async () => {
    await start({}, { agentLimits: { afterErrorMs: 50 } });
    const { told, tell } = await ask();
    tell('chat:message:error', { error: { content: 'Open WebUI: Server Connection Error' } });
    expect(await told).toMatchObject({ end: { kind: 'failed', failure: { cause: 'provider-unreachable' } } });
    await vi.waitFor(() => expect(stops()).toBe(1));
  });

  it.each([
    ['read no further', 3_000, 1],
    ['not read at all', 10_000, 0],
  ])('whose event is larger than it may be is %s', async (_what, chars, ofOurs) => {
    await start({}, { agentLimits: { eventBytes: 2_000 } });
    const { told, say, sayAndWait } = await ask();
    await sayAndWait('Hello');
    say('x'.repeat(chars));
    expect(await told).toMatchObject({
      text: 'Hello',
      end: { kind: 'interrupted', failure: { code: 'answer-too-large' } },
    });
    expect(log.filter((entry) => entry.what === 'socket-lost')).toHaveLength(1 - ofOurs);
    await vi.waitFor(() => expect(stops()).toBe(1));
  });

  it('shows neither key nor token where an answer repeats them, rewritten ones included', async () => {
    await start();
    const { told, tell, say } = await ask();
    say(`A key: ${KEY.slice(0, 20)}`);
    say(`${KEY.slice(20)}, a token: ${TOKEN} `);
    const output = [{ type: 'message', id: 'a', content: [{ text: `Another text with ${KEY} and ${TOKEN}!` }] }];
    tell('chat:completion', { output });
    tell('chat:completion', { done: true, choices: [{ finish_reason: 'stop' }] });
    const { text, rewrites } = await told;
    expect([text, rewrites]).toEqual(['Another text with [credential] and [credential]!', 1]);
  });

  it('shows neither key nor token where a failure repeats them', async () => {
    await start({}, { agentLimits: { afterErrorMs: 10 } });
    const { told, tell } = await ask();
    tell('chat:message:error', { error: { content: `bad: ${KEY} and ${TOKEN}` } });
    const { end } = await told;
    expect(JSON.stringify(end)).toContain('bad: [credential] and [credential]');
  });
});

describe('before the question is taken on', () => {
  function answersInOneRound(script: SocketScript): SocketScript {
    return {
      onRequest(response, { body }) {
        if (isForAgent(body)) sendJson(response, 404, { detail: 'Not Found' });
        else tellInOneRound(response);
      },
      ...script,
    };
  }

  async function expectOneRound(failure: object): Promise<ToldAnswer> {
    const told = await beginAnswer(client, REQUEST).told;
    expect(told).toMatchObject({ text: 'In one round', ends: 1, end: { kind: 'complete' } });
    expect(log).toMatchObject([{ what: 'one-round-instead', failure }]);
    return told;
  }

  it('one round answers where a proxy refuses the upgrade', async () => {
    await start(answersInOneRound({ upgradeStatus: 400 }));
    await expectOneRound({ phase: 'connect', status: 400, raw: expect.stringMatching(/^websocket upgrade refused/) });
  });

  it('one round answers where a SOCKS proxy leads there', async () => {
    const proxied = { environment: { ALL_PROXY: 'socks5://127.0.0.1:9' } };
    await start({}, { ...proxied, target: () => ({ baseUrl: 'http://chat.example.test', credential: KEY }) });
    expect((await beginAnswer(client, REQUEST).told).end.kind).toBe('failed');
    expect(log[0]).toMatchObject({ what: 'one-round-instead', failure: { raw: expect.stringContaining('SOCKS') } });
    expect(server.sids).toEqual([]);
  });

  it('one round answers where the proxy takes no tunnel, and its password stays out of the log', async () => {
    const refusing = createServer((_request, response) => response.writeHead(407).end());
    refusing.on('connect', (_request, socket) => socket.end('HTTP/1.1 407 No\r\n\r\n'));
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
    const { port } = refusing.address() as AddressInfo;
    const proxied = { environment: { HTTP_PROXY: `http://me:secret@127.0.0.1:${port}` } };
    await start({}, { ...proxied, target: () => ({ baseUrl: 'http://chat.example.test', credential: KEY }) });
    const { end } = await beginAnswer(client, REQUEST).told;
    expect(end.kind).toBe('failed');
    expect(log[0]).toMatchObject({ what: 'one-round-instead', failure: { raw: expect.stringContaining('407') } });
    expect(JSON.stringify([log, end])).not.toContain('secret');
    refusing.closeAllConnections();
    await new Promise((resolve) => refusing.close(resolve));
  });

  it('reaches no address that the lookup leaves out, by socket or otherwise', async () => {
    const refuse: LookupFunction = (_host, _options, found) => found(new Error('left out'), '');
    await start();
    const { port } = new URL(server.url);
    const baseUrl = `http://localhost:${port}`;
    await client.close();
    client = createOpenWebUiClient({
      target: () => ({ baseUrl, credential: KEY }),
      agentSession: sessionOf(TOKEN),
      lookup: refuse,
    });
    expect((await beginAnswer(client, REQUEST).told).end.kind).toBe('failed');
    expect([server.sids, server.seen]).toEqual([[], []]);
  });

  it('one round answers where the session is refused twice', async () => {
    const agentSession = sessionOf('old', 'older');
    await start(answersInOneRound({ joins: () => false }), { agentSession });
    await expectOneRound({ cause: 'session-token-rejected' });
    expect(agentSession.refusals).toEqual(['old']);
    expect(JSON.stringify(log)).not.toContain('old"');
  });

  it('a session that is refused once is renewed', async () => {
    const agentSession = sessionOf('old', 'new');
    await start({ joins: (token) => token === 'new' }, { agentSession });
    const { told, tell, say } = await ask();
    say('Hi');
    tell('chat:completion', { done: true });
    expect((await told).text).toBe('Hi');
  });

  it('one round answers where no session can be had', async () => {
    const failure = {
      code: 'assistant-misconfigured',
      cause: 'account-gone',
      confidence: 'certain',
      phase: 'response',
    } as const;
    const agentSession: AgentSession = { token: async () => ({ ok: false, failure }), refused() {} };
    await start(answersInOneRound({}), { agentSession });
    await expectOneRound({ cause: 'account-gone' });
  });

  it('one round answers where a session does not come', async () => {
    const agentSession: AgentSession = { token: () => new Promise(() => undefined), refused() {} };
    await start(answersInOneRound({}), { agentSession, agentLimits: { joinMs: 20 } });
    await expectOneRound({ cause: 'timeout', phase: 'connect' });
  });

  it.each([404, 405, 422])('one round answers where the way is not known (%i)', async (status) => {
    await start({
      onRequest(response, { body }) {
        if (isForAgent(body)) sendJson(response, status, { detail: status === 422 ? [] : 'Not Found' });
        else tellInOneRound(response);
      },
    });
    await expectOneRound({ status });
  });

  it.each([
    [400, { detail: 'Model not found' }, 'model-missing'],
    [401, { detail: 'Your session has expired or the token is invalid. Please sign in again.' }, 'key-unknown'],
    [403, { detail: 'API key not allowed to access this endpoint.' }, 'api-key-endpoint-restricted'],
    [500, { detail: 'Open WebUI: Server Connection Error' }, 'provider-unreachable'],
  ])('a refusal with %i fails with its cause, once', async (status, body, cause) => {
    await start({
      onRequest: (response, { path }) =>
        path === '/api/models' ? sendJson(response, 401, {}) : sendJson(response, status, body),
    });
    const told = await beginAnswer(client, REQUEST).told;
    expect(told).toMatchObject({ ends: 1, end: { kind: 'failed', failure: { cause } } });
    expect(server.seen.filter((one) => one.path === '/api/chat/completions')).toHaveLength(1);
  });

  it('a version that answers in the reply itself is read as it is', async () => {
    await start({
      onRequest(response) {
        sendFrames(response, [textFrame('As a '), textFrame('stream', 'stop'), DONE_FRAME]);
        response.end();
      },
    });
    expect(await beginAnswer(client, REQUEST).told).toMatchObject({ text: 'As a stream', end: { kind: 'complete' } });
    expect(log).toEqual([]);
  });

  it('one that does not stream is read as it is', async () => {
    const choices = [{ message: { content: 'Whole' }, finish_reason: 'stop' }];
    await start({ onRequest: (response) => sendJson(response, 200, { choices }) });
    expect(await beginAnswer(client, REQUEST).told).toMatchObject({ text: 'Whole', end: { kind: 'complete' } });
  });

  it('a run that waits too long for its turn is answered in one round', async () => {
    let questions = 0;
    await start(
      {
        onRequest(response, { body, path }) {
          if (path.endsWith('/stop')) sendJson(response, 200, { status: true });
          else if (isForAgent(body)) {
            questions++;
            sendJson(response, 200, { status: true, task_ids: ['t'] });
          } else tellInOneRound(response);
        },
      },
      { agentLimits: { runsAtATime: 1, queueMs: 50 } },
    );
    const first = beginAnswer(client, REQUEST);
    await vi.waitFor(() => expect(questions).toBe(1));
    await expectOneRound({ code: 'assistant-busy' });
    first.running.abort();
    await first.told;
  });

  it('one that is given up while it waits is asked nowhere', async () => {
    await start();
    const { running, told } = beginAnswer(client, REQUEST);
    running.abort();
    expect(await told).toMatchObject({ end: { kind: 'aborted' }, ends: 1 });
    await client.close();
    expect(server.seen).toEqual([]);
  });
});
