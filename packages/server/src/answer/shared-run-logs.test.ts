import { ErrorReply } from '@redis/client';
import { expect, it } from 'vitest';
import { RedisLost, type SharedRedis } from '../redis/open-redis.ts';
import { type LoggedEvent, RunLog } from './run-log.ts';
import { SharedRunLogs } from './shared-run-logs.ts';

const AWAY = {
  lost: 'away',
  ask: () => Promise.reject(new RedisLost('away')),
  ring: async () => 0,
} as unknown as SharedRedis;

const RUN = { runId: 'run_1', conversationId: 'c', userMessageId: 'u', messageId: 'm' };
const EVENT: LoggedEvent = { seq: 1, event: { type: 'run', data: RUN }, json: JSON.stringify(RUN) };

/** @param answers which runs are this process's, each time it is asked */
function share(answers: string[][], redis: SharedRedis = AWAY) {
  const asked: string[][] = [];
  const logs = new SharedRunLogs({
    redis,
    async onAlone() {
      const answer = answers[asked.length] ?? [];
      asked.push(answer);
      return new Set(answer);
    },
    steady: () => 0,
  });
  return { run: logs.share('run_1', 1), asked };
}

it('without Redis a run goes on alone, which is written down once', async () => {
  const { run, asked } = share([['run_1', 'run_2']]);
  expect(await run.publish([EVENT], new RunLog())).toBe(true);
  expect(await run.publish([{ ...EVENT, seq: 2 }], new RunLog())).toBe(true);
  await run.willAct();
  expect(asked).toHaveLength(1);
});

it('a run that began while this was being written down for others is not taken for lost', async () => {
  const { run, asked } = share([['run_2'], ['run_1', 'run_2']]);
  expect(await run.publish([EVENT], new RunLog())).toBe(true);
  expect(asked).toHaveLength(2);
});

it('a run that another process has taken over is lost', async () => {
  const { run } = share([['run_2'], ['run_2']]);
  expect(await run.publish([EVENT], new RunLog())).toBe(false);
});

/** One that is reached, and answers so. */
function answering(answers: (() => Promise<unknown>)[]): SharedRedis {
  const left = [...answers];
  return { lost: undefined, ask: () => left.shift()?.(), ring: async () => 1 } as unknown as SharedRedis;
}

const refused = () => Promise.reject(new ErrorReply('ERR The ID specified in XADD is equal or smaller'));
const unheard = () => Promise.reject(new RedisLost('no answer'));

it('a run that was closed for this process between the look and the writing is lost, also when it was alone before', async () => {
  const { run, asked } = share([['run_1']], answering([unheard, refused, async () => false]));
  expect(await run.publish([EVENT], new RunLog())).toBe(true);
  expect(await run.publish([{ ...EVENT, seq: 2 }], new RunLog())).toBe(false);
  expect(asked).toHaveLength(1);
});

it('a run that is alone asks again whose it is when one more answer is lost', async () => {
  const { run, asked } = share([['run_1'], ['run_2'], ['run_2']], answering([unheard, unheard]));
  expect(await run.publish([EVENT], new RunLog())).toBe(true);
  expect(await run.publish([{ ...EVENT, seq: 2 }], new RunLog())).toBe(false);
  expect(asked).toHaveLength(3);
});

it('a Redis that takes nothing leaves a run alone, and not for ever asking', async () => {
  const { run, asked } = share([['run_1']], answering([refused, refused, refused, refused, refused]));
  expect(await run.publish([EVENT], new RunLog())).toBe(true);
  expect(asked).toHaveLength(1);
});
