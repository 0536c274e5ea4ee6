import { MAX_BODY_BYTES, MAX_MESSAGE_CHARS } from '@guichet/contract/limits';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet;
let visitor: VisitorClient;
let conversation: string;

beforeAll(async () => {
  test = await startTestGuichet();
  visitor = await VisitorClient.arrive(test.guichet.url);
  conversation = await visitor.newConversation();
});
afterAll(() => test.close());

async function expectProblem(response: Response, status: number, code: string): Promise<Record<string, unknown>> {
  const body = (await response.json()) as Record<string, unknown>;
  expect({ status: response.status, code: body.code }).toEqual({ status, code });
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({ status, detail: expect.any(String), ref: expect.any(String) });
  return body;
}

const path = () => `/v1/conversations/${conversation}/messages`;
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  visitor.request(path(), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers },
    body,
  });

describe('a message that cannot be taken', () => {
  it.each([
    ['no text', '{}', 400, 'bad-request'],
    ['a text that is none', '{"text":7}', 400, 'bad-request'],
    ['an array', '[]', 400, 'bad-request'],
    ['null', 'null', 400, 'bad-request'],
    ['an empty text', '{"text":""}', 400, 'text-missing'],
    ['only spaces', '{"text":" \\n\\t "}', 400, 'text-missing'],
    ['only NUL', '{"text":"\\u0000"}', 400, 'text-missing'],
    ['invalid JSON', '{"text":', 400, 'bad-json'],
    ['no body', '', 415, 'content-type-unsupported'],
    ['attachments', '{"text":"hi","attachments":[{}]}', 400, 'attachments-unsupported'],
    ['too long a text', JSON.stringify({ text: 'x'.repeat(MAX_MESSAGE_CHARS + 1) }), 413, 'text-too-long'],
    ['too large a body', JSON.stringify({ text: 'x'.repeat(MAX_BODY_BYTES) }), 413, 'body-too-large'],
  ])('%s', async (name, body, status, code) => {
    const headers = name === 'no body' ? { 'Content-Type': 'text/plain' } : {};
    await expectProblem(await post(body, headers), status, code);
  });

  it('bytes that are no UTF-8', async () => {
    await expectProblem(await post(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])), 400, 'bad-json');
  });

  it.each(['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'])('sent as %s', async (type) => {
    await expectProblem(await post('{"text":"hi"}', { 'Content-Type': type }), 415, 'content-type-unsupported');
  });

  it('a body that does not say its size and goes on', async () => {
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    const request = visitor.request(path(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    // The server may answer before it closes, or close while we still send: never a hang, never a 500.
    const response = await request.catch(() => undefined);
    if (response) expect(response.status).toBe(413);
  });

  it('without, or with a malformed, Idempotency-Key', async () => {
    const json = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"text":"hi"}' };
    await expectProblem(await visitor.request(path(), json), 400, 'idempotency-key-missing');
    for (const key of ['x'.repeat(201), 'with space']) {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
      await expectProblem(await visitor.request(path(), { ...json, headers }), 400, 'idempotency-key-malformed');
    }
  });

  it('leaves nothing behind', async () => {
    const { messages } = await visitor.json<{ messages: unknown[] }>(`/v1/conversations/${conversation}`);
    expect(messages).toEqual([]);
  });
});

describe('who asks', () => {
  it('another visitor’s conversation, message and run answer as if they were not there', async () => {
    const own = await visitor.newConversation();
    const run = await visitor.ask(own, 'mine');
    const other = await VisitorClient.arrive(test.guichet.url);
    const foreign = await expectProblem(await other.request(`/v1/conversations/${own}`), 404, 'not-found');
    const unknown = await expectProblem(await other.request('/v1/conversations/con_unknown'), 404, 'not-found');
    expect({ ...foreign, ref: '' }).toEqual({ ...unknown, ref: '' });
    await expectProblem(await other.post(own, 'hi'), 404, 'not-found');
    await expectProblem(await other.request(`/v1/conversations/${own}`, { method: 'DELETE' }), 404, 'not-found');
    await expectProblem(await other.resume(run.runId), 404, 'not-found');
    await expectProblem(await other.request(`/v1/runs/${run.runId}/stop`, { method: 'POST' }), 404, 'not-found');
  });

  it('needs a token that is ours and of today', async () => {
    const ask = (authorization?: string) =>
      fetch(`${test.guichet.url}/v1/conversations`, {
        headers: { Origin: ORIGIN, ...(authorization && { Authorization: authorization }) },
      });
    await expectProblem(await ask(), 401, 'token-missing');
    for (const bad of ['Bearer nonsense', 'Basic dTpw', 'Bearer', 'Bearer a.b.c', `Bearer ${'x'.repeat(5_000)}`]) {
      await expectProblem(await ask(bad), 401, 'token-invalid');
    }
  });

  it('lets browsers of named sites in, and of its own address, and no other', async () => {
    const arrive = (headers: Record<string, string>) =>
      fetch(`${test.guichet.url}/v1/sites/default/visitors`, { method: 'POST', headers });
    const own = test.guichet.url.replace('localhost', '127.0.0.1');
    expect((await arrive({ Origin: ORIGIN })).status).toBe(201);
    const ownHost = await fetch(`${own}/v1/sites/default/visitors`, { method: 'POST', headers: { Origin: own } });
    expect(ownHost.status).toBe(201);
    expect((await arrive({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(201);
    await expectProblem(await arrive({}), 403, 'origin-missing');
    for (const origin of [
      'https://evil.example',
      'null',
      `${ORIGIN}.evil.example`,
      'http://shop.example',
      'https://shop.example:444',
    ]) {
      const response = await arrive({ Origin: origin });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      await expectProblem(response, 403, 'origin-not-allowed');
    }
  });

  it('answers preflights of named sites only', async () => {
    const preflight = (origin: string) =>
      fetch(`${test.guichet.url}/v1/conversations/x/messages`, {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'idempotency-key',
        },
      });
    const allowed = await preflight(ORIGIN);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('idempotency-key');
    expect((await preflight('https://evil.example')).status).toBe(403);
  });
});

describe('addresses that are not there', () => {
  it.each(['/nothing', '/w/../../../etc/passwd', '/v1/conversations/%ff'])('%s', async (place) => {
    const response = await visitor.request(place);
    expect([400, 404]).toContain(response.status);
    expect(response.headers.get('content-type')).toMatch(/problem\+json/);
  });

  it('a site that does not exist lets nobody in', async () => {
    const response = await fetch(`${test.guichet.url}/v1/sites/unknown/visitors`, {
      method: 'POST',
      headers: { Origin: ORIGIN },
    });
    await expectProblem(response, 403, 'origin-not-allowed');
  });

  it.each(['unknown', '%00', '%ff', '..%2fdefault', 'Default', 'x'.repeat(5_000)])(
    'a site that does not exist is told like one that is not allowed: %s',
    async (id) => {
      await expectProblem(await visitor.request(`/v1/sites/${id}`), 403, 'origin-not-allowed');
    },
  );
});

it('none of this was a fault of ours', () => {
  expect(test.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
