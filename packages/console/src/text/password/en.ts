import { countedIn } from '@guichet/contract/counted';

const counted = countedIn('en');

/** Choosing a password, in the set-up and later. English is the source; French has the same keys (`texts.ts`). */
export const en = {
  heading: 'Password',
  lead: 'Use it to sign in to this console.',
  none: 'There is no password yet. Until you choose one, you can only sign in with a link.',
  current: 'Current password',
  currentHint: 'Not needed if you have just signed in with a link.',
  field: 'New password',
  hint: 'At least 12 characters. Four or five unrelated words are easy to remember and hard to guess.',
  tooShort: (a: { count: number }) =>
    counted(a.count, { one: 'Add # more character.', other: 'Add # more characters.' }),
  longEnough: 'Long enough.',
  submit: 'Save this password',
  submitting: 'Saving…',
  done: 'Your password is changed. Everyone else has been signed out.',
  doneFirst: 'Your password is saved.',
  forgotten: 'Forgot it? Run npx guichet admin link on the server, sign in with that link, then choose a new one.',
  failed: 'Your password was not saved.',
};
