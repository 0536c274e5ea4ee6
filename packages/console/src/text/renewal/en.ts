/** Signing in again by itself, where API keys stay off. */
export const renewal = {
  heading: 'Where API keys stay off',
  lead: 'If your organisation does not allow API keys, Guichet can work with session tokens and fetch a new one before the old one ends. For that it has to sign in by itself.',
  sealed:
    'The password of the account is kept on your server, sealed in Guichet’s safe. It is the only password that Guichet ever keeps, and only if you choose this.',
  account: 'Take an account made for this alone, without administrator’s rights and without a second factor.',
  better: 'If API keys can be allowed, an API key is better: no password has to be kept.',
  email: 'E-mail address of the service account',
  password: 'Password of the service account',
  passwordHint: 'Kept sealed until you switch the renewal off.',
  submit: 'Try it and switch renewal on',
  submitting: 'Signing in…',
  refused: 'Renewal was not switched on.',
  on: (a: { email: string }) => `Renewal is on: Guichet signs in again as ${a.email} before a session ends.`,
  onMeans: 'The password of this account is kept sealed in Guichet’s safe.',
  end: 'Switch renewal off…',
  ending: 'Switching off…',
  endTitle: 'Switch renewal off?',
  endLost: (a: { email: string }) =>
    `Guichet deletes the password of ${a.email} that it keeps. The session in use goes on until it ends; then visitors get no answer, unless another key is put in.`,
  endConfirm: 'Switch renewal off',
  ended: 'Renewal is off, and the password is deleted.',
};
