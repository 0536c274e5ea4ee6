/** What the privacy page promises of deletion, looked for byte by byte. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openSqlite } from '../storage/open-sqlite.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

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
