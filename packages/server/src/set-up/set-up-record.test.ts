import { describe, expect, it } from 'vitest';
import { readSetUpRecord } from './set-up-record.ts';

const PROVISION = { startedAt: '2026-11-30T10:00:00Z', shares: [{ kind: 'model', id: 'echo', rowMade: true }] };
const COPY = { way: 'copy', copy: { id: 'echo-website', of: 'echo' } };
const FORMER = { id: null, chosen: 'echo-website' };

const sitesOf = (note: object) => readSetUpRecord(JSON.stringify(note)).sites;

describe('a record of a set-up that knew no sites', () => {
  it('is the default site’s', () => {
    expect(sitesOf({ provision: PROVISION })).toEqual({
      default: { startedAt: PROVISION.startedAt, models: ['echo'] },
    });
  });

  it('keeps what was chosen before', () => {
    const note = { provision: { ...PROVISION, wholeAgent: COPY }, modelBefore: FORMER };
    expect(sitesOf(note)).toEqual({
      default: { startedAt: PROVISION.startedAt, models: ['echo-website'], wholeAgent: true, before: FORMER },
    });
  });

  it('gives each site its own copy, and the rest to the default one', () => {
    const other = { way: 'copy', copy: { id: 'reason-website', of: 'reason' } };
    const former = { id: 'reason', chosen: 'reason-website' };
    const note = {
      provision: { ...PROVISION, wholeAgent: other, otherModels: [COPY] },
      modelsBefore: { shop: former },
    };
    expect(sitesOf(note)).toMatchObject({
      default: { models: ['echo-website'] },
      shop: { models: ['reason-website'], before: former },
    });
  });
});
