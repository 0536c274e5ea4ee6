/** Signing in again by itself, where API keys stay off. */
export const renewal = {
  heading: 'If API keys are not allowed',
  lead: 'Guichet can work with session tokens instead, and fetch a new one before the current one expires. To do so, it signs in by itself.',
  sealed: 'Guichet then stores the account’s password, encrypted, on your server.',
  account: 'Use an account made only for this, without administrator rights and without a second factor.',
  better: 'An API key is better if you can get one: Guichet then stores no password.',
  email: 'Email of the service account',
  password: 'Password of the service account',
  passwordHint: 'Stored encrypted until you switch renewal off.',
  submit: 'Test it and switch renewal on',
  submitting: 'Signing in…',
  refused: 'Renewal was not switched on.',
  on: (a: { email: string }) => `Renewal is on: Guichet signs in again as ${a.email} before a session token expires.`,
  onMeans: 'Guichet stores this account’s password encrypted.',
  end: 'Switch renewal off…',
  ending: 'Switching off…',
  endTitle: 'Switch renewal off?',
  endLost: (a: { email: string }) =>
    `Guichet deletes the stored password of ${a.email}. The current session token works until it expires. After that, visitors get no answers unless you enter another key.`,
  endConfirm: 'Switch renewal off',
  ended: 'Renewal is off. The password was deleted.',
};
