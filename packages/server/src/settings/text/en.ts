import { countedIn } from '@guichet/contract/counted';
import type { SettingTexts } from './setting-texts.ts';

const counted = countedIn('en');

const characters = { one: '# character', other: '# characters' };

const NO_FILE = { folder: 'folder', pipe: 'named pipe', socket: 'socket', device: 'device' };

export const en: SettingTexts = {
  problem: {
    notAddress: (quoted) => `is "${quoted}", which is not a web address`,
    holdsPassword: () => 'contains a user name or password; remove it',
    schemeTwice: (meant) => `has http:// or https:// twice; you probably mean ${meant}`,
    schemeWithoutColon: (meant) => `has no colon after http or https; you probably mean ${meant}`,
    schemeMissing: (meant) => `does not start with http:// or https://; you probably mean ${meant}`,
    notHttp: (quoted) => `is "${quoted}", which does not start with http:// or https://`,
    notOrigin: (quoted) => `contains "${quoted}"; an origin ends after the host and port`,
    starTooWide: (quoted) =>
      `contains "${quoted}", which also allows strangers’ sites; use a domain of your own, like https://*.example.com`,
    starElsewhere: (quoted) =>
      `contains "${quoted}"; a star must be the whole first part of the host name, like https://*.example.com`,
    notPort: (quoted) => `is "${quoted}", which is not a port between 0 and 65535`,
    notCount: (quoted, least, most) => `is "${quoted}", which is not a number from ${least} to ${most}`,
    noneOf: (quoted, choices) => `is "${quoted}", but must be one of: ${choices}`,
    notRange: (quoted) => `contains "${quoted}", which is not an address range`,
    masterKeyId: () => 'contains a key whose id has characters other than letters and digits',
    masterKeyLength: (id, bytes) =>
      `contains a key "${id}" of ${counted(bytes, { one: '# byte', other: '# bytes' })}; a master key has 32 bytes`,
    unreadable: (reason) => `cannot be read (${reason})`,
    notAFile: (kind) => `is a ${NO_FILE[kind]}, not a file`,
    noMasterKey: () => 'contains no key',
    twoMasterKeys: () => 'contains two keys with the same id',
    controlCharacter: () => 'contains a line break or another control character',
    notHost: (quoted) => `is "${quoted}", which is not a host name or address`,
    notPostgres: () =>
      'is not an address of a PostgreSQL database, with user, host and database name; in a password, write @ as %40, # as %23, / as %2F and : as %3A',
    notRedis: () =>
      'is not an address of Redis or Valkey, which starts with redis:// or rediss:// and has a host; in a password, write @ as %40, # as %23, / as %2F and : as %3A',
    tooShort: (least) => `is shorter than ${counted(least, characters)}`,
    looksSecret: (length) =>
      `seems to contain a secret of ${counted(length, characters)}, but Guichet shows this setting to people; set the key for Open WebUI as OPENWEBUI_API_KEY`,
    unknown: () => 'is not a setting of this version',
    notInConsole: () =>
      'cannot be set in the console, because Guichet reads it only when it starts; set it in the environment',
    tooLong: (most) => `is longer than ${counted(most, characters)}`,
    tooMany: (count) => `has more than ${counted(count, { one: '# entry', other: '# entries' })}`,
    notLink: () => 'is not a link that starts with https://, http://, mailto: or tel:',
    notPictureHost: () =>
      'contains something other than a host name; write it without https://, port and path, like images.example.com or *.example.com',
    unknownOfSite: (names) => `is not a setting of a site; use one of: ${names}`,
    ofDefaultSite: (setting) =>
      `of the site default comes from the setting ${setting}; change it in the console or in the environment`,
    forbiddenAddress: () =>
      'points to an address that Guichet never contacts: the server’s network card or its cloud provider’s key service',
    rangeTooWide: (range) =>
      `contains ${range}, which covers almost everyone, not only a proxy; visitors could then choose their own address`,
  },
  refused: (name, problem, example) => `${name} ${problem}. For example: ${example}`,
  refusedPlainly: (name, problem) => `${name} ${problem}.`,
  proxiesTooWide: (ranges) =>
    `GUICHET_TRUSTED_PROXIES contains ${ranges}, which covers almost everyone, not only a proxy. Visitors can choose their own address and bypass the limits. Enter only your proxy’s address or network.`,
  misnamed: (name, meant) => `"${name}" is set, but Guichet does not read it. The name is ${meant}.`,
  storedProblem: (sentence) =>
    `Guichet ignores a setting from the console and uses the next source instead. ${sentence}`,
};
