/** Whatever a visitor puts beside their question, in the body, the address or the headers: Open WebUI gets none of it. */
import {
  FORBIDDEN_FEATURES,
  FORBIDDEN_FIELD_NAMES,
  FORBIDDEN_PARAMS,
  forbiddenIn,
  OWNER_FIELD_NAMES,
  RUN_FIELD_NAMES,
} from '@guichet/openwebui/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, readRun, VisitorClient } from '../testing/visitor-client.ts';

/** Looked for in everything that Open WebUI and its provider received. */
const MARK = 'mark-of-a-visitor';

/** Of each kind that a field may be read as. */
const VALUES: unknown[] = [
  MARK,
  [MARK],
  { [MARK]: true, id: MARK },
  [{ type: 'file', id: MARK, url: `http://127.0.0.1:9/${MARK}`, function: { name: MARK } }],
];

const FIELDS = [...new Set([...FORBIDDEN_FIELD_NAMES, ...RUN_FIELD_NAMES, ...OWNER_FIELD_NAMES])];

/** Everything at once, and with names a parser may take for something else. */
const ALL = {
  ...Object.fromEntries(FIELDS.map((name, place) => [name, VALUES[place % VALUES.length]])),
  features: Object.fromEntries([...FORBIDDEN_FEATURES, 'web_search', MARK].map((name) => [name, true])),
  params: Object.fromEntries([...FORBIDDEN_PARAMS, 'function_calling', MARK].map((name) => [name, MARK])),
  model: MARK,
  constructor: { prototype: { tool_ids: [MARK] } },
};

let test: TestGuichet;
let visitor: VisitorClient;
let conversation: string;

beforeAll(async () => {
  test = await startTestGuichet({ practice: { provider: { tokenMs: 1 } } });
  visitor = await VisitorClient.arrive(test.guichet.url);
  conversation = await visitor.newConversation();
});
afterAll(() => test.close());

/** What reached Open WebUI and the provider while `work` was done. */
async function receivedDuring(work: () => Promise<void>) {
  const { state } = test.practice;
  const calls = state.provider.calls.length;
  const last = state.received.at(-1);
  await work();
  const received = state.received.slice(state.received.lastIndexOf(last as never) + 1);
  return { received, provided: state.provider.calls.slice(calls) };
}

async function expectNothingOfThem(work: () => Promise<void>): Promise<number> {
  const { received, provided } = await receivedDuring(work);
  const asked = received.filter(({ path }) => path === '/api/chat/completions');
  for (const { body } of asked) expect(forbiddenIn(body as Record<string, unknown>)).toEqual([]);
  const seen = received.map(({ path, query, headers, body }) => ({ path, query: String(query), headers, body }));
  expect(JSON.stringify([seen, provided.map(({ body }) => body)])).not.toContain(MARK);
  return asked.length;
}

async function ask(body: object, path = `/v1/conversations/${conversation}/messages`, headers: object = {}) {
  return visitor.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers },
    body: JSON.stringify(body),
  });
}

describe('beside a question', () => {
  it.each(FIELDS)('%s', async (name) => {
    const asked = await expectNothingOfThem(async () => {
      for (const value of VALUES) {
        const run = await readRun(await ask({ text: 'hi', [name]: value }));
        expect(run.text).toBe('You said: hi');
      }
    });
    // The question itself went through each time: what was looked into is not nothing.
    expect(asked).toBe(VALUES.length);
  });

  it('all of them, in body, address and headers at once', async () => {
    const query = new URLSearchParams(FIELDS.map((name): [string, string] => [name, MARK]));
    const headers = Object.fromEntries(FIELDS.map((name) => [`x-${name.replaceAll('_', '-')}`, MARK]));
    const more = { ...headers, 'x-openwebui-chat-id': MARK, 'x-api-key': MARK, cookie: `token=${MARK}` };
    const asked = await expectNothingOfThem(async () => {
      const path = `/v1/conversations/${conversation}/messages?${query}`;
      const run = await readRun(await ask({ text: 'hi', ...ALL, text_: MARK }, path, more));
      expect(run.text).toBe('You said: hi');
    });
    expect(asked).toBe(1);
  });

  it('as a body of Open WebUI’s own instead of a question', async () => {
    const messages = [{ role: 'system', content: MARK }];
    const asked = await expectNothingOfThem(async () => {
      expect((await ask({ ...ALL, messages })).status).toBe(400);
      expect((await ask({ text: { ...ALL } })).status).toBe(400);
      expect((await ask([ALL])).status).toBe(400);
    });
    expect(asked).toBe(0);
  });
});

it('on every other way a visitor may take', async () => {
  const url = test.guichet.url;
  const send = (method: string, path: string, body?: object) =>
    fetch(url + path, {
      method,
      headers: { Origin: ORIGIN, Authorization: `Bearer ${visitor.token}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const query = `?${new URLSearchParams({ model: MARK, tool_ids: MARK, chat_id: MARK })}`;
  await expectNothingOfThem(async () => {
    const run = await readRun(await ask({ text: 'hi' }));
    await send('POST', `/v1/sites/default/visitors${query}`, { locale: 'en', ...ALL });
    await send('GET', `/v1/sites/default${query}`);
    await send('POST', `/v1/conversations${query}`, ALL);
    await send('GET', `/v1/conversations${query}`);
    await send('GET', `/v1/conversations/${conversation}${query}`);
    await (await send('GET', `/v1/runs/${run.runId}/events${query}`)).text();
    await send('POST', `/v1/runs/${run.runId}/stop${query}`, ALL);
    await send('DELETE', `/v1/runs/${run.runId}${query}`, ALL);
    await send('PUT', `/v1/conversations/${conversation}/messages/${run.runId}/feedback${query}`, ALL);
    // Ways that other programs would try.
    for (const path of ['/v1/chat/completions', '/api/chat/completions', '/v1/responses', '/v1/models']) {
      await (await send('POST', path + query, { ...ALL, messages: [{ role: 'user', content: 'hi' }] })).text();
    }
  });
});
