import { countedIn } from '@guichet/contract/counted';

const counted = countedIn('en');

/** What the key in use can reach, and the restriction that closes it. */
export const reach = {
  heading: 'What this key can reach',
  lead: 'A key can do whatever its account can. Guichet tests what a thief could do with this key. It only reads, and neither shows nor stores what it finds.',
  look: 'Test what it can reach',
  lookAgain: 'Test again',
  looking: 'Testing…',
  failed: 'Guichet could not test what the key can reach.',
  tooMuch: (a: { count: number }) =>
    counted(a.count, {
      one: 'This key has # kind of access that Guichet does not need.',
      other: 'This key has # kinds of access that Guichet does not need.',
    }),
  enough: 'This key reaches only what Guichet needs.',
  enoughUnsure: 'Guichet found nothing open that it does not need, but could not test everything.',
  restricted: 'API keys are restricted in this Open WebUI.',
  findings: 'Tests',
  open: 'Open',
  needed: 'Open and needed',
  closed: 'Closed',
  unknown: 'Could not be tested',
  proof: 'Proof',
  remedy: 'How to close it',
  where: 'An administrator of Open WebUI enters it here:',

  change: 'Let Guichet restrict keys…',
  look2: 'Review the restriction…',
  signIn: 'First, sign in to Open WebUI as an administrator',
  submit: 'Sign in and show the change',
  lookingAtList: 'Reading the restriction. Nothing is changed.',
  propose: 'This affects everyone’s keys',
  bindsAll:
    'The restriction applies to every API key of this Open WebUI, not only Guichet’s. Other programs can then no longer use their keys for anything else.',
  now: 'Now',
  nowOff: 'Keys are not restricted.',
  wanted: 'After the change',
  kept: 'These are already allowed and stay so, also for Guichet’s key:',
  apply: 'Restrict everyone’s keys',
  applying: 'Restricting…',
  already: 'Keys are restricted to what Guichet needs',
  undo: 'Undo the restriction',
  undoing: 'Undoing…',
  notDone: 'The restriction was not changed',
  leave: 'Leave it',
};
