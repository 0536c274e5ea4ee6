/**
 * The names that do not move: each row that outside programs rely on, called as they call it. Not among them yet, because nothing
 * answers there: proof of work, signed identity, files from visitors, site keys and the interface in OpenAI's form.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, readRun } from '../testing/visitor-client.ts';

let test: TestGuichet;
let folder: string;

beforeAll(async () => {
  test = await startTestGuichet({ environment: { GUICHET_ALLOWED_ORIGINS: ORIGIN } });
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-interface-'));
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (place: string, init: RequestInit = {}) => fetch(`${test.guichet.url}${place}`, init);

describe('for everybody', () => {
  it.each([
    ['/healthz', 'application/json'],
    ['/readyz', 'application/json'],
    ['/metrics', 'text/plain'],
    ['/openapi.json', 'application/json'],
    ['/guichet.js', 'text/javascript'],
    ['/console', 'text/html'],
    ['/diagnostic', 'text/html'],
    ['/guide', 'text/html'],
  ])('GET %s answers', async (place, type) => {
    const response = await get(place);
    expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
    await response.body?.cancel();
  });

  it('/openapi.json is OpenAPI 3.1, and /doctor leads to /diagnostic', async () => {
    expect(((await (await get('/openapi.json')).json()) as { openapi: string }).openapi).toMatch(/^3\.1\./);
    const doctor = await get('/doctor', { redirect: 'manual' });
    expect(doctor.status).toBeGreaterThanOrEqual(300);
    expect(doctor.headers.get('location')).toBe('/diagnostic');
  });
});

describe.each([
  ['short', '/v1'],
  ['of a site', '/v1/sites/default'],
])('for visitors, by the %s paths', (_, base) => {
  let token: string;

  const ask = (method: string, place: string, headers: Record<string, string> = {}, body?: object) =>
    get(`${base}${place}`, {
      method,
      headers: {
        ...{ Origin: ORIGIN, Authorization: `Bearer ${token}`, ...headers },
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  const json = async <Body>(response: Response) => (await response.json()) as Body;
  const begin = async () => (await json<{ id: string }>(await ask('POST', '/conversations'))).id;
  const question = (conversation: string, text: string, key: string = crypto.randomUUID()) =>
    ask('POST', `/conversations/${conversation}/messages`, { 'Idempotency-Key': key }, { text });

  beforeAll(async () => {
    const response = await get('/v1/sites/default/visitors', {
      method: 'POST',
      headers: { Origin: ORIGIN, 'Content-Type': 'application/json' },
      body: JSON.stringify({ locale: 'fr' }),
    });
    expect(response.status).toBe(201);
    const session = await json<{ token: string; expiresAt: string; visitor: { id: string } }>(response);
    expect(Date.parse(session.expiresAt)).toBeGreaterThan(Date.now());
    expect(session.visitor.id).toEqual(expect.any(String));
    token = session.token;
  });

  it('a site tells its public settings', async () => {
    const response = await get('/v1/sites/default', { headers: { Origin: ORIGIN } });
    expect([response.status, typeof (await json(response))]).toEqual([200, 'object']);
  });

  it('conversations are begun with 201, listed, read and deleted with 204', async () => {
    const made = await ask('POST', '/conversations');
    const { id } = await json<{ id: string }>(made);
    expect(made.status).toBe(201);
    expect((await json<{ id: string }[]>(await ask('GET', '/conversations'))).map((one) => one.id)).toContain(id);
    await readRun(await question(id, 'hi'));
    const conversation = await json<{ messages: object[] }>(await ask('GET', `/conversations/${id}`));
    const message = {
      id: expect.any(String),
      text: expect.any(String),
      status: 'complete',
      createdAt: expect.anything(),
    };
    expect(conversation).toMatchObject({ id, title: 'hi' });
    expect(conversation.messages).toMatchObject([
      { ...message, role: 'user' },
      { ...message, role: 'assistant' },
    ]);
    expect((await ask('DELETE', `/conversations/${id}`)).status).toBe(204);
    expect((await ask('GET', `/conversations/${id}`)).status).toBe(404);
  });

  it('a question is answered by a stream of numbered events with one end, and read on from any of them', async () => {
    const response = await question(await begin(), 'one two three');
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const run = await readRun(response);
    expect(run.messages.map(({ id }) => id)).toEqual(run.messages.map((_, at) => `1-${at + 1}`));
    expect(JSON.parse(run.messages[0]?.data ?? '')).toEqual({
      ...{ runId: run.runId, conversationId: expect.any(String) },
      ...{ userMessageId: expect.any(String), messageId: expect.any(String) },
    });
    expect(run.messages.filter(({ event }) => event === 'done' || event === 'error')).toHaveLength(1);
    expect(run.end).toEqual({ event: 'done', data: { reason: 'complete', messageId: expect.any(String) } });
    const deltas = run.messages.filter(({ event }) => event === 'delta').map(({ data }) => JSON.parse(data).text);
    expect(deltas.join('')).toBe(run.text);
    const rest = await readRun(await ask('GET', `/runs/${run.runId}/events`, { 'Last-Event-ID': '1-1' }));
    expect(rest.messages).toEqual(run.messages.slice(1));
  });

  it('an answer is stopped with 202, as often as one likes, and kept', async () => {
    const conversation = await begin();
    const response = await question(conversation, Array.from({ length: 400 }, (_, at) => `word${at}`).join(' '));
    let runId = '';
    const [run] = await Promise.all([
      readRun(response, ({ event, data }) => {
        if (event === 'run') runId = JSON.parse(data).runId as string;
        return event === 'run';
      }),
    ]);
    expect(run.status).toBe(200);
    expect((await ask('POST', `/runs/${runId}/stop`)).status).toBe(202);
    expect((await ask('POST', `/runs/${runId}/stop`)).status).toBe(202);
    const { end } = await readRun(await ask('GET', `/runs/${runId}/events`));
    expect(['stopped', 'complete']).toContain(end.data.reason);
  });

  it('an answer is rated with 204, once more to think better of it', async () => {
    const { messages } = await readRun(await question(await begin(), 'hi'));
    const { messageId } = JSON.parse(messages[0]?.data ?? '') as { messageId: string };
    const rate = (body: object) => ask('PUT', `/messages/${messageId}/feedback`, {}, body);
    expect((await rate({ rating: 1 })).status).toBe(204);
    expect((await rate({ rating: -1, comment: 'No' })).status).toBe(204);
  });

  it('a visitor’s own data are exported, and erased with 204', async () => {
    const mine = await get('/v1/sites/default/visitors', {
      method: 'POST',
      headers: { Origin: ORIGIN, 'Content-Type': 'application/json' },
      body: '{}',
    });
    const { token: own } = (await mine.json()) as { token: string };
    const asOwner = { Authorization: `Bearer ${own}` };
    expect((await ask('POST', '/conversations', asOwner, {})).status).toBe(201);
    const exported = await ask('GET', '/visitors/me/export', asOwner);
    expect([exported.status, await exported.json()]).toEqual([
      200,
      expect.objectContaining({ conversations: [expect.objectContaining({ messages: [] })] }),
    ]);
    expect((await ask('DELETE', '/visitors/me', asOwner)).status).toBe(204);
    expect((await ask('GET', '/visitors/me/export', asOwner)).status).toBe(401);
  });

  it('a refusal is a problem document with a code, a sentence and a reference', async () => {
    const response = await ask('POST', `/conversations/${await begin()}/messages`, {}, { text: 'hi' });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await json(response)).toMatchObject({
      ...{ code: expect.any(String), detail: expect.any(String), ref: expect.any(String) },
    });
    expect((await get(`${base}/conversations`, { headers: { Origin: ORIGIN } })).status).toBe(401);
  });
});

describe('commands', { timeout: 120_000 }, () => {
  const run = (words: string[], environment: Record<string, string> = {}, input = '') =>
    runCommand(
      words,
      {
        ...{ GUICHET_DATA_DIR: test.dataDir, OPENWEBUI_URL: test.practice.url, OPENWEBUI_MODEL: 'echo' },
        ...{ OPENWEBUI_API_KEY: test.credential, GUICHET_ALLOWED_ORIGINS: ORIGIN, ...environment },
      },
      input,
    );

  it('doctor exits with 0, 1 and 64, and writes its report', async () => {
    const whole = await run(['doctor', '--json', '--lang', 'en']);
    expect(whole.code, whole.output).toBe(0);
    const report = JSON.parse(whole.output.slice(whole.output.indexOf('{\n')));
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(['schema', 'generatedAt', 'target', 'summary', 'checks']),
    );
    expect(report.schema).toBe(1);
    const one = ['doctor', '--only', 'key/accepted'];
    expect((await run(one, { OPENWEBUI_API_KEY: `sk-${'0'.repeat(32)}` })).code).toBe(1);
    expect((await run(['doctor', '--lang', 'xx'])).code).toBe(64);
  });

  it('key inspect reads standard input, and --env the environment', async () => {
    const typed = await run(['key', 'inspect', '--json'], {}, test.credential);
    expect(JSON.parse(typed.output)).toEqual(expect.any(Object));
    expect(typed.output).not.toContain(test.credential);
    expect((await run(['key', 'inspect', '--env'])).output).not.toContain(test.credential);
  });

  it('site add, set, list, pause and remove', async () => {
    const site = (...words: string[]) => run(['site', ...words]);
    expect((await site('add', '--site', 'shop', 'origins=https://other.example')).code).toBe(0);
    expect((await site('set', '--site', 'shop', 'model=echo')).code).toBe(0);
    expect((await site('list')).output).toMatch(/^shop\b/m);
    expect((await site('pause', '--site', 'shop')).code).toBe(0);
    expect((await site('remove', '--site', 'shop')).code).toBe(0);
    expect((await site('list')).output).not.toMatch(/^shop\b/m);
  });

  it('admin link prints a link; backup and restore copy the data; move names what it lacks', async () => {
    expect((await run(['admin', 'link'])).output).toMatch(/https?:\/\/\S+/);
    const file = path.join(folder, 'copy.backup');
    expect((await run(['backup', file])).code).toBe(0);
    const elsewhere = path.join(folder, 'elsewhere');
    expect((await run(['restore', file], { GUICHET_DATA_DIR: elsewhere })).code).toBe(0);
    expect((await run(['restore', file], { GUICHET_DATA_DIR: elsewhere })).code).not.toBe(0);
    const moved = await run(['move', '--from', 'sqlite', '--to', 'postgres']);
    expect([moved.code === 0, moved.output]).toEqual([false, expect.stringContaining('DATABASE_URL')]);
  });

  it('openwebui provision and unprovision ask who signs in, and practice knows its words', async () => {
    for (const words of [
      ['openwebui', 'provision'],
      ['openwebui', 'unprovision'],
    ]) {
      const { output } = await run(words);
      expect(output).not.toContain('There is no command');
      expect(output).not.toContain('Usage:');
    }
    expect((await run(['practice', '--version', 'newest'])).code).toBe(64);
  });
});
