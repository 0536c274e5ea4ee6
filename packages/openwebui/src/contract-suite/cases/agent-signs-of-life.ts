import assert from 'node:assert/strict';
import { until } from '../agent/ask-agent.ts';
import { silentRun } from '../agent/silent-run.ts';
import type { ContractCase } from '../contract-case.ts';

const realOnly = 'it takes up to four minutes; when practice forgets a socket is tried with a clock of its own';

/** It looks every two minutes for sockets that were silent for two, with some time to spare. */
const FORGOTTEN_AFTER_MS = 270_000;

/** Asked before the other cases of the agent, so that the minutes pass meanwhile. */
export const silentRunBegins: ContractCase[] = [
  {
    name: 'a run whose socket gives no signs of life is told all the same',
    since: '0.10.0',
    realOnly,
    async run(context) {
      const run = await silentRun(context);
      assert.ok(await until(() => run.words() > 3, 30_000), 'nothing was told');
      assert.deepEqual(run.log, []);
    },
  },
];

/** Asked after them. */
export const silentRunEnds: ContractCase[] = [
  {
    name: 'a socket without signs of life is forgotten: its run goes on, is stopped all the same, and the log says so',
    since: '0.10.0',
    realOnly,
    async run(context) {
      const run = await silentRun(context);
      const path = `/api/tasks/chat/${run.chatId}`;
      const isForgotten = async () => {
        const { json } = await context.call('GET', path, { as: context.service.key });
        return JSON.stringify(json) === '{"task_ids":[]}';
      };
      assert.ok(await until(isForgotten, FORGOTTEN_AFTER_MS), 'it was never forgotten');
      assert.equal(run.call()?.finished, false, 'the run had ended before');
      const words = run.words();
      assert.ok(await until(() => run.words() > words + 2, 30_000), 'nothing is told any more');
      const refused = await context.call('POST', `${path}/stop`, { as: context.service.key, body: {} });
      assert.equal(refused.status, 404, refused.text);
      run.running.abort();
      assert.equal((await run.told).end.kind, 'aborted');
      assert.ok(await until(() => run.call()?.cutOff ?? false), 'the run goes on');
      assert.deepEqual(
        run.log.map((entry) => entry.what),
        ['socket-forgotten'],
      );
    },
  },
];
