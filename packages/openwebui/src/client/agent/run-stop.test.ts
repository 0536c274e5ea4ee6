import { Agent } from 'undici';
import { afterEach, expect, it } from 'vitest';
import { createPatience } from '../patience.ts';
import { type ScriptedUpstream, scriptedUpstream, sendJson } from '../scripted-upstream.ts';
import type { UpstreamFailure } from '../upstream-failure.ts';
import { DEFAULT_LIMITS, DEFAULT_TIMEOUTS } from '../upstream-limits.ts';
import { createRunStop } from './run-stop.ts';

const agent = new Agent();
let upstream: ScriptedUpstream;
afterEach(() => upstream?.close());

/** @param statuses of the answers, the last again and again */
async function start(...statuses: number[]) {
  let next = 0;
  upstream = await scriptedUpstream((response) => {
    const status = statuses[Math.min(next++, statuses.length - 1)] ?? 200;
    sendJson(response, status, { status: status === 200 });
  });
  const run = { chatId: 'local:socket', isTaken: true, rejoins: true };
  const told: string[] = [];
  const kept: Promise<unknown>[] = [];
  const failures: UpstreamFailure[] = [];
  const runStop = createRunStop(
    {
      agent,
      patience: createPatience(10),
      connectMs: 1_000,
      timeouts: DEFAULT_TIMEOUTS,
      limits: DEFAULT_LIMITS,
      address: { origin: upstream.url, basePath: '', authorization: 'Bearer k', credential: 'k' },
      keep: (work) => kept.push(work),
      chatId: () => run.chatId,
      isTaken: () => run.isTaken,
      async rejoin() {
        told.push('rejoin');
        return run.rejoins;
      },
    },
    { onForgotten: () => told.push('forgotten'), onFailed: (failure) => failures.push(failure) },
  );
  const settled = () => Promise.all(kept);
  return { runStop, run, told, failures, settled };
}

it('asks once, for all runs of the socket, with the key', async () => {
  const { runStop, failures, settled } = await start();
  runStop.stop();
  runStop.stop();
  await settled();
  expect(upstream.seen.map(({ method, path }) => [method, path])).toEqual([
    ['POST', '/api/tasks/chat/local%3Asocket/stop'],
  ]);
  expect(upstream.seen[0]?.headers.authorization).toBe('Bearer k');
  expect(failures).toEqual([]);
});

it('asks again once the question is taken on, and only where a stop was wished for', async () => {
  const { runStop, run, settled } = await start(404);
  run.isTaken = false;
  runStop.again();
  expect(upstream.seen).toEqual([]);
  runStop.stop();
  runStop.again();
  await settled();
  expect(upstream.seen).toHaveLength(2);
});

it('remembers a wish from before there was a socket', async () => {
  const { runStop, run, settled } = await start();
  run.chatId = '';
  runStop.stop();
  expect(upstream.seen).toEqual([]);
  run.chatId = 'local:socket';
  runStop.again();
  await settled();
  expect(upstream.seen).toHaveLength(1);
});

it('says that a run goes on only where there was one', async () => {
  const { runStop, run, failures, settled } = await start(404);
  run.isTaken = false;
  runStop.stop();
  await settled();
  expect(failures).toEqual([]);
  run.isTaken = true;
  runStop.again();
  await settled();
  expect(failures).toMatchObject([{ status: 404 }]);
});

it('joins again where the socket was forgotten, and stops the run all the same', async () => {
  const { runStop, told, failures, settled } = await start(404, 200);
  runStop.stop();
  await settled();
  expect([told, failures, upstream.seen.length]).toEqual([['rejoin', 'forgotten'], [], 2]);
});

it.each([
  ['a socket that may not join again', 404, false, ['rejoin'], 1],
  ['a stop that is refused once more', 404, true, ['rejoin', 'forgotten'], 2],
  ['a refusal for another reason', 403, true, [], 1],
])('says of %s that its run may go on', async (_what, status, rejoins, expected, asked) => {
  const { runStop, run, told, failures, settled } = await start(status);
  run.rejoins = rejoins;
  runStop.stop();
  await settled();
  expect(failures).toMatchObject([{ status }]);
  expect([told, upstream.seen.length]).toEqual([expected, asked]);
});

it('asks nothing of a server that answers in the reply itself', async () => {
  const { runStop, settled } = await start();
  runStop.forget();
  runStop.stop();
  runStop.again();
  await settled();
  expect(upstream.seen).toEqual([]);
});

it('does the rest at once without a stop, and after its answer with one', async () => {
  const { runStop, settled } = await start();
  const done: string[] = [];
  runStop.afterwards(() => done.push('at once'));
  expect(done).toEqual(['at once']);
  runStop.stop();
  runStop.afterwards(() => done.push('later'));
  expect(done).toEqual(['at once']);
  await settled();
  expect([done, upstream.seen.length]).toEqual([['at once', 'later'], 1]);
});
