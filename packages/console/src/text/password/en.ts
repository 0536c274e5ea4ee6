/** Choosing a password, in the set-up and later. English is the source; French has the same keys (`texts.ts`). */
export const en = {
  heading: 'Password',
  lead: 'For getting into this console.',
  none: 'There is no password yet. Until one is chosen, a link is the only way in.',
  current: 'Current password',
  currentHint: 'Not needed right after coming in by a link.',
  field: 'New password',
  hint: 'At least 12 characters. Four or five words in a row are easy to remember and hard to guess.',
  tooShort: (a: { count: number }) =>
    a.count === 1 ? 'One character more is needed.' : `${a.count} characters more are needed.`,
  longEnough: 'Long enough.',
  submit: 'Keep this password',
  submitting: 'Keeping it…',
  done: 'The password is changed. Whoever else was signed in has to sign in again.',
  doneFirst: 'The password is kept.',
  forgotten: 'Forgotten? Sign in with a link, which the command npx guichet admin link prints, and choose a new one.',
  failed: 'The password was not kept.',
};
