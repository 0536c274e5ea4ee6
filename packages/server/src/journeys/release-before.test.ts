/**
 * A data folder as the version before sites and replicas left it, recorded from that version while it ran: two questions
 * answered and a third under way, an operator with a password, a key in the safe, settings of the console. A whole server
 * of this version starts on it, and what visitors and operators read over HTTP is what they had.
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Operator } from '../testing/operator.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, readRun } from '../testing/visitor-client.ts';

const recorded = (file: string) => readFileSync(path.join(import.meta.dirname, 'recorded', file), 'utf8');

interface Recording {
  recordedAt: number;
  masterKeys: string;
  visitorToken: string;
  sessionCookie: string;
  password: string;
  repeated: { conversation: string; key: string; text: string; run: string; answer: string };
  running: { conversation: string; run: string; seen: string };
  held: { origin: string; baseUrl: string; kind: string; length: number; lastTwo: string; fingerprint: string };
  audit: string[];
  setInConsole: { name: string; value: string }[];
}

const BEFORE = JSON.parse(recorded('release-before.json')) as Recording;
const AN_HOUR_MS = 60 * 60_000;

let test: TestGuichet;
let startedAt: number;

beforeAll(async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'guichet-release-before-'));
  const database = new DatabaseSync(path.join(dataDir, 'guichet.db'));
  database.exec(recorded('release-before.sql'));
  database.close();
  startedAt = Date.now();
  test = await startTestGuichet({
    dataDir,
    // Its address then, where nobody listens any more: a key is kept for one address.
    environment: { GUICHET_MASTER_KEYS: BEFORE.masterKeys, OPENWEBUI_URL: BEFORE.held.baseUrl },
    now: () => BEFORE.recordedAt + AN_HOUR_MS + (Date.now() - startedAt),
  });
}, 60_000);
afterAll(() => test?.close());

/** As the visitor of that time, whose browser has kept the token. */
function visitor(place: string, options: RequestInit = {}, origin = ORIGIN): Promise<Response> {
  const headers = { Origin: origin, Authorization: `Bearer ${BEFORE.visitorToken}`, ...(options.headers as object) };
  return fetch(`${test.guichet.url}/v1${place}`, { ...options, headers });
}

/** As the operator of that time, whose session has not ended. */
function operator(): Operator {
  const browser = new Operator(test.guichet.url);
  browser.cookie = BEFORE.sessionCookie;
  return browser;
}

async function ask(conversation: string, text: string, key: string): Promise<Response> {
  return visitor(`/conversations/${conversation}/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ text }),
  });
}

it('a visitor finds both conversations, word for word, and each answer in parts', async () => {
  const list = (await (await visitor('/conversations')).json()) as { id: string }[];
  expect(list.map(({ id }) => id)).toEqual([BEFORE.running.conversation, BEFORE.repeated.conversation]);
  const { messages } = (await (await visitor(`/conversations/${BEFORE.repeated.conversation}`)).json()) as {
    messages: { role: string; text: string; status: string; parts?: { type: string; text?: string }[] }[];
  };
  expect(messages).toMatchObject([
    { role: 'user', text: BEFORE.repeated.text, status: 'complete' },
    { role: 'assistant', text: BEFORE.repeated.answer, status: 'complete' },
    { role: 'user', text: 'And on Sundays?', status: 'complete' },
    { role: 'assistant', text: 'You said: And on Sundays?', status: 'complete' },
  ]);
  expect(messages[1]?.parts).toEqual([{ id: 'text', type: 'text', text: BEFORE.repeated.answer }]);
});

it('the answer that was under way ends as interrupted, with every word that was shown', async () => {
  const rest = await readRun(
    await visitor(`/runs/${BEFORE.running.run}/events`, { headers: { 'Last-Event-ID': '1-4' } }),
  );
  expect(rest.end).toMatchObject({ event: 'done', data: { reason: 'interrupted' } });
  expect(rest.text.startsWith(BEFORE.running.seen)).toBe(true);
  expect(BEFORE.running.seen.length).toBeGreaterThan(40);
});

it('a question sent twice, before and after the update, is asked once', async () => {
  const { conversation, key, text, run, answer } = BEFORE.repeated;
  const again = await readRun(await ask(conversation, text, key));
  expect([again.runId, again.text]).toEqual([run, answer]);
  const other = await ask(conversation, 'Something else', key);
  expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([422, 'idempotency-key-reused']);
});

it('the operator is still signed in, and the password is the same', async () => {
  expect(await operator().ask('GET', '/session')).toMatchObject({ signedIn: true });
  const next = new Operator(test.guichet.url);
  expect((await next.request('POST', '/session', { password: 'not this one, 3141' })).status).toBe(401);
  expect((await next.request('POST', '/session', { password: BEFORE.password })).status).toBe(200);
  expect(await next.ask('GET', '/session')).toMatchObject({ signedIn: true });
});

it('the key in the safe is the one in use, and the settings of the console are kept', async () => {
  expect(await operator().ask('GET', '/credential')).toMatchObject({ held: BEFORE.held });
  const { settings } = await operator().ask<{ settings: { name: string; value?: string; origin: object }[] }>(
    'GET',
    '/settings',
  );
  expect(BEFORE.setInConsole).toHaveLength(2);
  for (const { name, value } of BEFORE.setInConsole) {
    expect(settings.find((setting) => setting.name === name)).toMatchObject({ value, origin: { kind: 'console' } });
  }
  const { entries } = await operator().ask<{ entries: { action: string }[] }>('GET', '/audit');
  expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(BEFORE.audit));
});

it('goes on from there: the origins of then may ask, and a new key answers with the model of then', async () => {
  const site = await fetch(`${test.guichet.url}/v1/sites/default`, { headers: { Origin: 'https://www.shop.example' } });
  expect(site.status).toBe(200);
  // Open WebUI has moved, as the operator says in the console, and there is a key for the new address.
  const moved = await operator().request('PUT', '/settings', { changes: { OPENWEBUI_URL: test.practice.url } });
  expect(moved.status).toBe(200);
  const replaced = await operator().request('PUT', '/credential', { text: test.credential });
  expect(replaced.status).toBe(200);
  const run = await readRun(await ask(BEFORE.running.conversation, 'Go on', crypto.randomUUID()));
  expect(run).toMatchObject({ text: 'You said: Go on', end: { event: 'done', data: { reason: 'complete' } } });
  const { messages } = (await (await visitor(`/conversations/${BEFORE.running.conversation}`)).json()) as {
    messages: { status: string }[];
  };
  expect(messages.map(({ status }) => status)).toEqual(['complete', 'interrupted', 'complete', 'complete']);
});
