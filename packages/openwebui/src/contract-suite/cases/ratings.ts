import assert from 'node:assert/strict';
import { isRecord } from '../../client/error-body.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectOk, expectRefused } from '../expectations.ts';

const PATH = '/api/v1/evaluations/feedback';
const RATING = {
  rating: -1 as const,
  model: 'echo',
  messageId: 'msg_1',
  reason: 'incorrect',
  comment: 'You close at six.',
};

/** Thumbs of visitors among the evaluations, with the key of a plain account. */
export const ratingCases: ContractCase[] = [
  {
    name: 'ratings: one is passed on, changed and withdrawn by the account that passed it on',
    async run({ client, call, service }) {
      const read = async (id: string) => call('GET', `${PATH}/${id}`, { as: service.key });
      const id = expectOk(await client().passRating(RATING));
      const first = (await read(id)).json;
      assert.ok(isRecord(first) && isRecord(first.data) && isRecord(first.meta));
      assert.deepEqual(
        [first.type, first.data.rating, first.data.model_id, first.data.reason, first.data.comment],
        ['rating', -1, 'echo', 'incorrect', 'You close at six.'],
      );
      assert.equal(first.meta.message_id, 'msg_1');
      assert.equal(expectOk(await client().passRating({ rating: 1, model: 'echo', messageId: 'msg_1' }, id)), id);
      const second = (await read(id)).json;
      assert.ok(isRecord(second) && isRecord(second.data));
      // What was said before is gone, not merged.
      assert.deepEqual([second.data.rating, second.data.reason ?? null, second.data.comment ?? null], [1, null, null]);
      assert.equal(expectOk(await client().withdrawRating(id)), 'withdrawn');
      assert.equal((await read(id)).status, 404);
      assert.equal(expectOk(await client().withdrawRating(id)), 'withdrawn');
      // Changed after somebody deleted it there: it is there again.
      const again = expectOk(await client().passRating(RATING, id));
      assert.notEqual(again, id);
      expectOk(await client().withdrawRating(again));
    },
  },
  {
    name: 'ratings: another account reaches none of them',
    async run({ client, call, addAccount }) {
      const id = expectOk(await client().passRating(RATING));
      const { token } = await addAccount();
      assert.equal((await call('GET', `${PATH}/${id}`, { as: token })).status, 404);
      assert.equal((await call('DELETE', `${PATH}/${id}`, { as: token })).status, 404);
      expectOk(await client().withdrawRating(id));
    },
  },
  {
    name: 'ratings: a key that is unknown passes none on, and says so',
    async run({ client }) {
      const stranger = client('sk-00000000000000000000000000000000');
      expectRefused(await stranger.passRating(RATING), 'key-unknown');
      expectRefused(await stranger.withdrawRating('00000000-0000-4000-8000-000000000000'), 'key-unknown');
    },
  },
];
