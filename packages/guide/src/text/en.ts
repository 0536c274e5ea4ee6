/** English, the source: the other language is checked against it. */
import type { Section } from '../guide-page.ts';

const sections: Record<Section, string> = {
  start: 'Begin',
  keys: 'Keys',
  run: 'On your site and server',
  findings: 'When something fails',
  reference: 'Look up',
};

/** What the groups of checks are called; a group that is not named here shows its own word. */
const groups: Record<string, string> = {
  address: 'The address',
  network: 'The way there',
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
  lead: 'How to put your own assistant on your website, and what to do when it does not answer.',
  sections,
  groups,
  contents: 'Contents',
  onThisPage: 'On this page',
  search: 'Search',
  searchLabel: 'Search the guide',
  searchHint: 'A word, an error message, a status number',
  results: ({ count }: { count: number }) => (count === 1 ? '1 page found' : `${count} pages found`),
  noResults: ({ query }: { query: string }) =>
    `Nothing found for “${query}”. Try fewer words, or the words of the message you see.`,
  emptySearch: 'Type what you look for: a word, an error message, a status number.',
  otherLanguage: 'Français',
  previous: 'Before',
  next: 'Next',
  console: 'Console',
  diagnosis: 'Diagnosis',
  chat: 'Your chat',
  elsewhere: 'Guichet’s other pages',
  breadcrumb: 'Where this page is',
  table: 'Table',
  neighbours: 'Pages before and after',
  permalink: ({ heading }: { heading: string }) => `Link to “${heading}”`,
  notFoundTitle: 'This page is not in the guide',
  notFound: 'It may have been renamed. Search for it, or go back to the contents.',
  missing: 'The guide is not part of this installation: its folder docs/guide is missing.',
  worksWith: 'Works with Open WebUI. Not affiliated.',
  callouts: { note: 'Good to know', tip: 'Tip', important: 'Important', warning: 'Careful', caution: 'Careful' },
  menuActor: {
    owner: 'In Open WebUI, signed in to the account concerned:',
    administrator: 'In Open WebUI, as an administrator:',
  },
  menuPath: 'Where to click',
  olderVersions: 'In older versions',
  directAddress: 'Directly:',
  notInVersion: 'These versions do not have it.',
  versionsSince: ({ since }: { since: string }) => `Open WebUI ${since} and later`,
  versionsBefore: ({ before }: { before: string }) => `Before Open WebUI ${before}`,
  versionsBetween: ({ since, last }: { since: string; last: string }) => `Open WebUI ${since} to ${last}`,
  versionOnly: ({ version }: { version: string }) => `Open WebUI ${version}`,
  checkedOn: ({ versions }: { versions: readonly string[] }) =>
    `Words compared with ${new Intl.ListFormat('en').format(versions)}.`,
  notChecked: 'Nobody has compared these words with a running server of this version.',
  whenFine: 'When all is well',
  lookedAtAfter: 'Looked at after',
  askAgain: 'Ask only this',
  waitingHelps: 'Trying again later can help.',
  waitingDoesNotHelp: 'Trying the same again does not help.',
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
