import type { SessionView } from '@guichet/contract/set-up-api';
import { expect, it } from 'vitest';
import type { Outcome } from '../admin-api/outcome.ts';
import { adminApiOf } from '../admin-api/testing-admin-api.ts';
import { linkFrom } from './link-from.ts';
import { Session } from './session.ts';

const REFUSED: Outcome<never> = { ok: false, failure: { code: 'link-invalid', detail: 'Used.' } };
const signedIn = (is: boolean, hasPassword = false): Outcome<SessionView> => ({
  ok: true,
  value: { signedIn: is, hasPassword, claimed: true },
});

function sessionWith(answers: { session?: Outcome<SessionView>; signIn?: Outcome<SessionView> }) {
  const api = adminApiOf({
    session: async () => answers.session ?? signedIn(false),
    signIn: async () => answers.signIn ?? signedIn(true),
    signOut: async () => ({ ok: true, value: undefined }),
  });
  return new Session(() => api);
}

it('asks whether somebody is in, and lets a link in', async () => {
  const session = sessionWith({});
  expect(session.state.value.kind).toBe('checking');
  await session.open();
  expect(session.state.value).toEqual({ kind: 'signed-out', hasPassword: false, isNew: false });
  await session.open('link');
  expect(session.state.value).toEqual({ kind: 'signed-in' });
});

it('says why a link is refused, and keeps those in who are in', async () => {
  const outside = sessionWith({ signIn: REFUSED });
  await outside.open('used');
  expect(outside.state.value).toEqual({
    kind: 'signed-out',
    hasPassword: false,
    isNew: false,
    failure: { code: 'link-invalid', detail: 'Used.' },
  });
  const inside = sessionWith({ signIn: REFUSED, session: signedIn(true) });
  await inside.open('used');
  expect(inside.state.value).toEqual({ kind: 'signed-in' });
});

it('tells an end from a sign-out, and a server that is away from both', async () => {
  const session = sessionWith({ session: signedIn(true) });
  await session.open();
  session.hasEnded();
  expect(session.state.value).toEqual({ kind: 'signed-out', hasPassword: false, isNew: false, why: 'ended' });
  await session.open();
  await session.signOut();
  expect(session.state.value).toEqual({ kind: 'signed-out', hasPassword: false, isNew: false, why: 'left' });
  session.hasEnded();
  expect(session.state.value).toEqual({ kind: 'signed-out', hasPassword: false, isNew: false, why: 'left' });
  const away = sessionWith({ session: { ok: false, failure: { code: 'unreachable' } } });
  await away.open();
  expect(away.state.value).toEqual({ kind: 'unreachable', failure: { code: 'unreachable' } });
});

it('knows whether a password can be asked for, also when it was chosen meanwhile', async () => {
  const withPassword = sessionWith({ session: signedIn(false, true) });
  await withPassword.open();
  expect(withPassword.state.value).toEqual({ kind: 'signed-out', hasPassword: true, isNew: false });
  const fresh = sessionWith({ session: signedIn(true) });
  await fresh.open();
  fresh.hasChosenPassword();
  await fresh.signOut();
  expect(fresh.state.value).toEqual({ kind: 'signed-out', hasPassword: true, isNew: false, why: 'left' });
});

it('knows an instance into which nobody has come yet', async () => {
  const value: SessionView = { signedIn: false, hasPassword: false, claimed: false };
  const session = sessionWith({ session: { ok: true, value } });
  await session.open();
  expect(session.state.value).toMatchObject({ kind: 'signed-out', isNew: true });
});

const TOKEN = 'k3J_0-abcdefghijklmnopqrstuvwxyzABCDEFGHIJK';
it.each([
  [`http://localhost:8787/console/#link=${TOKEN}`, TOKEN],
  [`  http://localhost:8787/console/#link=${TOKEN} \n`, TOKEN],
  [`#link=${TOKEN}`, TOKEN],
  [TOKEN, TOKEN],
  ['', undefined],
  ['http://localhost:8787/console/', undefined],
  ['hello', undefined],
])('reads the token of a link: %j', (text, token) => {
  expect(linkFrom(text)).toBe(token);
});
