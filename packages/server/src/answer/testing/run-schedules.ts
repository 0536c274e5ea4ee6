/** What may happen to a run and its readers, made up at random, and what must hold whatever happens. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { openSqlite } from '../../storage/open-sqlite.ts';
import { createSqlStorage } from '../../storage/sql-storage.ts';
import { RunScene, type SceneParts, VISITOR } from './run-scene.ts';

type Step = (scene: RunScene) => unknown;

const which = fc.nat(1);

/** Of one to four bytes, and what lines, frames and JSON are made of. */
const CHARACTERS = [...'ab \n\r"\\:{}é€…𝄞🦊\0\u2028data: '];
const text = fc.array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 12 }).map((all) => all.join(''));

/** One step, with the words a failure shows it by. */
function step(name: string, run: Step): [string, Step] {
  return [name, run];
}

const steps = fc.oneof(
  { weight: 8, arbitrary: text.map((said) => step(`say ${JSON.stringify(said)}`, (scene) => scene.say(said))) },
  { weight: 8, arbitrary: fc.constant(step('flush', (scene) => scene.flush())) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(which, which, fc.oneof(fc.nat(400), fc.constant(Number.POSITIVE_INFINITY)))
      .map(([reader, place, cut]) =>
        step(`reader ${reader} connects to ${place}, cut at ${cut}`, (scene) => scene.connect(reader, place, cut)),
      ),
  },
  { weight: 2, arbitrary: which.map((reader) => step(`reader ${reader} is cut`, (scene) => scene.cut(reader))) },
  { weight: 2, arbitrary: fc.constant(step('checkpoint', (scene) => scene.checkpoint())) },
  { weight: 1, arbitrary: fc.constant(step('the writer dies', (scene) => scene.die())) },
  { weight: 1, arbitrary: fc.constant(step('the writer is taken for dead', (scene) => scene.supersede())) },
  { weight: 1, arbitrary: fc.constant(step('the writer leaves', (scene) => scene.leave())) },
  { weight: 1, arbitrary: fc.constant(step('a tool may run', (scene) => scene.act())) },
  { weight: 2, arbitrary: fc.constant(step('an answer of Redis is lost', (scene) => scene.loseAnswer())) },
  { weight: 2, arbitrary: fc.constant(step('a ring is lost', (scene) => scene.loseRing())) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(which, fc.boolean())
      .map(([place, away]) =>
        step(`Redis is ${away ? 'away from' : 'back at'} ${place}`, (scene) => scene.setAway(place, away)),
      ),
  },
  { weight: 1, arbitrary: fc.constant(step('Redis loses the log', (scene) => scene.expire())) },
  { weight: 1, arbitrary: which.map((place) => step(`stop at ${place}`, (scene) => scene.stop(place))) },
  { weight: 1, arbitrary: fc.constant(step('complete', (scene) => scene.complete())) },
);

const limits = fc.record({ events: fc.integer({ min: 2, max: 12 }), chars: fc.integer({ min: 200, max: 3_000 }) });

/** @returns how many schedules were carried out; throws with the seed and the steps of one that does not hold */
export async function checkSchedules(
  parts: Omit<SceneParts, 'limits' | 'database'>,
  { count, seed, atATime = 1 }: { count: number; seed?: number; atATime?: number },
): Promise<number> {
  let done = 0;
  const run = async (share: number, own: number | undefined) => {
    const database = openSqlite(':memory:');
    const storage = createSqlStorage(database);
    await storage.migrate();
    await storage.createVisitor({ id: VISITOR, site: 'default', locale: 'en', createdAt: 0 });
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 25 }), limits, async (schedule, kept) => {
        await carryOut(schedule, { ...parts, database, limits: kept });
        done++;
      }),
      { numRuns: share, ...(own !== undefined && { seed: own }) },
    );
    await storage.close();
  };
  const shares = Array.from(
    { length: atATime },
    (_, at) => Math.floor(count / atATime) + (at < count % atATime ? 1 : 0),
  );
  const outcomes = await Promise.allSettled(
    shares.map((share, at) => run(share, seed === undefined ? undefined : seed + at)),
  );
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return done;
}

let scenes = 0;

async function carryOut(schedule: readonly [string, Step][], parts: SceneParts): Promise<void> {
  const scene = new RunScene(`${process.pid}_${scenes++}`, parts);
  await scene.open();
  try {
    /** The longest text that anybody was shown. */
    let seen = '';
    const look = () => {
      for (const { shown } of scene.readers) {
        expect(shown.faults).toEqual([]);
        // Never spliced: what is shown is the beginning of one answer, and none of a writer that was taken for dead.
        const isOne = scene.said.some((said) => said.startsWith(shown.text));
        if (!scene.hasDoubleFault) expect(isOne).toBe(true);
        if (shown.text.length > seen.length) seen = shown.text;
      }
    };
    for (const [, doStep] of schedule) {
      await doStep(scene);
      look();
    }
    const stored = await scene.finish();
    look();
    expect(stored.status).not.toBe('streaming');
    // Nothing that a visitor has read is taken back, and nobody is asked again after that.
    if (!scene.hasDoubleFault) expect(stored.text.startsWith(seen)).toBe(true);
    expect(scene.said.some((said) => said.startsWith(stored.text))).toBe(true);
    const { askedWhenActing } = scene;
    if (askedWhenActing !== undefined && !scene.hasDoubleFault) expect(scene.said).toHaveLength(askedWhenActing);
    if (stored.status === 'complete') expect(stored.text).toBe(scene.said.at(-1));
    for (const { shown } of scene.readers) expect([shown.end, shown.text]).toEqual([stored.status, stored.text]);
  } finally {
    await scene.close();
  }
}
