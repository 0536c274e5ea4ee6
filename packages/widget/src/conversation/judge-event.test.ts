import { describe, expect, it } from 'vitest';
import { judgeEvent } from './judge-event.ts';

describe('judgeEvent', () => {
  const last = { epoch: 1, seq: 4 };

  it('takes the event that follows, and nothing else of the same epoch', () => {
    expect(judgeEvent(last, { epoch: 1, seq: 5 }, 'delta')).toBe('next');
    expect(judgeEvent(last, { epoch: 1, seq: 4 }, 'delta')).toBe('old');
    expect(judgeEvent(last, { epoch: 1, seq: 6 }, 'delta')).toBe('gap');
  });

  it('begins with the first event of any epoch', () => {
    expect(judgeEvent(undefined, { epoch: 3, seq: 1 }, 'run')).toBe('next');
    expect(judgeEvent(undefined, { epoch: 1, seq: 2 }, 'delta')).toBe('gap');
  });

  it('takes a later epoch from its first event on, and never an earlier one', () => {
    expect(judgeEvent(last, { epoch: 2, seq: 1 }, 'run')).toBe('next');
    expect(judgeEvent(last, { epoch: 2, seq: 5 }, 'delta')).toBe('gap');
    expect(judgeEvent({ epoch: 2, seq: 1 }, { epoch: 1, seq: 9 }, 'delta')).toBe('old');
  });

  it('lets a snapshot jump forward but not back', () => {
    expect(judgeEvent(last, { epoch: 1, seq: 400 }, 'snapshot')).toBe('next');
    expect(judgeEvent(undefined, { epoch: 1, seq: 400 }, 'snapshot')).toBe('next');
    expect(judgeEvent(last, { epoch: 1, seq: 3 }, 'snapshot')).toBe('old');
  });
});
