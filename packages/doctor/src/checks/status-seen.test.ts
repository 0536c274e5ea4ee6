import { expect, it } from 'vitest';
import { failure } from '../testing/evidence.ts';
import { statusSeen } from './status-seen.ts';

it('names a status that was seen, and none where none was', () => {
  expect(statusSeen(failure('key-unknown', { status: 401 }))).toMatchObject([
    { label: { key: 'status' }, observed: '401' },
  ]);
  expect(statusSeen(failure('key-unknown'))).toEqual([]);
});
