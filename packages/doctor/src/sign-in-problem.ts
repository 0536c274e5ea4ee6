/** Why the whole agent has no session, in the words of the server that makes it. */
export const SIGN_IN_PROBLEMS = [
  'no-credential',
  'no-account',
  'other-address',
  'wrong-password',
  'account-gone',
  'no-password-sign-in',
  'second-factor',
  'wrong-code',
  'account-pending',
  'too-many-sign-ins',
  'not-reached',
  'administrator',
  'other-account',
  'session-refused',
] as const;

export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];
