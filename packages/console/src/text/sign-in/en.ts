/** In by password or by a link that works once. */
export const signIn = {
  title: 'Sign in',
  checking: 'Signing in…',
  lead: 'You get in with a link that works once. Whoever runs the server can make one:',
  leadNew:
    'Nobody has come in here yet. The link to come in by stands in what the last start printed, the log; it works once, for 30 minutes. Another one:',
  onServer: 'On the server, in Guichet’s folder:',
  inContainer: 'With Docker Compose:',
  howTo: 'Open the link that it prints, or paste it here. It works once, for 30 minutes.',
  field: 'Sign-in link',
  submit: 'Sign in',
  notALink: 'This is not a sign-in link. It looks like http://…/console/#link=… and ends in a long word.',
  ended: 'Your session has ended. Sign in again to go on; nothing was lost.',
  signedOut: 'You are signed out.',
  password: 'Password',
  passwordMissing: 'Enter your password.',
  forgotten: 'Password forgotten, or a link at hand',
  forgottenLead:
    'Whoever runs the server can make a link that lets you in once. Then choose a new password under “Settings”.',
  submitLink: 'Sign in with the link',
  /** For password managers: there is one operator. */
  user: 'Account',
};
