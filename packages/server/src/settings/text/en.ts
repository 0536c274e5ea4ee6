import type { SettingTexts } from './setting-texts.ts';

export const en: SettingTexts = {
  problem: {
    notAddress: (quoted) => `is "${quoted}", which is not an address`,
    holdsPassword: () => 'holds a user name or password; an address must not',
    schemeTwice: (meant) => `has http:// or https:// twice; you probably mean ${meant}`,
    schemeWithoutColon: (meant) => `lacks the colon after http or https; you probably mean ${meant}`,
    notHttp: (quoted) => `is "${quoted}", which does not begin with http:// or https://`,
    notOrigin: (quoted) => `holds "${quoted}"; an origin ends after the host and port`,
    starTooWide: (quoted) =>
      `holds "${quoted}", which lets in the sites of strangers; name a domain of your own, like https://*.example.com`,
    starElsewhere: (quoted) =>
      `holds "${quoted}"; a star must be the whole first part of the host name, like https://*.example.com`,
    notPort: (quoted) => `is "${quoted}", which is not a port between 0 and 65535`,
    notCount: (quoted, least, most) => `is "${quoted}", which is not a number from ${least} to ${most}`,
    noneOf: (quoted, choices) => `is "${quoted}", which is none of ${choices}`,
    notRange: (quoted) => `holds "${quoted}", which is not an address range`,
    masterKeyId: () => 'holds a key whose id is not made of letters and digits',
    masterKeyLength: (id, bytes) => `holds a key "${id}" of ${bytes} bytes; a master key has 32 bytes`,
    unreadable: (reason) => `cannot be read (${reason})`,
    noMasterKey: () => 'holds no key',
    twoMasterKeys: () => 'holds two keys of one id',
    controlCharacter: () => 'holds a line break or another control character',
    notHost: (quoted) => `is "${quoted}", which is not a host name or address`,
    notPostgres: () =>
      'is not an address of a PostgreSQL database, with user, host and database name; in a password, write @ as %40, # as %23, / as %2F and : as %3A',
    replicasMissing: () => 'asks for several replicas, which this version does not have yet; leave it out',
    tooShort: (characters) => `is shorter than ${characters} characters`,
    looksSecret: (characters) =>
      `holds what looks like a secret of ${characters} characters, and this setting is shown to people; the key for Open WebUI goes into OPENWEBUI_API_KEY`,
    unknown: () => 'is not a setting of this version',
    notInConsole: () => 'cannot be set in the console, because it counts from the start on; set it in the environment',
    tooLong: (characters) => `is longer than ${characters} characters`,
    tooMany: (count) => `names more than ${count}`,
    unknownOfSite: (names) => `is not a setting of a site; there are ${names}`,
    ofDefaultSite: (setting) =>
      `of the site default is the setting ${setting}; change it in the console or in the environment`,
    forbiddenAddress: () =>
      'leads to an address at which clouds hand out credentials, or that is valid on one cable only',
    rangeTooWide: (range) =>
      `holds ${range}, which is not a proxy but nearly everybody; visitors could then choose the address they are counted under`,
  },
  refused: (name, problem, example) => `${name} ${problem}. For example: ${example}`,
  refusedPlainly: (name, problem) => `${name} ${problem}.`,
  proxiesTooWide: (ranges) =>
    `GUICHET_TRUSTED_PROXIES holds ${ranges}, which is not a proxy but nearly everybody: visitors can choose the address they are counted under, and get round the limits. Name the proxy's own address or network.`,
  storedProblem: (sentence) =>
    `A setting kept in the console makes no sense and does not count; what comes after it does. ${sentence}`,
};
