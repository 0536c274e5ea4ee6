import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COPIED_TABLES, CopyDiffers, copyDatabase, countRows } from './copy-database.ts';
import { GIVEN_TIME } from './shared-clock.ts';
import { createSqlAdminRecords } from './sql-admin-records.ts';
import { createSqlReplicaRecords } from './sql-replica-records.ts';
import { createSqlSecretRecords } from './sql-secret-records.ts';
import { createSqlSiteRecords } from './sql-site-records.ts';
import { createSqlStorage } from './sql-storage.ts';
import { createSqlVisitorErrorRecords } from './sql-visitor-error-records.ts';
import { TEST_DATABASES, type TestDatabase } from './testing/test-databases.ts';

const NOW = 1_790_000_000_123;

/** Something in every table, and more than a page of visitors. */
async function fill({ database }: TestDatabase): Promise<void> {
  const storage = createSqlStorage(database, { clock: GIVEN_TIME, owner: 'srv_a' });
  await storage.migrate();
  for (let number = 0; number < 450; number++) {
    const locale = number % 2 ? 'fr' : 'en';
    await storage.createVisitor({ id: `vis_${number}_${'aZ_é'[number % 4]}`, site: 'default', locale, createdAt: NOW });
  }
  await storage.createVisitor({ id: 'vis', site: 'default', locale: 'en', createdAt: NOW });
  await storage.createConversation({ id: 'con', visitorId: 'vis', site: 'default', createdAt: NOW });
  for (const run of ['run_1', 'run_2']) {
    await storage.acceptQuestion({
      conversationId: 'con',
      visitorId: 'vis',
      text: 'a\0b 😀 é \u202e "\\',
      idempotencyKey: run,
      bodyHash: 'h',
      runId: run,
      userMessageId: `q_${run}`,
      messageId: `a_${run}`,
      createdAt: NOW,
      day: '2026-11-30',
      limits: [{ kind: 'visitor', subject: 'vis', unit: 'messages', window: 'day', limit: 9 }],
    });
  }
  await storage.endRun({
    runId: 'run_1',
    status: 'failed',
    text: 'x'.repeat(300_000),
    reasoning: 'Hm.',
    sources: [{ id: 's1', title: 'T' }],
    activities: [],
    attachments: [{ id: 'fil', contentType: 'image/png' }],
    endedAt: NOW + 1,
    error: { code: 'internal', ref: 'AAAA-BBBB' },
  });
  await storage.addFile({
    id: 'fil',
    runId: 'run_1',
    contentType: 'image/png',
    bytes: Uint8Array.of(0, 1),
    createdAt: 1,
  });
  await storage.beginVisitorFile({ id: 'fil_v', visitorId: 'vis', createdAt: NOW }, { day: '2026-11-30', limits: [] });
  await storage.addFilePiece('fil_v', 0, Uint8Array.of(0, 255));
  await storage.completeVisitorFile('fil_v', { name: 'a.png', contentType: 'image/png', size: 2 });
  await storage.noteUpstreamDocument({ id: 'doc', runId: 'run_1', createdAt: NOW });
  await storage.noteRatingToPass({ messageId: 'msg', model: 'echo', now: NOW });
  await createSqlSecretRecords(database).write({ name: 's', record: 'r', updatedAt: NOW, updatedBy: 'ada' });
  const admin = createSqlAdminRecords(database);
  await admin.addLink('l', { now: NOW, until: NOW + 5 }, 'claim');
  await admin.addSession({ hash: 'h', createdAt: NOW, expiresAt: NOW + 5, cameBy: 'link' });
  await admin.addAuditEntry({ id: 'aud', at: NOW, actor: 'ada', action: 'a', detail: { b: 1 } });
  await admin.writeNote('n', 'v', NOW);
  await createSqlSiteRecords(database).add({ id: 'shop', settings: { tools: 'off' }, createdAt: NOW });
  await createSqlVisitorErrorRecords(database).add([{ ref: 'R', at: NOW, code: 'internal' }], { perCode: 9, since: 0 });
  const replicas = createSqlReplicaRecords(database);
  await replicas.takeLease('leader', 'srv_a', { now: NOW, until: NOW + 5 });
  await replicas.claimNotice('key', 'refused', { now: NOW });
}

