/**
 * A database as the version before message parts left it, made by that version: three questions asked and answered, an
 * operator who had begun the set-up. Opened by this version, nothing of it is missing.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import { messageParts } from '../answer/laid-out-parts.ts';
import { openSqlite } from './open-sqlite.ts';
import { createSqlStorage } from './sql-storage.ts';

const RECORDED = readFileSync(path.join(import.meta.dirname, 'testing/recorded/before-parts.sql'), 'utf8');

type Row = Record<string, unknown>;

/** Every row by its table, as the recording has them. */
function recordedRows(): Map<string, Row[]> {
  const database = new DatabaseSync(':memory:');
  database.exec(RECORDED);
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[];
  const rows = tables.map(
    ({ name }) =>
      [
        name,
        database
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => ({ ...row })),
      ] as const,
  );
  database.close();
  return new Map(rows);
}

async function openRecorded() {
  const database = openSqlite(':memory:');
  for (const statement of RECORDED.split(/;\n/)) {
    if (statement.trim() !== '') await sql.raw(statement).execute(database);
  }
  const storage = createSqlStorage(database);
  await storage.migrate();
  return { database, storage };
}

it('keeps every value of every row', async () => {
  const { database } = await openRecorded();
  const before = recordedRows();
  const kept = [...before].filter(([table]) => !table.startsWith('kysely_') && table !== 'daily_use');
  expect(kept.reduce((sum, [, rows]) => sum + rows.length, 0)).toBeGreaterThanOrEqual(15);
  for (const [table, rows] of kept) {
    const now = await (database as unknown as Kysely<Record<string, Row>>).selectFrom(table).selectAll().execute();
    expect(now, table).toHaveLength(rows.length);
    for (const row of rows) expect(now, table).toContainEqual(expect.objectContaining(row));
  }
  const counts = (rows: readonly Row[]) => rows.map(({ count }) => Number(count)).sort();
  const used = await database.selectFrom('limit_use').selectAll().execute();
  expect(counts(used)).toEqual(counts((before.get('daily_use') ?? []).filter(({ day }) => day !== 'check')));
  await database.destroy();
});

it('shows its conversations as before, their answers in parts', async () => {
  const { database, storage } = await openRecorded();
  const [visitor] = recordedRows().get('visitor') ?? [];
  const visitorId = String(visitor?.id);
  const summaries = await storage.listConversations(visitorId);
  expect(summaries.map(({ title }) => title).sort()).toEqual(['When do you open?', 'Wie viel? 7 € 😀']);
  const first = summaries.find(({ title }) => title === 'When do you open?')?.id ?? '';
  const messages = (await storage.readConversation(first, visitorId))?.messages ?? [];
  expect(messages.map(({ role, status }) => [role, status])).toEqual([
    ['user', 'complete'],
    ['assistant', 'complete'],
    ['user', 'complete'],
    ['assistant', 'complete'],
  ]);
  for (const { text, outline } of messages) {
    const content = { text, reasoning: '', sources: [], activities: [], attachments: [] };
    expect(messageParts(outline, content)).toEqual([{ id: 'text', type: 'text', text }]);
  }
  await database.destroy();
});
