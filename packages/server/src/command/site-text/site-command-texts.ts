/** Every text of `npx guichet site …`. `ids` are listed with commas; `example` is a whole command. */
export interface SiteCommandTexts {
  whichAction: (actions: string) => string;
  whichSite: (ids: string) => string;
  unknownSite: (id: string, ids: string) => string;
  noId: (id: string) => string;
  exists: (id: string) => string;
  nothingToSet: (example: string) => string;
  noPair: (word: string, example: string) => string;
  /** Two words of a command name the same setting. */
  twice: (name: string) => string;
  defaultStays: string;
  unknownLanguage: string;
  refused: string;
  added: (id: string) => string;
  /** The line for the page; `host` stands for this server's address. */
  addedNext: (line: string) => string;
  withoutOrigins: (example: string) => string;
  changed: (id: string) => string;
  same: (id: string) => string;
  paused: (id: string) => string;
  pausedAlready: (id: string) => string;
  resumed: (id: string) => string;
  openAlready: (id: string) => string;
  removed: (id: string) => string;
  /** Said after a removal: conversations stay, and `command` brings the site back. */
  removedNext: (command: string) => string;
  open: string;
  pausedSince: (moment: string) => string;
  notSet: string;
  from: (setting: string) => string;
  /** A running server checks what this machine cannot. */
  wholeAgentNote: string;
}
