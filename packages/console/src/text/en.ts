import { diagnosis } from './diagnosis/en.ts';
import { renewal } from './renewal/en.ts';
import { setUp } from './set-up/en.ts';
import { signIn } from './sign-in/en.ts';

/** The console's own words. English is the source; every other language has the same keys (`texts.ts`). */
export const en = {
  console: 'Guichet console',
  skip: 'Skip to the content',
  places: 'Places',
  signOut: 'Sign out',
  seeChat: 'See the chat',
  loading: 'Loading…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  back: 'Back',
  edit: 'Change',
  save: 'Save',
  saving: 'Saving…',
  reference: 'Reference',
  copy: 'Copy',
  copied: 'Copied',
  clear: 'Clear',
  /** Before the steps of a menu path, for screen readers. */
  menuPath: 'Menu path',
  required: 'This is needed.',
  waitSeconds: (a: { time: string }) => `Possible again in ${a.time}.`,
  title: (a: { place: string }) => `${a.place} · Guichet`,
  titleWith: (a: { place: string; detail: string }) => `${a.place}: ${a.detail}`,
  worksWith: 'Works with Open WebUI. Not affiliated.',
  unknownPlace: {
    title: 'Nothing here',
    text: 'There is no page at this address.',
    toConsole: 'Go to the console',
  },
  finding: {
    more: 'Read more in the guide',
    who: (a: { actor: string }) => `Whose turn it is: ${a.actor}.`,
  },
  passwordField: { show: 'Show', hide: 'Hide', showLong: 'Show the password', hideLong: 'Hide the password' },
  notLoaded: {
    title: 'This page could not be loaded.',
    text: 'Guichet may have been updated since this tab was opened. Load it anew; nothing is lost.',
    reload: 'Load anew',
  },
  /** The word beside a mark, so that no state is told by colour alone. */
  mark: { ok: 'Good', info: 'Note', warn: 'Attention', fail: 'Problem' },

  failure: {
    unreachable: 'Guichet’s server does not answer. Check your connection and that the server runs, then try again.',
    tooSlow: 'Guichet’s server took too long to answer. Try again; what was asked may have been done.',
    unexpectedAnswer:
      'What answered is not Guichet’s server. A proxy before it may be misdirected, or the server is restarting.',
    unknownAddress: (a: { address: string }) =>
      `Guichet does not know the address of this page, ${a.address}. Set GUICHET_PUBLIC_URL to it, or open the console at the address that Guichet knows.`,
    other: 'This did not work. Nothing was changed.',
  },

  signIn,
  /** The rest of their words comes with the pages. */
  wizard: { title: 'Set-up' },
  settings: { title: 'Settings' },
  assistant: { title: 'Assistant' },

  keys: {
    title: 'Keys',
    lead: 'The key is what Guichet shows Open WebUI when it passes on a visitor’s question. Visitors never get to see it.',
    loadFailed: 'The key in use cannot be shown at the moment.',
  },

  kind: {
    'open-webui-api-key': 'API key',
    'open-webui-session-token': 'Session token',
    other: 'Credential',
  },

  /** The same in the middle of a sentence. */
  kindInside: {
    'open-webui-api-key': 'API key',
    'open-webui-session-token': 'session token',
    other: 'credential',
  },

  originInside: {
    console: 'from this console',
    environment: 'from the environment',
    file: 'from the file of OPENWEBUI_API_KEY_FILE',
    'env-file': 'from the .env file',
    practice: 'of the practice server',
  },

  origin: {
    console: 'This console',
    environment: 'Environment, OPENWEBUI_API_KEY',
    file: 'File, OPENWEBUI_API_KEY_FILE',
    'env-file': '.env file, OPENWEBUI_API_KEY',
    practice: 'Practice server',
  },

  current: {
    heading: 'In use now',
    state: {
      practice: 'Answers come from the practice server.',
      practiceMeans: 'No Open WebUI is connected yet. Visitors talk to a stand-in that behaves like one.',
      missing: 'Guichet has no key for Open WebUI.',
      missingMeans: 'Visitors read that the assistant is not set up yet. Put a key in below.',
      unusableMeans: 'Visitors read that the assistant is not set up yet.',
      unproven: 'Whether Open WebUI accepts this key is not known yet.',
      unprovenMeans: 'Open WebUI has not been asked, or could not be reached. Guichet asks again by itself.',
      accepted: 'Open WebUI accepts this key.',
      acceptedToken: 'Open WebUI accepts this session token.',
      since: (a: { moment: string }) => `Since ${a.moment}.`,
      endsSoon: 'This session token ends soon.',
      endsSoonMeans: 'From then on visitors get no answer. Exchange it for an API key, which does not expire.',
      ended: 'This session token has ended.',
      endedMeans: 'Visitors get no answer. Put another key in its place.',
      refused: 'Open WebUI refuses this key.',
      refusedToken: 'Open WebUI refuses this session token.',
      refusedMeans: 'Visitors get no answer.',
      nextProbe: (a: { time: string }) => `Guichet asks again in ${a.time}.`,
      nextProbeNow: 'Guichet is asking again.',
    },
    kind: 'Kind',
    origin: 'Comes from',
    end: 'Ends',
    endNever: 'Does not expire',
    endUnknown: 'No end date',
    endIn: (a: { time: string }) => `in ${a.time}`,
    endedAgo: (a: { time: string }) => `${a.time} ago`,
    fingerprint: 'Fingerprint',
    shape: (a: { length: number; lastTwo: string }) =>
      a.lastTwo === '' ? `${a.length} characters` : `${a.length} characters, the last two are ${a.lastTwo}`,
    address: 'Open WebUI',
    overridden: 'Does not count while this key does',
    overriddenSame: 'the same key',
    overriddenOther: (a: { fingerprint: string }) => `another key, fingerprint ${a.fingerprint}`,
    check: 'Check again',
    checking: 'Checking…',
    checkedAt: (a: { time: string }) => `Checked at ${a.time}.`,
    toExchange: 'Get a key that does not expire',
    remove: 'Remove this key',
    removing: 'Removing…',
  },

  remove: {
    title: 'Remove this key from the console?',
    what: (a: { kind: string; lastTwo: string; fingerprint: string }) =>
      `Guichet deletes its copy: ${a.kind}${a.lastTwo === '' ? '' : ` ending in ${a.lastTwo}`}, fingerprint ${a.fingerprint}. It cannot show it to you again. In Open WebUI the key stays as it is.`,
    thenOther: (a: { origin: string }) => `Then the one ${a.origin} counts again, if Open WebUI accepts it.`,
    thenNone: 'No other source holds a key. After the next restart at the latest, visitors get no answer.',
    confirm: 'Remove the key',
    done: (a: { origin: string }) => `The console’s key is removed. In use now is the one ${a.origin}.`,
    doneNone: 'The console’s key is removed, and Guichet has no other.',
    doneStays:
      'The console’s key is removed from the store. As there is no other that works, it stays in use until Guichet restarts.',
  },

  keyField: {
    hint: 'Paste what you have, also a whole line of a .env file. It is recognised here, before anything is sent.',
    where: 'In Open WebUI, an account’s key is here:',
    path: 'Settings > Account > API keys > Secrets: Show > Create new secret key',
    /** The verdict on a pasted text, in two words. */
    belongs: 'Belongs here',
    forATime: 'Works for a time',
    hasEnded: 'Has ended',
    elsewhere: 'Belongs elsewhere',
    notWhole: 'Cannot be used',
    unclear: 'Not recognised',
  },

  replace: {
    heading: 'Replace the key',
    headingFirst: 'Put in a key',
    lead: 'Guichet tries the new key at Open WebUI first. Only if it is accepted does it take the old one’s place, without a restart.',
    leadFirst: 'Guichet tries the key at Open WebUI first, and keeps it sealed on your server.',
    field: 'New key',
    submit: 'Try it and use it',
    submitting: 'Trying…',
    exchange: 'Exchange it for an API key',
    useToken: 'Use it until it ends',
    empty: 'Paste a key first.',
    done: (a: { now: string }) => `Guichet uses the new key from the next question on: ${a.now}.`,
    doneSame: 'This key was in use already. It now comes from this console.',
    before: (a: { before: string }) => `Before: ${a.before}.`,
    refused: 'The new key was not taken.',
    described: (a: { kind: string; lastTwo: string; fingerprint: string; origin: string }) =>
      `${a.kind}${a.lastTwo === '' ? '' : ` ending in ${a.lastTwo}`} (${a.fingerprint}), ${a.origin}`,
  },

  practice: {
    heading: 'Connect your Open WebUI',
    lead: 'The set-up asks for its address, helps you to the right key, and lets you try the chat.',
    go: 'Connect it step by step',
    orSettings: 'Or in the settings of the server',
    step1: 'On the server, open the file named .env beside package.json, or make it.',
    step2: 'Write these two lines, with your own values:',
    step3: 'Start Guichet again. This page then shows the key, and you can replace it here without another restart.',
    fieldHeading: 'Look at a key first',
    fieldLead: 'You can see here whether what you have is the right kind of key. Nothing is sent or kept.',
    field: 'Key',
  },

  exchange: {
    heading: 'Get the right key',
    lead: 'An API key does not expire. Lend Guichet a sign-in at Open WebUI, and it fetches the account’s key, or makes one if there is none.',
    better:
      'Best is an account made for this alone, without administrator’s rights: a key can do whatever its owner can.',
    way: 'How',
    wayPassword: 'Sign in once',
    wayToken: 'Paste a session token',
    email: 'E-mail address at Open WebUI',
    password: 'Password at Open WebUI',
    usedOnce: 'Used once to sign in, then forgotten: not stored, not logged.',
    submit: 'Sign in and look for the key',
    submitting: 'Signing in…',
    token: 'Session token',
    tokenHint: 'It begins with eyJ. Guichet uses it to fetch the key and does not keep it.',
    tokenSubmit: 'Exchange it',
    tokenSubmitting: 'Exchanging…',
    notAToken: 'This is not a session token; those begin with eyJ.',
    alreadyKey: 'A key needs no exchange: put it into the field “New key” above.',
    hasEnded: 'This session token has ended. Sign in again in Open WebUI and take the new one.',
    beginAgain: 'Begin again',
    looking: 'Looking for the account’s key…',

    code: 'The second step',
    codeText: 'The password is right. Enter the code that your authenticator shows, or a recovery code.',
    codeField: 'Code of the authenticator',
    recoveryField: 'Recovery code',
    useRecovery: 'Use a recovery code',
    useAuthenticator: 'Use the authenticator',
    recoveryHint: 'A recovery code works once and is used up by this.',
    codeSubmit: 'Go on',
    codeSubmitting: 'Checking the code…',
    elsewhere: 'First in Open WebUI',
    elsewhereText: {
      enroll:
        'The password is right. This Open WebUI asks every account for an authenticator, and this one has none yet: sign in once in Open WebUI itself and set it up there, then come back.',
      recover:
        'The password is right, but the authenticator was reset: sign in once in Open WebUI itself with the token from its operator, then come back.',
    },
    elsewhereDone: 'Done, sign in again',

    /** Instead of an address that is not known. */
    thisAccount: 'this account',
    admin: 'This is an administrator’s account',
    adminText: (a: { account: string }) =>
      `Everything in Open WebUI is open to ${a.account}, and to its key: every conversation, every account and the providers’ keys. An account without these rights is enough for Guichet.`,
    adminUse: 'Use this account all the same',
    adminOther: 'Use another account',
    adminSetUp: 'Let Guichet make an account of its own',

    noKey: 'This account has no key yet',
    noKeyText: 'Guichet can make one. Nothing else changes in Open WebUI.',
    noKeySubmit: 'Make a key and use it',
    making: 'Making the key…',

    replaceTitle: 'Make a new key?',
    replaceText: (a: { account: string }) =>
      `Open WebUI gives each account one key. If there is one for ${a.account}, it stops working at once, and every program that uses it is locked out. This cannot be undone.`,
    replaceConfirm: 'Make a new key',
    replaceAsk: 'A new key may end an old one',
    replaceAskText: 'Open WebUI does not say whether this account has a key already.',
    replaceOpen: 'Make a new key…',
    oldDoesNotWork: 'The account has a key, but it does not work. Guichet can make a new one in its place.',

    keysOff: 'No key can be made yet',
    keysOffWho: { administrator: 'An administrator of Open WebUI does this:', owner: 'The account’s owner does this:' },
    keysOffNoPath: 'In this version’s settings, allow API keys.',
    keysOffPlaceProbable: (a: { version: string }) =>
      `This menu path is the one of Open WebUI ${a.version}; yours is probably the same.`,
    keysOffThen: 'When that is done, check again here. Your sign-in is remembered for ten minutes.',
    keysOffCheck: 'Check again',
    keysOffStill: 'It is still off.',

    failed: 'The key could not be fetched',

    done: 'Guichet has a key that does not expire',
    doneExisting: 'The account had a key already. Guichet uses that one; nothing was changed in Open WebUI.',
    doneCreated: 'The key was made just now and is in use from the next question on.',
    doneReplaced:
      'A new key was made and is in use. The account’s old key no longer works: give the new one to other programs that used it.',
    another: 'Use another account',
  },

  setUp,
  renewal,
  diagnosis,

  history: {
    heading: 'What happened',
    lead: 'Changes to keys, settings and sites, and sign-ins, newest first.',
    none: 'Nothing yet. Changes to the key will be listed here.',
    all: (a: { count: number }) => `Show all ${a.count}`,
    failed: 'The list cannot be shown at the moment.',
    actor: { console: 'Console', 'command line': 'Command line', settings: 'Settings', guichet: 'Guichet' },
    action: {
      'signed-in': 'Somebody signed in to this console.',
      'sign-in-refused': 'A sign-in to this console was refused: the password was not right.',
      'signed-out': 'Somebody signed out of this console.',
      'password-set': 'The password of this console was set.',
      'settings-changed': (a: { names: string }) => `Settings were changed: ${a.names}.`,
      settingsOther: 'Settings were changed.',
      'site-added': (a: { site: string }) => `The site ${a.site} was added.`,
      'site-changed': (a: { site: string; names: string }) => `The site ${a.site} was changed: ${a.names}.`,
      'site-paused': (a: { site: string }) => `The site ${a.site} was paused.`,
      'site-resumed': (a: { site: string }) => `The site ${a.site} was reopened.`,
      'site-removed': (a: { site: string }) => `The site ${a.site} was removed.`,
      'credential-replaced': (a: { kind: string; fingerprint: string }) =>
        `The key was replaced: ${a.kind}, fingerprint ${a.fingerprint}.`,
      'credential-refused': (a: { kind: string; fingerprint: string; cause: string }) =>
        `A new key was refused and the old one stayed: ${a.kind}, fingerprint ${a.fingerprint}. ${a.cause}`,
      'credential-removed': 'The console’s key was removed.',
      signInSession: 'Guichet signed in at Open WebUI, as asked.',
      signInSecondFactor: 'Open WebUI asked for the second step of a sign-in.',
      signInRefused: (a: { cause: string }) => `A sign-in at Open WebUI was refused. ${a.cause}`,
      exchangeExisting: 'The account’s own key was taken over.',
      exchangeCreated: 'A key was made in Open WebUI and taken over.',
      exchangeReplaced: 'A new key was made in Open WebUI; the account’s old one ended.',
      exchangeNoKey: 'The account has no key yet; none was made.',
      exchangeWouldReplace: 'No key was made, because an old one might have ended.',
      exchangeKeysOff: 'No key was made: Open WebUI does not allow it yet.',
      exchangeFailed: 'The account’s key could not be fetched.',
      'secrets-rotated': 'The stored secrets were sealed anew with the first master key.',
      other: (a: { action: string }) => `Done: ${a.action}.`,
    },
  },
};
