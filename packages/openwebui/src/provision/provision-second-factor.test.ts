import { expect, it } from 'vitest';
import { credentialOf, setUp } from '../contract-suite/fresh/set-up.ts';
import { oneTimeCode } from '../sign-in/one-time-code.ts';
import { signIn } from '../sign-in/sign-in.ts';
import { createSignInLimiter } from '../sign-in/sign-in-limiter.ts';
import { startFresh } from './testing-provision.ts';
import { unprovision } from './unprovision.ts';

it('gives the service account an authenticator of its own where every account needs one', async () => {
  const { practice, desk, admin, close } = await startFresh('0.12.4');
  practice.state.set('ENABLE_MFA', true);
  const before = practice.state.snapshot();
  const made = await setUp(desk, admin);
  expect(made.plan.notes).toContain('second-factor-for-all');
  expect(made.plan.steps.map(({ kind }) => kind)).toContain('second-factor');
  expect(credentialOf(made).reveal()).toMatch(/^sk-/);
  if (made.result.kind !== 'done') return;
  const { servicePassword, authenticatorKey } = made.result;
  if (!servicePassword || !authenticatorKey) throw new Error('nothing to sign in again with');
  const { email } = made.record.account;
  const again = await signIn(desk, { email, password: servicePassword }, createSignInLimiter());
  expect(again).toMatchObject({ kind: 'second-factor', step: 'verify' });
  expect(oneTimeCode(authenticatorKey.reveal())).toMatch(/^\d{6}$/);
  await unprovision(desk, admin, made.record);
  expect(practice.state.snapshot()).toBe(before);
  await close();
});

it('shows no secret in anything but the results that carry it, and not even there in print', async () => {
  const { practice, desk, admin, close } = await startFresh('0.12.4');
  practice.state.set('ENABLE_MFA', true);
  const told: unknown[] = [];
  const tell = (...things: unknown[]) => void told.push(JSON.stringify(things));
  const made = await setUp(desk, admin, { model: 'echo' }, undefined, { onBefore: tell, onAfter: tell });
  const undone = await unprovision(desk, admin, made.record);
  const shown = [...told, JSON.stringify([made, undone])].join('\n');
  if (made.result.kind !== 'done') throw new Error(shown);
  const { credential, servicePassword, authenticatorKey } = made.result;
  for (const secret of [credential, servicePassword, authenticatorKey, admin]) {
    expect(shown).not.toContain(secret?.reveal());
  }
  expect(shown).not.toMatch(/sk-[0-9a-f]{8}|eyJ/);
  await close();
});
