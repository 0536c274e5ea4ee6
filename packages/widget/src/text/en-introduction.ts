/**
 * English of what visitors are asked before their first question; it comes with that piece. In every other language it is in
 * the chunk of that language, under `introduction`.
 */
export const enIntroduction = {
  title: 'Before your question is sent',
  name: 'Name',
  email: 'Email',
  /** `{field}`: one of the two above. */
  optional: '{field} (optional)',
  /** Where the site has no words of its own. */
  consent: 'I agree that my messages are stored so that they can be answered.',
  go: 'Continue',
  nameMissing: 'Enter your name.',
  emailMissing: 'Enter your email address.',
  emailWrong: 'Enter an email address such as name@example.com.',
  consentMissing: 'Tick this box to continue.',
  failed: 'That could not be saved. Try again in a moment.',
};
