import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenStorageIsBack } from './when-storage-is-back.ts';

const AWAY = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Refuses so many times, then answers. */
function storage(refusals: number, error: Error = AWAY) {
  return vi.fn(async () => {
    if (refusals-- > 0) throw error;
    return 'turns';
  });
}

describe('whenStorageIsBack', () => {
  it('asks again until a storage that was restarted answers', async () => {
    const read = storage(10);
    const reading = whenStorageIsBack(read);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(await reading).toBe('turns');
    expect(read).toHaveBeenCalledTimes(11);
  });

  it('gives up in the end, with what the storage said', async () => {
    const reading = whenStorageIsBack(storage(Number.POSITIVE_INFINITY));
    const ended = expect(reading).rejects.toBe(AWAY);
    await vi.advanceTimersByTimeAsync(31_000);
    await ended;
  });

  it('asks once where the storage is not to blame, or nobody waits any more', async () => {
    const wrong = new TypeError('x is not a function');
    const read = storage(1, wrong);
    await expect(whenStorageIsBack(read)).rejects.toBe(wrong);
    const unwanted = storage(1);
    await expect(whenStorageIsBack(unwanted, () => false)).rejects.toBe(AWAY);
    expect([read, unwanted].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });
});
