import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from './open-sqlite.ts';
import { createSqlStorage } from './sql-storage.ts';
import { isStorageFailure } from './storage-failure.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-full-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is named as what it is, and does not hide behind a rollback that has nothing to do', async () => {
  const database = openSqlite(path.join(folder, 'guichet.db'));
  const storage = createSqlStorage(database);
  await storage.migrate();
  await storage.createVisitor({ id: 'vis_1', site: 'default', locale: 'en', createdAt: 1 });
  await storage.createConversation({ id: 'con_1', visitorId: 'vis_1', site: 'default', createdAt: 2 });
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(database);
  await sql.raw(`PRAGMA max_page_count = ${rows[0]?.page_count}`).execute(database);
  const question = (text: string, number: number) => ({
    conversationId: 'con_1',
    visitorId: 'vis_1',
    text,
    idempotencyKey: `key-${number}`,
    bodyHash: 'hash',
    runId: `run_${number}`,
    userMessageId: `msg_q${number}`,
    messageId: `msg_a${number}`,
    createdAt: 3,
    day: '2026-11-23',
    limits: [],
  });
  const thrown = await storage.acceptQuestion(question('x'.repeat(500_000), 1)).catch((error: unknown) => error);
  expect(String(thrown)).toContain('full');
  expect(isStorageFailure(thrown)).toBe(true);
  await sql.raw('PRAGMA max_page_count = 1000000').execute(database);
  expect(await storage.acceptQuestion(question('small', 2))).toMatchObject({ kind: 'accepted' });
  await storage.close();
});

it('leaves a transaction that failed for another reason undone', async () => {
  const database = openSqlite(path.join(folder, 'guichet.db'));
  const storage = createSqlStorage(database);
  await storage.migrate();
  const thrown = await database
    .transaction()
    .execute(async (transaction) => {
      await transaction
        .insertInto('visitor')
        .values({ id: 'vis_1', site: 'default', locale: 'en', created_at: 1 })
        .execute();
      throw new Error('mine');
    })
    .catch((error: unknown) => error);
  expect(thrown).toEqual(new Error('mine'));
  expect(await database.selectFrom('visitor').selectAll().execute()).toEqual([]);
  await storage.close();
});
