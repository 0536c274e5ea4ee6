/** In by password or by a link that works once. */
export const signIn = {
  title: 'Sign in',
  checking: 'Signing in…',
  lead: 'Sign in with a link that works once. To get one, run this command:',
  leadNew: 'No one has signed in yet. Open the link in the startup log; it works once, for 30 minutes. For a new link:',
  onServer: 'On the server, in Guichet’s folder:',
  inContainer: 'With Docker Compose:',
  howTo: 'Open the link that the command prints, or paste it here. It works once, for 30 minutes.',
  field: 'Sign-in link',
  submit: 'Sign in',
  notALink: 'This is not a sign-in link. Paste the whole link, for example http://…/console/#link=…',
  ended: 'You have been signed out. Sign in again to continue; nothing was lost.',
  signedOut: 'You are signed out.',
  password: 'Password',
  passwordMissing: 'Enter your password.',
  forgotten: 'Forgot your password, or have a link?',
  forgottenLead: 'Sign in with a link that works once, then choose a new password under “Settings”. To get a link:',
  submitLink: 'Sign in with the link',
  /** For password managers: there is one operator. */
  user: 'Account',
};
