import { CAUSES } from '@guichet/contract/cause';
import { describe, expect, it } from 'vitest';
import { en } from '../../text/diagnosis-page/en.ts';
import { MENDS, mendsOf } from './mend-actions.ts';

const of = (cause: (typeof CAUSES)[number], id = 'key/known') => mendsOf({ id, group: id.split('/')[0] ?? '', cause });

/** Only somebody outside Guichet can do something about these. */
const ELSEWHERE = new Set([
  'upstream-too-old',
  'header-stripped',
  'knowledge-ignored',
  'filter-ends-answer',
  'tool-unavailable',
  'native-calling',
  'socket-blocked',
  'stream-buffered',
  'clock-skew',
  'storage-not-writable',
  'store-unreachable',
]);

describe('what Guichet can do itself', () => {
  it.each(CAUSES)('is decided for %s', (cause) => {
    expect(of(cause).length > 0).toBe(!ELSEWHERE.has(cause));
  });

  it('is named and leads to a place', () => {
    for (const cause of CAUSES) {
      for (const mend of of(cause)) {
        expect(MENDS[mend]).toMatch(/^\/console\/[a-z-]+(#[\w-]+)?$/);
        expect(en.mends[mend]).not.toBe('');
      }
      expect(new Set(of(cause)).size).toBe(of(cause).length);
    }
  });

  it('is an exchange wherever a session token is the trouble', () => {
    for (const cause of CAUSES) if (cause.startsWith('session-token-')) expect(of(cause)[0]).toBe('exchange');
  });

  it('depends on where it was waited for in vain', () => {
    expect(of('timeout', 'network/connection')).toEqual(['set-address']);
    expect(of('timeout', 'answer/one-token')).toEqual(['choose-model']);
  });

  it('begins with the address where there is none', () => {
    const keyless = { id: 'key/present', group: 'key', cause: 'key-missing' } as const;
    expect(mendsOf(keyless, true)).toEqual(['wizard']);
    expect(mendsOf(keyless)).toContain('exchange');
    expect(mendsOf({ id: 'own/public-address', group: 'own' }, true)).toEqual(['set-public-url']);
  });

  it('is nothing for a cause that a later server made up', () => {
    expect(of('something-new' as (typeof CAUSES)[number])).toEqual([]);
  });

  it('goes by the check where there is no cause', () => {
    expect(mendsOf({ id: 'own/public-encryption', group: 'own' })).toEqual(['set-public-url']);
    expect(mendsOf({ id: 'own/disk', group: 'own' })).toEqual([]);
  });
});
