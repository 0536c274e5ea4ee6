import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LEAD_LEASE_MS, Leader } from '../replicas/leader.ts';
import { createSqlAdminRecords } from './sql-admin-records.ts';
import { createSqlReplicaRecords } from './sql-replica-records.ts';
import { createSqlStorage } from './sql-storage.ts';
import { RUN_LEASE_MS } from './storage.ts';
import { TEST_DATABASES, type TestDatabase } from './testing/test-databases.ts';

const MINUTE_MS = 60_000;
const POSTGRES = TEST_DATABASES.filter(([name]) => name === 'PostgreSQL');

/** How wrong the other machine's clock is. One that jumps is each of them in turn. */
const WRONG_BY_MS = [
  ['right', 0],
  ['a minute ahead', MINUTE_MS],
  ['a minute behind', -MINUTE_MS],
  ['a year ahead', 365 * 24 * 60 * MINUTE_MS],
  ['at the beginning of 1970', -Date.now()],
] as const;

// SQLite is for one machine and one clock: the suites give it the times they want.
describe.each(POSTGRES)('two machines on one %s', (_name, open) => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await open();
    await createSqlStorage(test.database).migrate();
  });
  afterEach(() => test.close());

  describe.each(WRONG_BY_MS)('of which one has a clock that is %s', (_clock, wrongByMs) => {
    const wrong = () => Date.now() + wrongByMs;
    const storages = () => ({
      right: createSqlStorage(test.database, { owner: 'srv_right' }),
      wrong: createSqlStorage(test.beside, { owner: 'srv_wrong' }),
    });

    it.each(['right', 'wrong'] as const)(
      'take over an answer of the one that is %s when it is dead, and only then',
      async (writer) => {
        const both = storages();
        const nowOf = { right: Date.now, wrong };
        const reader = writer === 'right' ? 'wrong' : 'right';
        await both[writer].createVisitor({ id: 'vis', site: 'default', locale: 'en', createdAt: nowOf[writer]() });
        const conversation = { id: 'con', visitorId: 'vis', site: 'default', createdAt: nowOf[writer]() };
        await both[writer].createConversation(conversation);
        await both[writer].acceptQuestion({
          ...{ conversationId: 'con', visitorId: 'vis', text: 'Alive?', bodyHash: 'hash', idempotencyKey: 'key' },
          ...{ runId: 'run', userMessageId: 'msg_q', messageId: 'msg_a', createdAt: nowOf[writer]() },
          ...{ day: '2026-11-23', limits: [] },
        });
        expect(await both[reader].claimOrphans(nowOf[reader]())).toEqual([]);
        expect(await both[reader].endOrphanedRuns(nowOf[reader]())).toBe(0);
        await both[writer].renewLeases(nowOf[writer]());
        expect(await both[reader].claimOrphans(nowOf[reader]())).toEqual([]);
        await timePasses('run', RUN_LEASE_MS);
        expect(await both[reader].claimOrphans(nowOf[reader]())).toMatchObject([{ run: { id: 'run', epoch: 2 } }]);
        // Claimed for as long as any other: not for ever, and not over at once.
        expect(await both[writer].claimOrphans(nowOf[writer]())).toEqual([]);
        await timePasses('run', RUN_LEASE_MS);
        expect(await both[writer].claimOrphans(nowOf[writer]())).toMatchObject([{ run: { epoch: 3 } }]);
      },
    );

    it('have one leader, and another one when that is dead', async () => {
      const leader = (database: TestDatabase['database'], now: () => number) =>
        new Leader({
          ...{ records: createSqlReplicaRecords(database), now, steady: () => performance.now() },
          ...{ intervalMs: 1_000_000, onFailure: () => undefined },
        });
      for (const turn of ['the right one begins', 'the wrong one begins']) {
        const pair = [leader(test.database, Date.now), leader(test.beside, wrong)] as const;
        const [one, other] = turn === 'the right one begins' ? pair : pair.toReversed();
        await one?.look();
        await other?.look();
        await one?.look();
        expect([one?.leads, other?.leads]).toEqual([true, false]);
        await timePasses('lease', LEAD_LEASE_MS);
        await other?.look();
        await one?.look();
        expect(other?.leads).toBe(true);
        await other?.stop();
        await one?.stop();
      }
    });

    it('tell the same happening once', async () => {
      const claim = (database: TestDatabase['database'], now: number) =>
        createSqlReplicaRecords(database).claimNotice('swap', 'refused', { now, repeatAfterMs: MINUTE_MS });
      expect(await claim(test.database, Date.now())).toBe(true);
      expect(await claim(test.beside, wrong())).toBe(false);
      await createSqlReplicaRecords(test.beside).claimNotice('swap', 'other', { now: wrong() });
      expect(await claim(test.beside, wrong())).toBe(true);
      expect(await claim(test.database, Date.now())).toBe(false);
    });

    it('take each other’s links and sessions for as old as they are', async () => {
      const [right, other] = [createSqlAdminRecords(test.database), createSqlAdminRecords(test.beside)];
      for (const [maker, user, made, used] of [
        [right, other, Date.now, wrong],
        [other, right, wrong, Date.now],
      ] as const) {
        await maker.deleteLinks();
        await maker.deleteAllSessions();
        const expiresAt = made() + MINUTE_MS;
        await maker.addLink('link', { now: made(), until: expiresAt }, 'sign-in');
        await maker.addSession({ hash: 'session', createdAt: made(), expiresAt, cameBy: 'link' });
        await user.deleteExpired(used());
        const found = await user.findSession('session', used());
        expect(found?.ageMs).toBeGreaterThanOrEqual(0);
        expect(found?.ageMs).toBeLessThan(MINUTE_MS);
        expect(await user.useLink('link', used())).toBe(true);
      }
    });
  });

  /** As if it were so much later: what is stored is that much older. */
  async function timePasses(table: 'run' | 'lease', ms: number): Promise<void> {
    await test.database
      .updateTable(table)
      .set(({ eb }) => ({ lease_until: eb('lease_until', '-', ms) }))
      .execute();
  }
});
