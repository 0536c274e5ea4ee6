/** Carries out the faults one after the other and prints what came of each. Leaves with 1 when something does not hold. */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Counts, checkAnswers } from './check-answers.ts';
import { type Replica, startReplicaScene } from './replicas.ts';
import { Visitor } from './visitor.ts';

const ANSWERS = 200;

/** About as long as the answers take, so that a kill falls anywhere in them. */
const ANSWERS_TAKE_MS = 6_000;

/** All questions are asked in this time. */
const ASKED_WITHIN_MS = 2_000;

const { values, positionals } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, answers: { type: 'string', default: String(ANSWERS) } },
  allowPositionals: true,
});

const scene = await startReplicaScene();
let people = 0;

/** Those that a load balancer sends visitors to. */
let open: Replica[] = [...scene.replicas];
const urls = () => open.map(({ url }) => url);

async function arriveAll(): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  const count = Number(values.answers);
  for (let at = 0; at < count; at += 20) {
    const some = Array.from({ length: Math.min(20, count - at) }, (_, more) => {
      const number = ++people;
      const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
      // Every fourth reads in two tabs, each at another replica.
      return Visitor.arrive(urls()[number % open.length] ?? '', `q${number}`, address, (at + more) % 4 === 0 ? 2 : 1);
    });
    visitors.push(...(await Promise.all(some)));
  }
  return visitors;
}

async function withAnswersUnderWay(
  fault: () => Promise<unknown>,
  expected: { mayBeInterrupted: boolean },
): Promise<Counts> {
  const visitors = await arriveAll();
  const reading = Promise.all(
    visitors.map(async (visitor, at) => {
      // People do not ask in the same millisecond; the first answers are still under way when the last is asked for.
      await pause((at / visitors.length) * ASKED_WITHIN_MS);
      await visitor.readToTheEnd(urls, at);
    }),
  );
  // Told when it is waited for, and not before.
  reading.catch(() => undefined);
  await fault();
  await reading;
  return checkAnswers(scene, visitors, urls()[0] ?? '', expected);
}

async function replace(replica: Replica, signal: NodeJS.Signals): Promise<void> {
  open = open.filter((one) => one !== replica);
  const ended = replica.end(signal);
  const next = await scene.start();
  open.push(next);
  const code = await ended;
  if (signal === 'SIGTERM' && code !== 0)
    throw new Error(`A replica left with ${code}: ${replica.log().slice(-2_000)}`);
}

const FAULTS: Record<string, () => Promise<Counts[]>> = {
  async kill() {
    const all: Counts[] = [];
    for (let kill = 0; kill < Number(values.kills); kill++) {
      all.push(
        await withAnswersUnderWay(
          async () => {
            await pause(Math.random() * ANSWERS_TAKE_MS);
            await replace(open[Math.floor(Math.random() * open.length)] as Replica, 'SIGKILL');
          },
          { mayBeInterrupted: true },
        ),
      );
      console.log(`  kill ${kill + 1}: ${JSON.stringify(all.at(-1))}`);
    }
    return all;
  },
  async 'rolling-restart'() {
    return [
      await withAnswersUnderWay(
        async () => {
          await pause(ANSWERS_TAKE_MS / 2);
          for (const replica of [...open]) await replace(replica, 'SIGTERM');
        },
        { mayBeInterrupted: false },
      ),
    ];
  },
  async redis() {
    return [
      await withAnswersUnderWay(
        async () => {
          await pause(ANSWERS_TAKE_MS / 4);
          await scene.redis.kill();
          await pause(ANSWERS_TAKE_MS / 4);
          await scene.redis.start();
        },
        { mayBeInterrupted: false },
      ),
    ];
  },
  async postgres() {
    return [
      await withAnswersUnderWay(
        async () => {
          await pause(ANSWERS_TAKE_MS / 4);
          await scene.postgres.restart(2_000);
        },
        { mayBeInterrupted: false },
      ),
    ];
  },
};

let failed = false;
for (const [name, carryOut] of Object.entries(FAULTS)) {
  if (positionals.length > 0 && !positionals.some((word) => name.includes(word))) continue;
  const begunAt = performance.now();
  console.log(`== ${name}`);
  try {
    const all = await carryOut();
    const sum = (of: (counts: Counts) => number) => all.reduce((total, counts) => total + of(counts), 0);
    const refusals = [...new Set(all.flatMap((counts) => counts.refusals))].join(', ') || 'none';
    console.log(
      `== ${name}: ${sum(({ complete }) => complete)} complete, ${sum(({ interrupted }) => interrupted)} interrupted, ` +
        `${sum(({ askedAgain }) => askedAgain)} asked again, ${sum(({ connections }) => connections)} connections, ` +
        `refused meanwhile: ${refusals}; ${Math.round((performance.now() - begunAt) / 1000)} s`,
    );
  } catch (error) {
    failed = true;
    console.error(`== ${name} FAILED:`, error);
    for (const replica of scene.replicas.slice(-3)) console.error(replica.log().slice(-1_500));
  }
}
await scene.stop();
process.exit(failed ? 1 : 0);
