import { describe, expect, it } from 'vitest';
import { missingFields } from './missing-fields.ts';

const asked = { name: 'optional', email: 'required', consent: 'required', consentVersion: '2' } as const;
const fields = (...given: Parameters<typeof missingFields>) => missingFields(...given).map(({ field }) => field);
const consent = (version: string) => ({ version, text: 'I agree.', at: '2026-12-01T00:00:00Z' });

describe('what is asked', () => {
  it('of somebody new is all that the site wants to know', () => {
    expect(missingFields(asked, undefined, false)).toEqual([
      { field: 'name', isRequired: false },
      { field: 'email', isRequired: true },
      { field: 'consent', isRequired: true },
    ]);
    expect(fields({ ...asked, email: 'off', consent: 'off' }, undefined, false)).toEqual(['name']);
  });

  it('is nothing that is known', () => {
    expect(fields(asked, { name: 'Ada', email: 'ada@example.com', consent: consent('2') }, false)).toEqual([]);
    expect(fields(asked, { email: 'ada@example.com' }, false)).toEqual(['name', 'consent']);
  });

  it('is the consent again where its text has another version, and nothing that was left out before', () => {
    expect(fields(asked, { email: 'ada@example.com', consent: consent('1') }, true)).toEqual(['consent']);
    expect(fields({ ...asked, consent: 'optional' }, { email: 'a@b' }, true)).toEqual(['consent']);
  });

  it('is what has become required since', () => {
    expect(fields(asked, { name: 'Ada', consent: consent('2') }, true)).toEqual(['email']);
  });
});
