import { describe, expect, it } from 'vitest';
import { WIZARD_STEPS, type WizardFacts, wizardStep } from './wizard.ts';

const NOTHING: WizardFacts = {
  hasPassword: false,
  hasAddress: false,
  hasCredential: false,
  hasModel: false,
  hasPlace: false,
};
const ALL: WizardFacts = {
  hasPassword: true,
  hasAddress: true,
  hasCredential: true,
  hasModel: true,
  hasPlace: true,
};

describe('wizardStep', () => {
  it('begins at the first thing that is missing', () => {
    expect(wizardStep(NOTHING, undefined)).toBe('password');
    expect(wizardStep({ ...ALL, hasPassword: false }, undefined)).toBe('password');
    expect(wizardStep({ ...NOTHING, hasPassword: true }, undefined)).toBe('address');
    expect(wizardStep({ ...ALL, hasCredential: false }, undefined)).toBe('credential');
    expect(wizardStep({ ...ALL, hasModel: false }, undefined)).toBe('model');
    expect(wizardStep({ ...ALL, hasPlace: false }, undefined)).toBe('place');
    expect(wizardStep(ALL, undefined)).toBe('try');
  });

  it('is where it was left, also further back than it could be', () => {
    for (const step of WIZARD_STEPS) expect(wizardStep(ALL, step)).toBe(step);
    expect(wizardStep({ ...ALL, hasPlace: false, hasModel: false }, 'snippet')).toBe('snippet');
  });

  it('is never beyond something that it needs, but what was finished stays so', () => {
    expect(wizardStep({ ...ALL, hasCredential: false }, 'snippet')).toBe('credential');
    expect(wizardStep({ ...ALL, hasAddress: false }, 'credential')).toBe('address');
    expect(wizardStep({ ...ALL, hasCredential: false }, 'address')).toBe('address');
    expect(wizardStep(NOTHING, 'done')).toBe('done');
  });

  it('stays with the practice server when that was chosen instead of an address', () => {
    const practice = { ...NOTHING, hasPassword: true };
    for (const step of ['place', 'try', 'snippet'] as const) expect(wizardStep(practice, step)).toBe(step);
    expect(wizardStep(practice, 'model')).toBe('address');
    expect(wizardStep(NOTHING, 'try')).toBe('password');
  });
});
