import type { WizardStep } from '@guichet/contract/set-up-api';
import { expect, it } from 'vitest';
import type { Outcome } from '../../admin-api/outcome.ts';
import { adminApiOf } from '../../admin-api/testing-admin-api.ts';
import { wizardView } from './testing-wizard.ts';
import { WizardModel } from './wizard-model.ts';

const AWAY = { ok: false, failure: { code: 'unreachable' } } as const;

function serverAt(first: WizardStep) {
  let step = first;
  return {
    kept: () => step,
    wizard: async () => ({ ok: true, value: wizardView({ step }) }) as const,
    goToWizardStep: async (next: WizardStep) => {
      step = next;
      return { ok: true, value: wizardView({ step }) } as const;
    },
  };
}

it('begins where it was left, and keeps each place one goes to', async () => {
  const server = serverAt('place');
  const model = new WizardModel(adminApiOf(server));
  expect(model.isFinished.value).toBeUndefined();
  await model.load();
  expect(model.here.value).toBe('place');
  expect(model.isFinished.value).toBe(false);
  await model.forward();
  expect([model.here.value, server.kept()]).toEqual(['try', 'try']);
  await model.back();
  await model.back();
  // The practice server wants neither key nor model.
  expect([model.here.value, server.kept()]).toEqual(['address', 'address']);
  expect(model.steps.value.find(({ step }) => step === 'try')?.state).toBe('open');
  await model.goTo('done');
  expect(model.isFinished.value).toBe(true);
});

it('stays at the step that is shown when it is read again', async () => {
  const server = serverAt('address');
  const model = new WizardModel(adminApiOf(server));
  await model.load();
  await model.goTo('place');
  await server.goToWizardStep('try');
  await model.load();
  expect(model.here.value).toBe('place');
  model.forget();
  expect(model.here.value).toBeUndefined();
  await model.load();
  expect(model.here.value).toBe('try');
});

it('goes on when the place cannot be kept, and says so', async () => {
  const server = serverAt('address');
  const model = new WizardModel(adminApiOf({ ...server, goToWizardStep: async () => AWAY }));
  await model.load();
  await model.goTo('place');
  expect(model.here.value).toBe('place');
  expect(model.failure.value).toEqual(AWAY.failure);
});

it('sends nobody to a set-up of which the server says nothing', async () => {
  const model = new WizardModel(adminApiOf({ wizard: async () => AWAY }));
  await model.load();
  expect(model.isFinished.value).toBe(true);
  expect(model.here.value).toBeUndefined();
});

it('lets the last of two moves count, in whatever order they are answered', async () => {
  const answers: ((outcome: Outcome<ReturnType<typeof wizardView>>) => void)[] = [];
  const server = serverAt('snippet');
  const model = new WizardModel(
    adminApiOf({ ...server, goToWizardStep: () => new Promise((resolve) => void answers.push(resolve)) }),
  );
  await model.load();
  const first = model.goTo('try');
  const second = model.goTo('place');
  answers[1]?.({ ok: true, value: wizardView({ step: 'place' }) });
  answers[0]?.({ ok: true, value: wizardView({ step: 'try' }) });
  await Promise.all([first, second]);
  expect(model.here.value).toBe('place');
  expect(model.view.value?.step).toBe('place');
});
