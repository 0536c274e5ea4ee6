import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { createAdminSessions } from '../../admin/admin-sessions.ts';
import { openSqlite } from '../open-sqlite.ts';
import { createSqlAdminRecords } from '../sql-admin-records.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';

it.each([
  ['where somebody has signed in it prints no link again', ['credential-replaced', 'signed-in'], true],
  ['where nobody has signed in it prints one', ['credential-replaced'], false],
  ['where nothing has happened it prints one', [], false],
])('an instance of before: %s', async (_, actions, claimed) => {
  const database = openSqlite(':memory:');
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ALL_MIGRATIONS } });
  await migrator.migrateTo('0003-admin');
  const records = createSqlAdminRecords(database);
  for (const [index, action] of actions.entries()) {
    await records.addAuditEntry({ id: String(index), at: index, actor: 'console', action, detail: {} });
  }
  await database
    .insertInto('admin_session')
    // As the version before wrote it.
    .values({ hash: 'x', created_at: 1, expires_at: Number.MAX_SAFE_INTEGER } as never)
    .execute();
  const { error } = await migrator.migrateToLatest();
  expect(error).toBeUndefined();
  const sessions = createAdminSessions(records);
  expect(await sessions.isClaimed()).toBe(claimed);
  expect((await sessions.createClaimLink()) === undefined).toBe(claimed);
  // Whoever was in stays in.
  expect(await records.findSession('x', 2)).toEqual({ ageMs: 1, cameBy: 'link' });
  await database.destroy();
});
