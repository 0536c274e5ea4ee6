/** Two whole servers on one PostgreSQL, on machines whose clocks do not agree. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostgres } from '../storage/open-postgres.ts';
import { hasPostgres, makePostgresDatabase } from '../storage/testing/test-databases.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

const MINUTE_MS = 60_000;
const SIGNS_OF_LIFE = 3;
const PATIENT = { timeout: 90_000 };

// SQLite is for one machine.
describe.skipIf(!hasPostgres && process.env.CI !== 'true')('a server whose clock is wrong', PATIENT, () => {
  let made: Awaited<ReturnType<typeof makePostgresDatabase>>;
  let [right, wrong]: TestGuichet[] = [];
  let wrongByMs = 0;

  beforeEach(async () => {
    wrongByMs = 0;
    made = await makePostgresDatabase();
    const environment = {
      DATABASE_URL: made.url,
      GUICHET_MASTER_KEYS: `main:${Buffer.alloc(32, 7).toString('base64')}`,
    };
    right = await startTestGuichet({ model: 'hang', environment });
    wrong = await startTestGuichet({ model: 'hang', environment, now: () => Date.now() + wrongByMs });
  });
  afterEach(async () => {
    await wrong?.close();
    await right?.close();
    await made.remove();
  });

  it.each([
    ['ahead', [MINUTE_MS]],
    ['behind', [-MINUTE_MS]],
    ['jumping to and fro', [MINUTE_MS, -MINUTE_MS, 24 * 60 * MINUTE_MS, 0]],
  ])('takes no living answer from another and loses none, and one of them leads: %s', async (_how, clocks) => {
    const database = openPostgres(made.url);
    for (const server of [right, wrong]) {
      const visitor = await VisitorClient.arrive(server?.guichet.url ?? '');
      await visitor.post(await visitor.newConversation(), 'Who writes this?');
    }
    const runs = () =>
      database.selectFrom('run').select(['id', 'owner', 'epoch', 'status', 'lease_until']).orderBy('id').execute();
    const whose = async () => (await runs()).map(({ id, owner, epoch, status }) => ({ id, owner, epoch, status }));
    const before = await whose();
    expect(before).toMatchObject([
      { epoch: 1, status: 'streaming' },
      { epoch: 1, status: 'streaming' },
    ]);
    for (const clock of clocks) {
      wrongByMs = clock;
      // Both look for orphans as often as they give signs of life.
      for (let sign = 0; sign < SIGNS_OF_LIFE; sign++) {
        const [first, second] = await runs();
        const renewed = async () => {
          const [nowFirst, nowSecond] = await runs();
          return nowFirst?.lease_until !== first?.lease_until && nowSecond?.lease_until !== second?.lease_until;
        };
        await expect.poll(renewed, PATIENT).toBe(true);
      }
      expect(await whose()).toEqual(before);
    }
    for (const server of [right, wrong]) expect(server?.log.join('')).not.toContain('runs-orphaned');
    const leads = await Promise.all(
      [right, wrong].map(
        async (server) =>
          (await (await fetch(`${server?.guichet.url}/metrics`)).text()).match(/^guichet_leads (\d)/m)?.[1],
      ),
    );
    expect(leads.toSorted()).toEqual(['0', '1']);
    await database.destroy();
  });
});
