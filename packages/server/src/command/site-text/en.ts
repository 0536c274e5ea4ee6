import type { SiteCommandTexts } from './site-command-texts.ts';

export const en: SiteCommandTexts = {
  whichAction: (actions) => `The command "site" needs an action: ${actions}.`,
  whichSite: (ids) => `Add --site ID to choose a site. Existing sites: ${ids}.`,
  unknownSite: (id, ids) => `There is no site "${id}". Existing sites: ${ids}. Nothing was changed.`,
  noId: (id) =>
    `"${id}" is not a valid site ID. Use up to 40 lowercase letters, digits and hyphens, for example my-shop.`,
  exists: (id) => `The site "${id}" already exists. Nothing was changed. To change it, use site set.`,
  nothingToSet: (example) => `Add at least one NAME=VALUE, for example: ${example}`,
  noPair: (word, example) => `"${word}" does not have the form NAME=VALUE. For example: ${example}`,
  twice: (name) => `${name} appears twice. Nothing was changed.`,
  defaultStays: 'You cannot remove the site default. To close it to visitors, use site pause --site default.',
  unknownLanguage: 'Use --lang en or --lang fr.',
  refused: 'Nothing was changed.',
  added: (id) => `Site ${id} was added. A running Guichet serves it within two seconds.`,
  addedNext: (line) => `Paste this line into its pages, before </body>:\n${line}`,
  withoutOrigins: (example) =>
    `Only pages on Guichet’s own address can show its chat so far. Set the site’s origins, for example: ${example}`,
  changed: (id) => `Site ${id} was changed. The change applies within two seconds.`,
  same: (id) => `Site ${id} already has these values. Nothing was changed.`,
  paused: (id) =>
    `Site ${id} is paused. Its chat no longer opens for visitors. To reopen it, use site resume --site ${id}.`,
  pausedAlready: (id) => `Site ${id} is already paused. Nothing was changed.`,
  resumed: (id) => `Site ${id} is open to visitors again.`,
  openAlready: (id) => `Site ${id} is not paused. Nothing was changed.`,
  removed: (id) => `Site ${id} was removed. Its chat no longer opens for visitors.`,
  removedNext: (command) => `Its conversations stay in the database. To undo this, run:\n${command}`,
  open: 'open to visitors',
  pausedSince: (moment) => `paused since ${moment}`,
  notSet: 'not set',
  from: (setting) => `from ${setting}`,
  wholeAgentNote:
    'The running server checks whether the whole agent is possible. If not, one round applies, and the console shows why.',
};