const pairs = TEST_DATABASES.flatMap(([from, openFrom]) =>
  TEST_DATABASES.map(([to, openTo]) => ({ from, to, openFrom, openTo })),
);

describe.each(pairs)('from $from to $to', ({ openFrom, openTo }) => {
  let source: TestDatabase;
  let target: TestDatabase;

  beforeEach(async () => {
    source = await openFrom();
    target = await openTo();
    await fill(source);
    await createSqlStorage(target.database).migrate();
  });
  afterEach(async () => {
    await source.close();
    await target.close();
  });

  it('brings every row of every table, tells how far it is, and can be done again', async () => {
    const steps: number[] = [];
    const copies = await copyDatabase(source.database, target.database, (done) => steps.push(done));
    expect(Object.fromEntries(copies.map(({ table, rows }) => [table, rows]))).toEqual({
      visitor: 451,
      conversation: 1,
      run: 2,
      message: 3,
      file: 1,
      visitor_file: 1,
      visitor_file_piece: 1,
      upstream_document: 1,
      passed_rating: 1,
      secret: 1,
      admin_link: 1,
      admin_session: 1,
      audit_entry: 1,
      note: 1,
      visitor_error: 1,
      site: 1,
      limit_use: 1,
      lease: 1,
      told_notice: 1,
    });
    expect(steps.at(-1)).toBe(472);
    const copied = createSqlStorage(target.database, { clock: GIVEN_TIME, owner: 'srv_b' });
    const before = await createSqlStorage(source.database).readConversation('con', 'vis');
    const after = await copied.readConversation('con', 'vis');
    const readable = (value: unknown) => JSON.stringify(value).replaceAll('\\u0000', '\ufffd');
    expect(readable(after)).toBe(readable(before));
    expect(await copied.readFile('fil', 'vis')).toMatchObject({ bytes: Buffer.of(0, 1) });
    expect(await copied.endOrphanedRuns(NOW * 2)).toBe(1);

    await copyDatabase(source.database, target.database);
    expect(await countRows(target.database)).toBe(472);
  });

  it('leaves the target as it was when a row does not arrive as it was sent', async () => {
    await createSqlAdminRecords(target.database).writeNote('mine', 'stays', NOW);
    await sql`create table other (id text primary key)`.execute(target.database);
    // A trigger of somebody else's changes what is written.
    await (TEST_TRIGGERS[target.database.getExecutor().adapter.constructor.name] ?? (async () => undefined))(target);
    await expect(copyDatabase(source.database, target.database)).rejects.toThrow(CopyDiffers);
    expect(await createSqlAdminRecords(target.database).readNote('mine')).toBe('stays');
    expect(await countRows(target.database)).toBe(1);
  });
});

const TEST_TRIGGERS: Record<string, (target: TestDatabase) => Promise<unknown>> = {
  SqliteAdapter: ({ database }) =>
    sql`create trigger louder after insert on site begin update site set name = 'X' where id = new.id; end`.execute(
      database,
    ),
  async PostgresAdapter({ database }) {
    await sql`create function louder() returns trigger language plpgsql as
      $$ begin new.name := 'X'; return new; end $$`.execute(database);
    await sql`create trigger louder before insert on site for each row execute function louder()`.execute(database);
  },
};

it('names every table there is, so that a new one cannot be forgotten', async () => {
  for (const [, open] of TEST_DATABASES) {
    const opened = await open();
    await createSqlStorage(opened.database).migrate();
    const tables = await opened.database.introspection.getTables();
    expect(tables.map(({ name }) => name).sort()).toEqual([...COPIED_TABLES].sort());
    await opened.close();
  }
});
