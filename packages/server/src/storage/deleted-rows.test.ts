import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeletedRows, VACUUM_CONNECTION, type VacuumOutcome } from './deleted-rows.ts';
import { openPostgres } from './open-postgres.ts';
import type { Schema } from './schema.ts';
import { createSqlStorage } from './sql-storage.ts';
import type { Storage } from './storage.ts';
import { hasPostgres, makePostgresDatabase } from './testing/test-databases.ts';

const MINUTE_MS = 60_000;

/** A checkpoint writes down what all databases of the server have changed, other tests' too. */
const SLOW_DISK = { timeout: 180_000 };

// SQLite overwrites what it deletes: `journeys/deleted-text.test.ts`.
describe.skipIf(!hasPostgres && process.env.CI !== 'true')('what is deleted on PostgreSQL', SLOW_DISK, () => {
  let made: Awaited<ReturnType<typeof makePostgresDatabase>>;
  let database: Kysely<Schema>;
  /** Waits for a checkpoint, however long it takes. */
  let patient: Kysely<Schema>;
  let deleted: DeletedRows;
  let storage: Storage;
  let time = 0;

  beforeEach(async () => {
    time = 0;
    made = await makePostgresDatabase();
    database = openPostgres(made.url);
    patient = openPostgres(made.url, { maxConnections: 1, statementTimeoutMs: 0 });
    ({ deleted, storage } = replica());
    await storage.migrate();
    for (const id of ['vis_a', 'vis_b']) {
      await storage.createVisitor({ id, site: 'default', locale: 'en', createdAt: 1 });
    }
  });
  afterEach(async () => {
    await patient.destroy();
    await storage.close();
    await made.remove();
  });

  function replica(more: { writtenAnewUpToBytes?: number } = {}) {
    const rows = new DeletedRows({
      ...{ database, open: () => openPostgres(made.url, VACUUM_CONNECTION), steady: () => time },
      ...more,
    });
    return { deleted: rows, storage: createSqlStorage(database, { owner: 'srv_a', deleted: rows }) };
  }

  /** A conversation with a short text, and an answer so long that PostgreSQL keeps it beside the table. */
  async function converse(visitorId: string, id: string, word: string): Promise<void> {
    await storage.createConversation({ id, visitorId, site: 'default', createdAt: 2 });
    await storage.acceptQuestion({
      ...{ conversationId: id, visitorId, text: `${word} asked`, bodyHash: 'hash', idempotencyKey: 'key' },
      ...{ runId: `run_${id}`, userMessageId: `msg_q${id}`, messageId: `msg_a${id}`, createdAt: 2 },
      ...{ day: '2026-11-23', limits: [] },
    });
    const text = Array.from({ length: 1_000 }, (_, at) => `${word}-${(at * 7_919) % 104_729}`).join(' ');
    await storage.checkpointRuns([{ runId: `run_${id}`, text: text.slice(0, 4_000), reasoning: '' }]);
    await storage.endRun({
      ...{ runId: `run_${id}`, status: 'complete', text, reasoning: `${word} thought`, endedAt: 3 },
      ...{ sources: [], activities: [], attachments: [] },
    });
  }

  /** How many tables, or what belongs to them, hold the word on the disk: read by the database itself, byte by byte. */
  async function filesHolding(word: string): Promise<string[]> {
    await sql`checkpoint`.execute(patient);
    const { rows } = await sql<{ name: string }>`
      select cast(oid as regclass) as name from pg_class
      where relkind in ('r', 't') and relpersistence = 'p' and pg_relation_size(oid) > 0
        and relnamespace in (select oid from pg_namespace where nspname in ('public', 'pg_toast'))
        and position(${word}::text::bytea in pg_read_binary_file(pg_relation_filepath(oid))) > 0`.execute(patient);
    return rows.map(({ name }) => String(name));
  }

  /** Other tests write into databases of the same server, and what was noted by another replica is there in a moment. */
  async function looked(rows: DeletedRows): Promise<VacuumOutcome> {
    let outcome: VacuumOutcome = 'nothing';
    const unsettled = async () => {
      outcome = await rows.look();
      return ['read', 'nothing'].includes(outcome);
    };
    await expect.poll(unsettled, SLOW_DISK).toBe(false);
    return outcome;
  }

  /** However long it does nothing. */
  const keep = (transaction: Kysely<Schema>) =>
    sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction);

  /** Whoever reads from now on sees nothing of what was deleted, also because of what other tests write. */
  async function earlierOnesEnded(): Promise<void> {
    const haveEnded = async () => {
      const { rows } = await sql<{ ended: boolean }>`
        select txid_snapshot_xmin(txid_current_snapshot()) >= cast(value as bigint) as ended from note`.execute(
        database,
      );
      return rows.every(({ ended }) => ended);
    };
    await expect.poll(haveEnded, SLOW_DISK).toBe(true);
  }

  async function fileOf(table: string): Promise<string | undefined> {
    const { rows } = await sql<{ file: string }>`select pg_relation_filepath(${table}) as file`.execute(database);
    return rows[0]?.file;
  }

  it('is in none of its files afterwards, neither of a conversation nor of a visitor; what stays, stays', async () => {
    await converse('vis_a', 'con_1', 'FORGET-ONE');
    await converse('vis_a', 'con_2', 'FORGET-TWO');
    await converse('vis_b', 'con_3', 'THIS-STAYS');
    await storage.deleteConversation('con_1', 'vis_a');
    // The rows are gone and the bytes are there: what this is about.
    expect(await filesHolding('FORGET-ONE')).toEqual(expect.arrayContaining(['message', 'conversation']));
    expect(await looked(deleted)).toBe('cleared');
    expect(await filesHolding('FORGET-ONE')).toEqual([]);
    expect(await filesHolding('FORGET-TWO')).not.toEqual([]);
    expect(await deleted.look()).toBe('nothing');

    await storage.eraseVisitor('vis_a');
    expect(await deleted.look()).toBe('too-soon');
    time += 15 * MINUTE_MS;
    expect(await looked(deleted)).toBe('cleared');
    expect(await filesHolding('FORGET')).toEqual([]);
    expect(await filesHolding('THIS-STAYS')).not.toEqual([]);
    expect((await storage.readConversation('con_3', 'vis_b'))?.messages).toHaveLength(2);
  });

  it('waits for whoever read before the deletion, and for nobody who reads after it', async () => {
    await converse('vis_a', 'con_1', 'FORGET-ONE');
    const reader = openPostgres(made.url, { maxConnections: 1 });
    const release = Promise.withResolvers<void>();
    const isReading = Promise.withResolvers<void>();
    const backup = reader
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (transaction) => {
        await keep(transaction);
        await transaction.selectFrom('site').select('id').execute();
        isReading.resolve();
        await release.promise;
      });
    await isReading.promise;
    await storage.deleteConversation('con_1', 'vis_a');
    expect(await deleted.look()).toBe('read');
    release.resolve();
    await backup;
    await earlierOnesEnded();
    await reader
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (transaction) => {
        await keep(transaction);
        await transaction.selectFrom('site').select('id').execute();
        expect(await looked(deleted)).toBe('cleared');
      });
    await reader.destroy();
    expect(await filesHolding('FORGET')).toEqual([]);
  });

  it('waits for whoever writes in another database of the same server', async () => {
    await converse('vis_a', 'con_1', 'FORGET-ONE');
    const elsewhere = await makePostgresDatabase();
    const writer = openPostgres(elsewhere.url, { maxConnections: 1 });
    await writer.transaction().execute(async (transaction) => {
      await keep(transaction);
      await sql`select txid_current()`.execute(transaction);
      await storage.deleteConversation('con_1', 'vis_a');
      expect(await deleted.look()).toBe('read');
    });
    await writer.destroy();
    await elsewhere.remove();
    expect(await looked(deleted)).toBe('cleared');
    expect(await filesHolding('FORGET')).toEqual([]);
  });

  it('is the matter of the replica that leads, and is noted for the next start', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const leading = { leads: false };
      const said = vi.fn();
      const leader = replica().deleted;
      leader.start({ leading, logger: { info: said, warn: said } });
      await converse('vis_a', 'con_1', 'FORGET-ONE');
      await storage.deleteConversation('con_1', 'vis_a');
      await deleted.stop();
      vi.advanceTimersByTime(MINUTE_MS);
      leading.leads = true;
      expect(await filesHolding('FORGET')).not.toEqual([]);
      const later = () => {
        vi.advanceTimersByTime(MINUTE_MS);
        return said.mock.calls;
      };
      await expect.poll(later, SLOW_DISK).toEqual([['Deleted text was removed from the files of PostgreSQL.']]);
      expect(await filesHolding('FORGET')).toEqual([]);
      await leader.stop();
    } finally {
      vi.useRealTimers();
    }
  });

  it('is tried as if by a number of its own where a backup of another database left one', async () => {
    await converse('vis_a', 'con_1', 'FORGET-ONE');
    await storage.deleteConversation('con_1', 'vis_a');
    await expect.poll(() => database.selectFrom('note').select('name').execute(), SLOW_DISK).toHaveLength(1);
    await database.updateTable('note').set({ value: '999999999999' }).execute();
    expect(await looked(deleted)).toBe('cleared');
    expect(await filesHolding('FORGET')).toEqual([]);
  });

  it('keeps nobody waiting for long where somebody holds a table, and tries again', async () => {
    await converse('vis_a', 'con_1', 'FORGET-ONE');
    await storage.deleteConversation('con_1', 'vis_a');
    const holder = openPostgres(made.url, { maxConnections: 1 });
    await holder.transaction().execute(async (transaction) => {
      await keep(transaction);
      await sql`lock table message in row exclusive mode`.execute(transaction);
      expect(await looked(deleted)).toBe('not-all');
    });
    await holder.destroy();
    time += 15 * MINUTE_MS;
    expect(await looked(deleted)).toBe('cleared');
    expect(await filesHolding('FORGET')).toEqual([]);
  });

  it('is done by another replica than the one that deleted; of a large table only the room is freed', async () => {
    await converse('vis_a', 'con_1', 'FORGET-ONE');
    await storage.deleteConversation('con_1', 'vis_a');
    const before = await fileOf('message');
    const large = replica({ writtenAnewUpToBytes: 0 });
    // Until the other one's note is there.
    expect(await looked(large.deleted)).toBe('cleared');
    expect(await fileOf('message')).toBe(before);
    await storage.eraseVisitor('vis_a');
    expect(await looked(replica().deleted)).toBe('cleared');
    expect(await fileOf('message')).not.toBe(before);
  });
});
