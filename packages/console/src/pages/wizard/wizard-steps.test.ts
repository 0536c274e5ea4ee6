import type { WizardView } from '@guichet/contract/set-up-api';
import { describe, expect, it } from 'vitest';
import { wizardView } from './testing-wizard.ts';
import { nextStep, openSteps, previousStep, WIZARD_STEPS } from './wizard-steps.ts';

const OWN: Partial<WizardView> = { practice: false, openWebUiUrl: 'https://chat.example.com', hasCredential: true };
const states = (view: Partial<WizardView>, here: WizardView['step'], furthest: WizardView['step'] = 'password') =>
  openSteps(wizardView(view), here, furthest).map(({ state }) => state);

describe('the order of the steps', () => {
  it('leads through all of them with an Open WebUI of one’s own, and back', () => {
    const view = wizardView(OWN);
    for (const [place, step] of WIZARD_STEPS.entries()) {
      expect(nextStep(view, step)).toBe(WIZARD_STEPS[place + 1] ?? 'done');
      expect(previousStep(view, step)).toBe(WIZARD_STEPS[place - 1] ?? 'password');
    }
    expect(nextStep(view, 'done')).toBe('done');
  });

  it('leaves out key and model with the practice server', () => {
    const view = wizardView();
    expect(nextStep(view, 'address')).toBe('place');
    expect(previousStep(view, 'place')).toBe('address');
    expect(states({}, 'place')).toEqual(['open', 'open', 'skipped', 'skipped', 'here', 'ahead', 'ahead']);
  });
});

describe('what can be gone to', () => {
  it('is nothing but the first step on a new instance', () => {
    expect(states({}, 'password')).toEqual(['here', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
  });

  it('is what was seen before, after going back as well', () => {
    expect(states({ ...OWN, step: 'password' }, 'password', 'try').slice(0, 6)).toEqual([
      'here',
      ...Array.from({ length: 5 }, () => 'open'),
    ]);
  });

  it('is what the settings give already', () => {
    const given = { practice: false, openWebUiUrl: 'https://chat.example.com', step: 'password' } as const;
    expect(states(given, 'password')[2]).toBe('open');
    expect(states(given, 'password')[3]).toBe('ahead');
    expect(states({ ...given, hasCredential: true }, 'password')[3]).toBe('open');
    expect(states({ ...given, hasCredential: true, model: 'echo' }, 'password').slice(4)).toEqual([
      'open',
      'ahead',
      'ahead',
    ]);
  });
});
