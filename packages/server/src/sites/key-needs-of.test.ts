import { expect, it } from 'vitest';
import { siteOf } from '../testing/site-of.ts';
import { keyNeedsOf } from './key-needs-of.ts';

const NOTHING = { files: false, voice: false, feedback: false };

it('is nothing more where sites only answer', () => {
  expect(keyNeedsOf([])).toEqual(NOTHING);
  expect(keyNeedsOf([siteOf()])).toEqual(NOTHING);
  // Pictures go along in the question.
  expect(keyNeedsOf([{ ...siteOf(), files: { kinds: ['pictures'], maxBytes: 1 } }])).toEqual(NOTHING);
});

it('is what any of them is set to', () => {
  const documents = { ...siteOf(), files: { kinds: ['documents' as const], maxBytes: 1 } };
  expect(keyNeedsOf([siteOf(), documents])).toEqual({ ...NOTHING, files: true });
  expect(keyNeedsOf([{ ...siteOf(), voice: 'any' }, siteOf()])).toEqual({ ...NOTHING, voice: true });
  expect(keyNeedsOf([{ ...siteOf(), shareRatings: true }])).toEqual({ ...NOTHING, feedback: true });
});
