import type { SiteCommandTexts } from './site-command-texts.ts';

export const en: SiteCommandTexts = {
  whichAction: (actions) => `The command "site" needs an action: ${actions}.`,
  whichSite: (ids) => `Add --site ID to say which site. There are: ${ids}.`,
  unknownSite: (id, ids) => `There is no site "${id}". There are: ${ids}. Nothing was changed.`,
  noId: (id) =>
    `"${id}" cannot be the ID of a site. Use up to 40 lowercase letters, digits and hyphens, for example my-shop.`,
  exists: (id) => `There is already a site "${id}". Nothing was changed. To change it, use site set.`,
  nothingToSet: (example) => `Say what to set, for example: ${example}`,
  noPair: (word, example) => `"${word}" is not NAME=VALUE. For example: ${example}`,
  twice: (name) => `${name} is given twice. Nothing was changed.`,
  defaultStays: 'The site default cannot be removed. To close it to visitors, use site pause --site default.',
  unknownLanguage: 'Use --lang en or --lang fr.',
  refused: 'Nothing was changed.',
  added: (id) => `Site ${id} added. A running Guichet serves it within two seconds.`,
  addedNext: (line) => `Paste this line into its pages, before </body>:\n${line}`,
  withoutOrigins: (example) =>
    `No page may show its chat yet, except pages on Guichet’s own address. Name the site’s origins, for example: ${example}`,
  changed: (id) => `Site ${id} changed. This applies to the next question, within two seconds.`,
  same: (id) => `Site ${id} already has these values. Nothing was changed.`,
  paused: (id) =>
    `Site ${id} is paused: its chat no longer opens for visitors. To reopen it, use site resume --site ${id}.`,
  pausedAlready: (id) => `Site ${id} is already paused. Nothing was changed.`,
  resumed: (id) => `Site ${id} is open to visitors again.`,
  openAlready: (id) => `Site ${id} is not paused. Nothing was changed.`,
  removed: (id) => `Site ${id} removed. Its chat no longer opens for visitors.`,
  removedNext: (command) => `Its conversations stay in the database. To undo, run:\n${command}`,
  open: 'open to visitors',
  pausedSince: (moment) => `paused since ${moment}`,
  notSet: 'not set',
  from: (setting) => `from ${setting}`,
  wholeAgentNote:
    'The running server checks whether the whole agent is possible. If it is not, one round applies; the console shows why.',
};
