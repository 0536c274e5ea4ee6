import { countedIn } from '@guichet/contract/counted';
import { diagnosis } from './diagnosis/en.ts';
import { renewal } from './renewal/en.ts';
import { setUp } from './set-up/en.ts';
import { signIn } from './sign-in/en.ts';

const counted = countedIn('en');

/** The console's own words. English is the source; every other language has the same keys (`texts.ts`). */
export const en = {
  console: 'Guichet console',
  skip: 'Skip to content',
  places: 'Sections',
  signOut: 'Sign out',
  seeChat: 'View the chat',
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
  required: 'This is required.',
  waitSeconds: (a: { time: string }) => `You can try again in ${a.time}.`,
  title: (a: { place: string }) => `${a.place} · Guichet`,
  titleWith: (a: { place: string; detail: string }) => `${a.place}: ${a.detail}`,
  worksWith: 'Works with Open WebUI. Not affiliated with it.',
  unknownPlace: {
    title: 'Page not found',
    text: 'There is no page at this address.',
    toConsole: 'Go to the console',
  },
  finding: {
    more: 'Read more in the guide',
    who: (a: { actor: string }) => `Who needs to act: ${a.actor}.`,
  },
  passwordField: { show: 'Show', hide: 'Hide', showLong: 'Show the password', hideLong: 'Hide the password' },
  notLoaded: {
    title: 'This page could not be loaded.',
    text: 'Guichet may have been updated since you opened this tab. Reload it; nothing is lost.',
    reload: 'Reload',
  },
  /** The word beside a mark, so that no state is told by colour alone. */
  mark: { ok: 'OK', info: 'Note', warn: 'Warning', fail: 'Problem' },

  failure: {
    unreachable: 'Guichet’s server does not answer. Check that it is running and that you are online, then try again.',
    tooSlow: 'Guichet’s server took too long to answer. Your change may have been made. Check, then try again.',
    unexpectedAnswer:
      'This answer did not come from Guichet’s server. The server may be restarting, or a proxy in front of it may be misconfigured.',
    unknownAddress: (a: { address: string }) =>
      `Guichet does not know this page’s address, ${a.address}. Set GUICHET_PUBLIC_URL to it, or open the console at an address that Guichet knows.`,
    other: 'That did not work. Nothing was changed.',
  },

  signIn,
  /** The rest of their words comes with the pages. */
  wizard: { title: 'Set-up' },
  settings: { title: 'Settings' },
  assistant: { title: 'Assistant' },

  keys: {
    title: 'Keys',
    lead: 'Guichet uses a key to put your visitors’ questions to Open WebUI. Visitors never see it.',
    loadFailed: 'The current key cannot be shown right now.',
  },

  kind: {
    'open-webui-api-key': 'API key',
    'open-webui-session-token': 'Session token',
    other: 'Key',
  },

  /** The same in the middle of a sentence. */
  kindInside: {
    'open-webui-api-key': 'API key',
    'open-webui-session-token': 'session token',
    other: 'key',
  },

  originInside: {
    console: 'from this console',
    environment: 'from the environment',
    file: 'from the file in OPENWEBUI_API_KEY_FILE',
    'env-file': 'from the .env file',
    practice: 'from the practice server',
  },

  origin: {
    console: 'This console',
    environment: 'Environment, OPENWEBUI_API_KEY',
    file: 'File, OPENWEBUI_API_KEY_FILE',
    'env-file': '.env file, OPENWEBUI_API_KEY',
    practice: 'Practice server',
  },

  current: {
    heading: 'Current key',
    state: {
      practice: 'Answers come from the practice server.',
      practiceMeans:
        'You have not connected your Open WebUI yet. Until then, your visitors talk to this practice server.',
      missing: 'Guichet has no key for Open WebUI.',
      missingMeans: 'Visitors are told that the assistant is not set up yet. Enter a key below.',
      unusableMeans: 'Visitors are told that the assistant is not set up yet.',
      unproven: 'Guichet does not know yet whether Open WebUI accepts this key.',
      unprovenMeans: 'Guichet has not asked yet, or Open WebUI did not answer. It tries again by itself.',
      accepted: 'Open WebUI accepts this key.',
      acceptedToken: 'Open WebUI accepts this session token.',
      since: (a: { moment: string }) => `Since ${a.moment}.`,
      endsSoon: 'This session token expires soon.',
      endsSoonMeans: 'After that, visitors get no answers. Exchange it for an API key, which does not expire.',
      ended: 'This session token has expired.',
      endedMeans: 'Visitors get no answers. Replace it with another key.',
      refused: 'Open WebUI rejects this key.',
      refusedToken: 'Open WebUI rejects this session token.',
      refusedMeans: 'Visitors get no answers.',
      nextProbe: (a: { time: string }) => `Guichet tries again in ${a.time}.`,
      nextProbeNow: 'Guichet is trying again.',
    },
    kind: 'Type',
    origin: 'Source',
    end: 'Expires',
    endNever: 'Never',
    endUnknown: 'No expiry date',
    endIn: (a: { time: string }) => `in ${a.time}`,
    endedAgo: (a: { time: string }) => `${a.time} ago`,
    fingerprint: 'Fingerprint',
    shape: (a: { length: number; lastTwo: string }) => {
      const length = counted(a.length, { one: '# character', other: '# characters' });
      return a.lastTwo === '' ? length : `${length}, ending in ${a.lastTwo}`;
    },
    address: 'Open WebUI',
    overridden: 'Overrides',
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
      `Guichet deletes its copy: ${a.kind}${a.lastTwo === '' ? '' : ` ending in ${a.lastTwo}`}, fingerprint ${a.fingerprint}. Guichet cannot show it to you again. The key itself stays in Open WebUI.`,
    thenOther: (a: { origin: string }) => `Guichet then uses the one ${a.origin}, if Open WebUI accepts it.`,
    thenNone: 'Guichet has no other key. After its next restart at the latest, visitors get no answers.',
    confirm: 'Remove the key',
    done: (a: { origin: string }) => `The console’s key was removed. Guichet now uses the one ${a.origin}.`,
    doneNone: 'The console’s key was removed. Guichet has no other key.',
    doneStays: 'Guichet deleted its stored copy. No other key works, so this one stays in use until Guichet restarts.',
  },

  keyField: {
    hint: 'Paste your key, or a whole line from a .env file. It is checked here before anything is sent.',
    where: 'Find an account’s key in Open WebUI:',
    path: 'Settings > Account > API keys > Secrets: Show > Create new secret key',
    /** The verdict on a pasted text, in two words. */
    belongs: 'Right place',
    forATime: 'Temporary',
    hasEnded: 'Expired',
    elsewhere: 'Wrong place',
    notWhole: 'Unusable',
    unclear: 'Not recognised',
  },

  replace: {
    heading: 'Replace the key',
    headingFirst: 'Enter a key',
    lead: 'Guichet first tests the new key with Open WebUI. If it works, Guichet switches to it without a restart.',
    leadFirst: 'Guichet first tests the key with Open WebUI, then stores it encrypted on your server.',
    field: 'New key',
    submit: 'Test and use it',
    submitting: 'Testing…',
    exchange: 'Exchange it for an API key',
    useToken: 'Use it until it expires',
    empty: 'Paste a key first.',
    done: (a: { now: string }) => `Guichet now uses the new key: ${a.now}.`,
    doneSame: 'This key was already in use. It now comes from this console.',
    before: (a: { before: string }) => `Before: ${a.before}.`,
    refused: 'The new key was not saved.',
    described: (a: { kind: string; lastTwo: string; fingerprint: string; origin: string }) =>
      `${a.kind}${a.lastTwo === '' ? '' : ` ending in ${a.lastTwo}`} (${a.fingerprint}), ${a.origin}`,
  },

  practice: {
    heading: 'Connect your Open WebUI',
    lead: 'The set-up asks for its address, helps you get the right key and lets you try the chat.',
    go: 'Connect it step by step',
    orSettings: 'Or use the .env file',
    step1: 'On the server, open or create the file .env, beside package.json or compose.yaml.',
    step2: 'Add these two lines, with your own values:',
    step3:
      'Guichet reads the file within seconds. With Docker Compose, run docker compose up -d. You can then replace the key on this page.',
    fieldHeading: 'Check a key first',
    fieldLead: 'See whether you have the right kind of key. Nothing is sent or stored.',
    field: 'Key',
  },

  exchange: {
    heading: 'Get the right key',
    lead: 'An API key does not expire. Sign in to Open WebUI here, and Guichet fetches the account’s key or creates one.',
    better: 'Use an account made only for Guichet, without administrator rights: a key can do whatever its owner can.',
    way: 'How to sign in',
    wayPassword: 'Use a password',
    wayToken: 'Paste a session token',
    email: 'Email in Open WebUI',
    password: 'Password in Open WebUI',
    usedOnce: 'Used once to sign in, then forgotten: not stored, not logged.',
    submit: 'Sign in and find the key',
    submitting: 'Signing in…',
    token: 'Session token',
    tokenHint: 'It starts with eyJ. Guichet uses it to fetch the key, then forgets it.',
    tokenSubmit: 'Exchange it',
    tokenSubmitting: 'Exchanging…',
    notAToken: 'This is not a session token. Session tokens start with eyJ.',
    alreadyKey: 'This is already an API key. Enter it under “New key” above.',
    hasEnded: 'This session token has expired. Sign in to Open WebUI again and copy the new one.',
    beginAgain: 'Start again',
    looking: 'Looking for the account’s key…',

    code: 'Second factor',
    codeText: 'The password is correct. Enter the code from your authenticator app, or a recovery code.',
    codeField: 'Code from the authenticator app',
    recoveryField: 'Recovery code',
    useRecovery: 'Use a recovery code',
    useAuthenticator: 'Use the authenticator app',
    recoveryHint: 'Each recovery code works only once.',
    codeSubmit: 'Continue',
    codeSubmitting: 'Checking the code…',
    elsewhere: 'Go to Open WebUI first',
    elsewhereText: {
      enroll:
        'The password is correct. This Open WebUI requires an authenticator app, and this account has none. Sign in to Open WebUI, set one up, then come back.',
      recover:
        'The password is correct, but the authenticator app was reset. Sign in to Open WebUI with the token from its administrator, then come back.',
    },
    elsewhereDone: 'Done, sign in again',

    /** Instead of an address that is not known. */
    thisAccount: 'this account',
    admin: 'This is an administrator’s account',
    adminText: (a: { account: string }) =>
      `A key for ${a.account} opens everything in Open WebUI: every conversation, every account and the providers’ keys. Guichet does not need these rights.`,
    adminUse: 'Use this account anyway',
    adminOther: 'Use another account',
    adminSetUp: 'Let Guichet create its own account',

    noKey: 'This account has no key yet',
    noKeyText: 'Guichet can create one. Nothing else changes in Open WebUI.',
    noKeySubmit: 'Create a key and use it',
    making: 'Creating the key…',

    replaceTitle: 'Create a new key?',
    replaceText: (a: { account: string }) =>
      `Open WebUI allows one key per account. If there is already one for ${a.account}, it stops working immediately, and every program that uses it loses access. You cannot undo this.`,
    replaceConfirm: 'Create a new key',
    replaceAsk: 'A new key may replace an existing one',
    replaceAskText: 'Open WebUI does not say whether this account already has a key.',
    replaceOpen: 'Create a new key…',
    oldDoesNotWork: 'The account’s key does not work. Guichet can create a new one.',

    keysOff: 'Open WebUI does not allow a key yet',
    keysOffWho: {
      administrator: 'An administrator of Open WebUI can change this:',
      owner: 'The account’s owner can change this:',
    },
    keysOffNoPath: 'Allow API keys in the settings.',
    keysOffPlaceProbable: (a: { version: string }) =>
      `This is the menu path in Open WebUI ${a.version}; yours is probably the same.`,
    keysOffThen: 'Then check again here. Guichet remembers your sign-in for ten minutes.',
    keysOffCheck: 'Check again',
    keysOffStill: 'Open WebUI still does not allow a key.',

    failed: 'Guichet could not get the key',

    done: 'Guichet has a key that does not expire',
    doneExisting: 'The account already had a key. Guichet now uses it. Nothing was changed in Open WebUI.',
    doneCreated: 'Guichet created the key and now uses it.',
    doneReplaced:
      'Guichet created a new key and now uses it. The account’s old key no longer works: replace it in other programs that use it.',
    another: 'Use another account',
  },

  setUp,
  renewal,
  diagnosis,

  history: {
    heading: 'History',
    lead: 'Sign-ins, and changes to keys, settings and sites, newest first.',
    none: 'Nothing yet.',
    all: (a: { count: number }) => `Show all ${a.count}`,
    failed: 'The history cannot be shown right now.',
    actor: { console: 'Console', 'command line': 'Command line', settings: 'Settings', guichet: 'Guichet' },
    action: {
      'signed-in': 'Someone signed in to this console.',
      'sign-in-refused': 'Someone entered a wrong password for this console.',
      'signed-out': 'Someone signed out of this console.',
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
        `A new key was rejected, and the old one stayed in use: ${a.kind}, fingerprint ${a.fingerprint}. ${a.cause}`,
      'credential-removed': 'The console’s key was removed.',
      signInSession: 'Guichet signed in to Open WebUI, as requested.',
      signInSecondFactor: 'Open WebUI asked for a second factor.',
      signInRefused: (a: { cause: string }) => `A sign-in to Open WebUI failed. ${a.cause}`,
      exchangeExisting: 'Guichet fetched the account’s existing key.',
      exchangeCreated: 'Guichet created a key in Open WebUI.',
      exchangeReplaced: 'Guichet created a new key in Open WebUI. The account’s old key stopped working.',
      exchangeNoKey: 'The account had no key. Guichet created none.',
      exchangeWouldReplace: 'Guichet created no key, because it might have replaced an existing one.',
      exchangeKeysOff: 'Guichet created no key, because Open WebUI does not allow it yet.',
      exchangeFailed: 'Guichet could not fetch the account’s key.',
      'secrets-rotated': 'The stored secrets were encrypted again with the first master key.',
      other: (a: { action: string }) => `Done: ${a.action}.`,
    },
  },
};
