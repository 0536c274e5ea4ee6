import type { CredentialView } from '@guichet/contract/admin-api';
import { expect, it } from 'vitest';
import { isLookDue } from './is-look-due.ts';
import { credentialView } from './testing-credential.ts';

const NOW = Date.parse('2026-11-23T08:00:00.000Z');
const refused = (nextProbeAt: string): CredentialView['state'] => ({
  kind: 'refused',
  cause: 'key-unknown',
  causeText: '',
  since: nextProbeAt,
  nextProbeAt,
});

it.each([
  ['accepted, just read', { kind: 'accepted', since: '' } as const, 14_999, false],
  ['accepted, read a while ago', { kind: 'accepted', since: '' } as const, 15_000, true],
  ['not asked yet', { kind: 'unproven' } as const, 2_000, true],
  ['not asked yet, just read', { kind: 'unproven' } as const, 1_999, false],
  ['refused, asked again meanwhile', refused('2026-11-23T08:00:00.000Z'), 3_000, true],
  ['refused, not asked again yet', refused('2026-11-23T08:00:10.000Z'), 3_000, false],
])('%s', (_, state, age, due) => {
  expect(isLookDue({ view: credentialView({ state }), readAt: NOW - age }, NOW)).toBe(due);
});
