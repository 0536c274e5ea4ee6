import type { CredentialView } from '@guichet/contract/admin-api';
import { describe, expect, it } from 'vitest';
import { en } from '../../text/en.ts';
import { fr } from '../../text/fr.ts';
import { currentState, secondsLeft } from './current-state.ts';
import { endInWords } from './end-in-words.ts';
import { credentialView, SESSION_TOKEN } from './testing-credential.ts';

const NOW = Date.parse('2026-11-23T08:00:00.000Z');
const DAY_SECONDS = 86_400;
const words = en.current.state;
const read = (view: Partial<CredentialView>) => ({ view: credentialView(view), readAt: NOW });
const state = (view: Partial<CredentialView>, now = NOW) => currentState(read(view), now, en, 'en');

describe('currentState', () => {
  it('says that a key is accepted', () => {
    expect(state({})).toMatchObject({ tone: 'ok', what: words.accepted });
    expect(state({ held: SESSION_TOKEN, secondsLeft: 20 * DAY_SECONDS })).toMatchObject({
      tone: 'ok',
      what: words.acceptedToken,
    });
  });

  it('warns of a session token’s end from seven days on, and says when it has come', () => {
    const token = { held: SESSION_TOKEN, secondsLeft: 7 * DAY_SECONDS };
    expect(state(token)).toMatchObject({ tone: 'ok' });
    expect(state(token, NOW + 1_000)).toMatchObject({ tone: 'warn', what: words.endsSoon });
    expect(state(token, NOW + 7 * DAY_SECONDS * 1_000)).toMatchObject({ tone: 'fail', what: words.ended });
  });

  it('says the cause of a refusal, what visitors see, and when Guichet asks again', () => {
    const refused: CredentialView['state'] = {
      kind: 'refused',
      cause: 'key-unknown',
      causeText: 'Open WebUI does not know this key.',
      since: '2026-11-23T07:00:00.000Z',
      nextProbeAt: '2026-11-23T08:00:15.000Z',
    };
    expect(state({ state: refused })).toEqual({
      tone: 'fail',
      what: words.refused,
      means: ['Open WebUI does not know this key.', words.refusedMeans],
      ticking: 'Guichet tries again in 15 seconds.',
    });
    expect(state({ state: refused }, NOW + 20_000).ticking).toBe(words.nextProbeNow);
    expect(state({ state: refused, held: SESSION_TOKEN, secondsLeft: 900_000 }).what).toBe(words.refusedToken);
  });

  it('says what is lacking', () => {
    const { held: _, ...none } = credentialView({ state: { kind: 'none' } });
    const said = (lack: NonNullable<CredentialView['lack']>) =>
      currentState({ view: { ...none, lack }, readAt: NOW }, NOW, en, 'en');
    expect(said({ kind: 'key-missing' })).toMatchObject({ tone: 'fail', what: words.missing });
    expect(said({ kind: 'key-unusable', what: 'An OpenAI key.', next: 'It goes there.' })).toMatchObject({
      what: 'An OpenAI key.',
      means: ['It goes there.', words.unusableMeans],
    });
  });

  it('says that nobody has asked yet, and that it is practice', () => {
    expect(state({ state: { kind: 'unproven' } })).toMatchObject({ tone: 'info', what: words.unproven });
    expect(state({ practice: true })).toMatchObject({ tone: 'info', what: words.practice });
  });
});

describe('the end of a credential', () => {
  it('counts from when it was read, by the server’s clock', () => {
    expect(secondsLeft(read({ secondsLeft: 10 }), NOW + 4_900)).toBe(6);
    expect(secondsLeft(read({}), NOW)).toBeUndefined();
  });

  it('is said to the second when it is near', () => {
    const token = read({ held: SESSION_TOKEN, secondsLeft: 65 });
    expect(endInWords(token, NOW, en, 'en')?.countdown).toBe('in 1 minute and 5 seconds');
    expect(endInWords(token, NOW + 125_000, fr, 'fr')?.countdown?.replace(/\u00a0/g, ' ')).toBe('il y a 1 minute');
    expect(endInWords(token, NOW, en, 'en')?.when).toContain('13 December 2026');
  });

  it('is none for an API key', () => {
    expect(endInWords(read({}), NOW, en, 'en')).toEqual({ when: en.current.endNever });
  });
});
