/** English, the source: the other language is checked against it. */
import type { Section } from '../guide-page.ts';
import { dayInWords } from './day-in-words.ts';

const sections: Record<Section, string> = {
  start: 'Start here',
  keys: 'Keys',
  run: 'On your site and server',
  findings: 'Troubleshooting',
  reference: 'Reference',
};

/** What the groups of checks are called; a group that is not named here shows its own word. */
const groups: Record<string, string> = {
  address: 'The address',
  network: 'The connection',
  upstream: 'Open WebUI',
  key: 'The key',
  account: 'The account',
  models: 'The models',
  answer: 'The answer',
  own: 'Guichet itself',
  cause: 'Causes',
  more: 'More',
};

export const en = {
  guide: 'Guide',
  title: ({ page }: { page: string }) => `${page} – Guichet’s guide`,
  skip: 'Skip to the content',
  heading: 'Guichet’s guide',
  lead: 'How to put your own assistant on your website, and what to do if it does not answer.',
  sections,
  groups,
  contents: 'Contents',
  onThisPage: 'On this page',
  search: 'Search',
  searchLabel: 'Search the guide',
  searchHint: 'A word, an error message or a status code',
  results: ({ count }: { count: number }) => (count === 1 ? '1 page found' : `${count} pages found`),
  noResults: ({ query }: { query: string }) =>
    `No results for “${query}”. Try fewer words, or words from the error message.`,
  emptySearch: 'Search for a word, an error message or a status code.',
  otherLanguage: 'Français',
  previous: 'Previous',
  next: 'Next',
  console: 'Console',
  diagnosis: 'Diagnosis',
  chat: 'Your chat',
  elsewhere: 'Guichet’s other pages',
  breadcrumb: 'Location of this page',
  table: 'Table',
  neighbours: 'Previous and next page',
  permalink: ({ heading }: { heading: string }) => `Link to “${heading}”`,
  notFoundTitle: 'This page is not in the guide',
  notFound: 'It may have been renamed. Search for it, or go back to the contents.',
  missing: 'This installation does not contain the guide: the folder docs/guide is missing.',
  worksWith: 'Works with Open WebUI. Not affiliated.',
  callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  menuActor: {
    owner: 'In Open WebUI, signed in to this account:',
    administrator: 'In Open WebUI, as an administrator:',
  },
  menuPath: 'Where to click',
  olderVersions: 'In older versions',
  directAddress: 'Direct link:',
  notInVersion: 'Not available in these versions.',
  versionsSince: ({ since }: { since: string }) => `Open WebUI ${since} and later`,
  versionsBefore: ({ before }: { before: string }) => `Before Open WebUI ${before}`,
  versionsBetween: ({ since, last }: { since: string; last: string }) => `Open WebUI ${since} to ${last}`,
  versionOnly: ({ version }: { version: string }) => `Open WebUI ${version}`,
  checkedOn: ({ versions }: { versions: readonly string[] }) =>
    `Checked in ${new Intl.ListFormat('en').format(versions)}.`,
  notChecked: 'Not yet checked in these versions.',
  triedHeading: 'Tested',
  triedInFull: 'In full',
  triedInPart: 'In part: its menus and about 160 requests',
  triedDay: 'Last time',
  day: ({ day }: { day: string }) => dayInWords(day, 'en'),
  whenFine: 'If everything is fine',
  lookedAtAfter: 'Runs after',
  askAgain: 'Run only this check',
  waitingHelps: 'Trying again later can help.',
  waitingDoesNotHelp: 'Trying again does not help.',
  also: 'also',
  secretSetting: 'Secret: never shown or logged.',
  settingDefault: 'Default:',
  example: 'Example:',
};

export type GuideTexts = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends (args: infer Args) => string
    ? (args: Args) => string
    : (typeof en)[Key] extends string
      ? string
      : (typeof en)[Key];
};
