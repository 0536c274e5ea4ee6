/** What the key in use can reach, and the restriction that closes it. */
export const reach = {
  heading: 'What this key can reach',
  lead: 'A key can do whatever its account can. Guichet tries, by reading only, what somebody who found this key could do with it. What it reads is neither shown nor kept.',
  look: 'Try what it can reach',
  lookAgain: 'Try again what it can reach',
  looking: 'Trying…',
  failed: 'What the key can reach could not be tried.',
  tooMuch: (a: { count: number }) =>
    a.count === 1
      ? 'This key reaches one thing that Guichet does not need.'
      : `This key reaches ${a.count} things that Guichet does not need.`,
  enough: 'This key reaches nothing beyond what Guichet needs.',
  enoughUnsure: 'Nothing beyond what Guichet needs was found open; some of it cannot be told from here.',
  restricted: 'API keys are restricted in this Open WebUI.',
  findings: 'What was tried',
  open: 'Open',
  needed: 'Open, and needed',
  closed: 'Closed',
  unknown: 'Cannot be told from here',
  proof: 'Proof',
  remedy: 'What closes it',
  where: 'An administrator of Open WebUI puts it here:',

  change: 'Have Guichet restrict the keys…',
  look2: 'Look at the restriction with Guichet…',
  signIn: 'First, sign in as an administrator of Open WebUI',
  submit: 'Sign in and show me the change',
  lookingAtList: 'Looking at the restriction. Nothing is changed.',
  propose: 'This binds everybody’s keys',
  bindsAll:
    'The restriction counts for every API key of this Open WebUI, not only for Guichet’s. Programs of others that ask for something else with a key get a refusal from then on.',
  now: 'Today',
  nowOff: 'Keys are not restricted.',
  wanted: 'From then on',
  kept: 'These are there already and stay, also for Guichet’s key:',
  apply: 'Restrict everybody’s keys',
  applying: 'Restricting…',
  already: 'Keys are restricted to what Guichet needs',
  undo: 'Take the restriction back',
  undoing: 'Taking it back…',
  notDone: 'The restriction stays as it is',
  leave: 'Leave it',
};
