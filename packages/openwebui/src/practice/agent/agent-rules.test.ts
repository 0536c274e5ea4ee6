/** What a client of runs has to live with: who hears of them, who may stop them, and how long a socket is known. */
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type AgentSocket, openAgentSocket } from '../../client/agent/agent-socket.ts';
import { isObject, type JsonObject } from '../http/read-body.ts';
import { CHAT, call, question } from '../practice-client.ts';
import { type PracticeServer, startPractice } from '../start-practice.ts';
import { FORGOTTEN_MS } from './sockets.ts';

let practice: PracticeServer;
let now = Date.now();
const sockets: AgentSocket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await practice.close();
});

async function start(version = '0.12.4') {
  practice = await startPractice({ version, now: () => now, provider: { tokenMs: 5 } });
  const account = practice.state.addAccount();
  return { account, key: practice.state.makeKey(account), token: practice.state.makeSessionToken(account) };
}

async function join(token: string, heartbeatMs = 60_000) {
  const events: JsonObject[] = [];
  let lost = '';
  const means = {
    origin: practice.url,
    connectMs: 5_000,
    joinMs: 2_000,
    maxEventBytes: 1_000_000,
    heartbeatMs,
    basePath: '',
  };
  const outcome = await openAgentSocket(means, token, {
    onEvent: (event) => isObject(event) && events.push(event),
    onLost: (reason) => (lost = reason),
  }).outcome;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  sockets.push(outcome.socket);
  const types = () => events.map(({ data }) => (isObject(data) ? data.type : undefined));
  return { socket: outcome.socket, chatId: `local:${outcome.socket.id}`, events, types, lost: () => lost };
}

const run = (chatId: string, as: string, words = 'hi', more: JsonObject = {}) =>
  call(practice, 'POST', CHAT, {
    as,
    body: question('echo', words, {
      stream: true,
      chat_id: chatId,
      id: randomUUID(),
      session_id: randomUUID(),
      ...more,
    }),
  });
const stop = (chatId: string, as: string) => call(practice, 'POST', `/api/tasks/chat/${chatId}/stop`, { as });

it('tells every socket of the account of all of its runs, and nobody else', async () => {
  const { key, token } = await start();
  const [asking, other] = [await join(token), await join(token)];
  const stranger = await join(practice.state.makeSessionToken(practice.state.addAccount()));
  expect((await run(asking.chatId, key)).json).toMatchObject({ status: true, chat_id: asking.chatId });
  await expect.poll(() => other.types().at(-1)).toBe('chat:active');
  await expect.poll(() => asking.types()).toEqual(other.types());
  expect(other.events.every((event) => event.chat_id === asking.chatId)).toBe(true);
  expect(stranger.events).toEqual([]);
});

it('stops a run in two steps, and tells what there was of it', async () => {
  const { key, token } = await start();
  const { chatId, types, events } = await join(token);
  await run(chatId, key, 'word '.repeat(400));
  await expect.poll(() => types().length).toBeGreaterThan(5);
  expect((await stop(chatId, key)).status).toBe(200);
  await expect.poll(() => types().slice(-3)).toEqual(['chat:tasks:cancel', 'chat:tasks:cancel', 'chat:active']);
  expect(JSON.stringify(events.at(-3))).toContain('incomplete');
  expect(practice.state.provider.calls.at(-1)?.cutOff).toBe(true);
});

it('lets nobody stop what is not theirs, or is not there', async () => {
  const { key, token } = await start();
  const { chatId } = await join(token);
  const stranger = practice.state.makeKey(practice.state.addAccount());
  expect((await stop(chatId, stranger)).status).toBe(404);
  expect((await stop('local:nothing', key)).status).toBe(404);
  expect((await stop(chatId, key)).status).toBe(200);
});

it('forgets a socket that sends no heartbeat: its run goes on and cannot be stopped', async () => {
  const { key, token } = await start();
  const { chatId, types } = await join(token);
  await run(chatId, key, 'one two three');
  now += FORGOTTEN_MS;
  expect((await stop(chatId, key)).status).toBe(404);
  await expect.poll(() => types().at(-1)).toBe('chat:active');
  expect(types()).not.toContain('chat:tasks:cancel');
});

it.each([
  ['0.12.4', 200],
  ['0.10.2', 404],
])(
  '%s: a heartbeat of a socket that was forgotten: a stop is answered with %i; joining again helps on each',
  async (version, status) => {
    const { key, token } = await start(version);
    const { socket, chatId } = await join(token, 20);
    now += FORGOTTEN_MS;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await stop(chatId, key)).status).toBe(status);
    expect(await socket.rejoin()).toBe(true);
    expect((await stop(chatId, key)).status).toBe(200);
  },
);

it('closes a socket half a minute after the end of its session', async () => {
  const { account } = await start();
  const exp = Math.floor(now / 1_000) + 5;
  const { lost } = await join(
    practice.state.forgeSessionToken({ id: account.id, exp, session_stamp: account.sessionStamp ?? '' }),
  );
  now += 33_000;
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(lost()).toBe('');
  now += 2_000;
  await expect.poll(lost).toBe('transport close');
});

it('leaves a socket open after its session on versions before', async () => {
  const { account } = await start('0.10.2');
  const { lost } = await join(practice.state.forgeSessionToken({ id: account.id, exp: Math.floor(now / 1_000) + 5 }));
  now += 60_000;
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(lost()).toBe('');
});

it('answers nothing over HTTP where no session is named: the request waits for the end and gets null', async () => {
  const { key, token } = await start();
  const { chatId } = await join(token);
  const reply = await run(chatId, key, 'hi', { session_id: undefined });
  expect([reply.status, reply.text]).toEqual([200, 'null']);
});

it('leaves nothing in the account', async () => {
  const { key, token, account } = await start();
  const before = practice.state.snapshot();
  const { chatId, types } = await join(token);
  await run(chatId, key);
  await expect.poll(() => types().at(-1)).toBe('chat:active');
  expect(practice.state.chatIdsOf(account)).toEqual([]);
  expect(practice.state.snapshot()).toBe(before);
});
