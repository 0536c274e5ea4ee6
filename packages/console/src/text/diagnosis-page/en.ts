import { countedIn } from '@guichet/contract/counted';

const counted = countedIn('en');

/** The page of the diagnosis: what stands around the doctor's own sentences, which the server words. */
export const en = {
  lead: 'Guichet checks everything between your visitors and an answer, from your settings to a complete answer from the model.',
  runAgain: 'Check everything again',
  running: 'Checking…',

  outcome: {
    looking: 'Checking everything…',
    measuring: 'Measuring how answers reach this browser…',
    answers: 'Your visitors get answers.',
    nothingFails: 'No problems found.',
    more: (a: { count: number }) =>
      counted(a.count, { one: 'There is # more problem below.', other: 'There are # more problems below.' }),
    warnings: (a: { count: number }) =>
      counted(a.count, { one: 'There is # warning below.', other: 'There are # warnings below.' }),
    crashed: (a: { count: number }) =>
      counted(a.count, { one: '# check could not run.', other: '# checks could not run.' }),
    progress: (a: { done: number; all: number }) => `Checks: ${a.done} of ${a.all}`,
    lookedAt: (a: { count: number; time: string }) =>
      counted(a.count, { one: `# check, at ${a.time}.`, other: `# checks, at ${a.time}.` }),
    /** What is shown comes from before, as long as the new look is under way. */
    seenByWatch: (a: { moment: string }) => `Found automatically at ${a.moment}. Guichet is checking again.`,
    seenBefore: (a: { moment: string }) => `Found at ${a.moment}. Guichet is checking again.`,
  },
  titleFine: 'no problems',
  titleFailing: (a: { count: number }) => counted(a.count, { one: '# problem', other: '# problems' }),
  titleWarnings: (a: { count: number }) => counted(a.count, { one: '# warning', other: '# warnings' }),

  brokeOff: 'The diagnosis stopped early. Its results so far are below.',
  neverBegan: 'The diagnosis could not start.',
  byCommand: 'You can also run the doctor on the server, in Guichet’s folder:',

  chain: {
    label: 'The path of an answer',
    place: {
      widget: 'Widget',
      'widget-guichet': 'Between the widget and Guichet',
      guichet: 'Guichet',
      'guichet-open-webui': 'Between Guichet and Open WebUI',
      'open-webui': 'Open WebUI',
      'open-webui-provider': 'Between Open WebUI and the provider',
      provider: 'Provider',
    },
    state: {
      awaited: 'checking…',
      fine: 'OK',
      attention: 'warning',
      broken: 'broken here',
      unseen: 'not checked',
    },
  },

  findings: 'Problems and warnings',
  sure: { certain: 'certain', probable: 'probable', unknown: 'uncertain' },
  mended: 'Fixed',
  notJudged: 'Not checked',
  visitors: 'For visitors',
  turn: 'Who needs to act',
  steps: 'What to do',
  evidence: 'Evidence',
  expected: (a: { value: string }) => `expected: ${a.value}`,
  vantage: {
    settings: 'in the settings',
    guichet: 'from Guichet',
    'public-address': 'through the public address',
    browser: 'from this browser',
  },
  guide: 'Read more in the guide',
  check: 'Check',
  asOf: (a: { time: string }) => `As of ${a.time}`,
  checkAgain: 'Check again',
  checking: 'Checking…',
  before: 'Before',
  now: 'Now',
  unchanged: 'Nothing has changed.',
  checkedAt: (a: { time: string }) => `Checked again at ${a.time}.`,

  mend: 'Fix it',
  /** Over what helps visitors while somebody else fixes it. */
  meanwhile: 'Until then',
  mends: {
    wizard: 'Set up step by step',
    exchange: 'Get a key that does not expire',
    'set-up': 'Set it up for me',
    'replace-key': 'Enter another key',
    'restrict-keys': 'Restrict API keys',
    'set-address': 'Change Open WebUI’s address',
    'choose-model': 'Choose another model',
    'set-public-url': 'Change Guichet’s public address',
    'set-origins': 'Change the allowed origins',
  },

  chooseModel: {
    loading: 'Asking Open WebUI for its models…',
    failed: 'The models could not be listed.',
    none: 'The key can use no other model.',
    field: 'New model',
    hint: 'Applies immediately, for every visitor. To go back: Settings.',
    submit: 'Use it and check again',
    submitting: 'Changing…',
    done: (a: { name: string }) => `Answers now come from ${a.name}.`,
  },

  awaited: 'Next',
  group: {
    address: 'Address in the settings',
    network: 'Network',
    upstream: 'Open WebUI',
    key: 'Key',
    account: 'The key’s account',
    models: 'Models',
    answer: 'Answer',
    own: 'Guichet itself',
  },
  groupProgress: (a: { done: number; all: number }) => `${a.done} of ${a.all}`,

  rest: {
    fine: (a: { count: number }) => `${a.count} OK`,
    notes: (a: { count: number }) => counted(a.count, { one: '# note', other: '# notes' }),
    skipped: (a: { count: number }) => counted(a.count, { one: '# not checked', other: '# not checked' }),
    fineHeading: 'OK',
    notesHeading: 'Notes',
    skippedHeading: 'Not checked',
  },

  reference: {
    heading: 'Look up a visitor’s error',
    lead: 'A visitor who gets no answer sees an eight-character reference. Guichet remembers the cause for a while.',
    field: 'Reference',
    hint: 'For example K7QM-2XPD.',
    submit: 'Look it up',
    looking: 'Looking it up…',
    empty: 'Enter a reference first.',
    read: (a: { moment: string; ref: string }) =>
      `On ${a.moment}, a visitor saw this message with the reference ${a.ref}:`,
    quoted: (a: { text: string }) => `“${a.text}”`,
    unknown: (a: { ref: string }) => `Guichet does not know the reference ${a.ref}.`,
    unknownMeans: 'It may be too old, belong to another server, or contain a typo.',
    failed: 'The reference could not be looked up.',
    stillLooking: 'Guichet is checking whether this is still broken.',
    stillSo: 'Still broken:',
    mended: 'Fixed now:',
    notLooked: 'Guichet could not check whether this is still broken: an earlier check fails.',
    refusedOrigin: (a: { origin: string }) => `Rejected origin: ${a.origin}`,
    noCheck: 'The diagnosis has no check for this.',
  },

  share: {
    heading: 'Share the report',
    lead: 'A Markdown report, safe to send to a helper or to post publicly.',
    holds: 'It contains failed checks and their causes, versions, times and the key’s fingerprint.',
    leavesOut: 'It omits all addresses, hosts and names, the key itself, models, emails and visitors’ messages.',
    copy: 'Copy the report',
    copied: 'Copied',
    noClipboard: 'This browser does not allow copying. Save the report as a file, or select it below.',
    download: 'Save as a file',
    preview: 'Preview the report',
  },
};
