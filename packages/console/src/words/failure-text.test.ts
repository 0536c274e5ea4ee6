import { expect, it } from 'vitest';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { failureText } from './failure-text.ts';

const HERE = 'https://chat.example.com';

it('says the cause before what became of it', () => {
  expect(failureText({ code: 'credential-refused', causeText: 'Why.', detail: 'What.' }, en, HERE)).toBe('Why. What.');
});

it('has words of its own for what no server said', () => {
  expect(failureText({ code: 'unreachable' }, fr, HERE)).toBe(fr.failure.unreachable);
  expect(failureText({ code: 'too-slow' }, en, HERE)).toBe(en.failure.tooSlow);
  expect(failureText({ code: 'unexpected-answer' }, en, HERE)).toBe(en.failure.unexpectedAnswer);
  expect(failureText({ code: 'something-new' }, en, HERE)).toBe(en.failure.other);
});

it('names the address and the setting when Guichet does not know the page', () => {
  const said = failureText({ code: 'origin-not-allowed', detail: 'This site…' }, en, HERE);
  expect(said).toContain(HERE);
  expect(said).toContain('GUICHET_PUBLIC_URL');
});
