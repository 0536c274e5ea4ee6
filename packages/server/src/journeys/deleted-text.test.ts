/** What the privacy page promises of deletion, looked for byte by byte. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openSqlite } from '../storage/open-sqlite.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { readRun, VisitorClient } from '../testing/visitor-client.ts';

let test: TestGuichet | undefined;
const backups = mkdtempSync(path.join(tmpdir(), 'guichet-backups-'));
afterEach(async () => {
  await test?.close();
  test = undefined;
  rmSync(backups, { recursive: true, force: true });
});

function filesHolding(folder: string, text: string): string[] {
  return readdirSync(folder).filter((file) => readFileSync(path.join(folder, file)).includes(text));
}

it('a deleted conversation is in no file of the data directory and in no backup, also while others are read', async () => {
  test = await startTestGuichet();
  const { dataDir, guichet } = test;
  const visitor = await VisitorClient.arrive(guichet.url);
  const kept = await visitor.newConversation();
  await visitor.ask(kept, 'THIS-STAYS '.repeat(20));
  const gone: string[] = [];
  for (let number = 0; number < 3; number++) {
    const conversation = await visitor.newConversation();
    await visitor.ask(conversation, `FORGET-ME-${number} `.repeat(200));
    gone.push(conversation);
  }
  expect(filesHolding(dataDir, 'FORGET-ME')).not.toEqual([]);
  // As a backup does, somebody reads while it is deleted.
  const reader = openSqlite(path.join(dataDir, 'guichet.db'));
  await reader.selectFrom('message').select('id').execute();
  for (const conversation of gone) {
    const response = await visitor.request(`/v1/conversations/${conversation}`, { method: 'DELETE' });
    expect(response.status).toBe(204);
  }
  await expect.poll(() => filesHolding(dataDir, 'FORGET-ME'), { timeout: 15_000 }).toEqual([]);
  await reader.destroy();
  expect(filesHolding(dataDir, 'THIS-STAYS')).not.toEqual([]);
  const copy = path.join(backups, 'copy.db');
  const { code } = await runCommand(['backup', copy], { GUICHET_DATA_DIR: dataDir });
  expect(code).toBe(0);
  expect(filesHolding(backups, 'FORGET-ME')).toEqual([]);
  expect(filesHolding(backups, 'THIS-STAYS')).toEqual(['copy.db']);
}, 60_000);

it('what a visitor replaced or took away is in no file either: a question, a title, a comment, a name', async () => {
  test = await startTestGuichet();
  const { dataDir, guichet } = test;
  const visitor = await VisitorClient.arrive(guichet.url);
  const json = (method: string, body: object) => ({
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  // Long texts leave pages of their own behind.
  const secret = (what: string) => `FORGET-ME-${what} `.repeat(100);
  const conversation = await visitor.newConversation();
  const first = await readRun(await visitor.post(conversation, secret('question')));
  const { messages } = await visitor.json<{ messages: { id: string; role: string }[] }>(
    `/v1/conversations/${conversation}`,
  );
  const [question, answer] = messages;
  expect(first.runId).toBeDefined();
  const done = async (path: string, options: RequestInit) => {
    const { status } = await visitor.request(path, options);
    expect([200, 204]).toContain(status);
  };
  const feedback = `/v1/messages/${answer?.id}/feedback`;
  await done(feedback, json('PUT', { rating: -1, comment: secret('comment') }));
  await done(feedback, { method: 'DELETE' });
  for (const title of ['FORGET-ME-title', 'THIS-STAYS']) {
    await done(`/v1/conversations/${conversation}`, json('PATCH', { title }));
  }
  await readRun(await visitor.post(conversation, { text: 'THIS-STAYS', replaces: question?.id }));
  await expect.poll(() => filesHolding(dataDir, 'FORGET-ME'), { timeout: 15_000 }).toEqual([]);
  expect(filesHolding(dataDir, 'THIS-STAYS')).not.toEqual([]);
}, 60_000);

it('a first question that is replaced leaves no title of its own', async () => {
  test = await startTestGuichet();
  const { dataDir, guichet } = test;
  const visitor = await VisitorClient.arrive(guichet.url);
  const conversation = await visitor.newConversation();
  await visitor.ask(conversation, 'FORGET-ME please');
  const { messages } = await visitor.json<{ messages: { id: string }[] }>(`/v1/conversations/${conversation}`);
  await readRun(await visitor.post(conversation, { text: 'THIS-STAYS', replaces: messages[0]?.id }));
  expect(await visitor.json(`/v1/conversations/${conversation}`)).toMatchObject({ title: 'THIS-STAYS' });
  await expect.poll(() => filesHolding(dataDir, 'FORGET-ME'), { timeout: 15_000 }).toEqual([]);
}, 60_000);

it('who used how much is forgotten when the day after is over', async () => {
  let now = Date.parse('2026-11-20T12:00:00Z');
  test = await startTestGuichet({ now: () => now });
  const visitor = await VisitorClient.arrive(test.guichet.url);
  await visitor.ask(await visitor.newConversation(), 'hi');
  const database = openSqlite(path.join(test.dataDir, 'guichet.db'));
  const days = async () =>
    (await database.selectFrom('limit_use').select('period').distinct().where('window', '=', 'day').execute()).map(
      ({ period }) => period,
    );
  expect(await days()).toEqual(['2026-11-20']);
  now = Date.parse('2026-11-22T00:30:00Z');
  await test.restart();
  await expect.poll(days).toEqual([]);
  await database.destroy();
});
