/** What can be wrong with a setting's text: the end of the sentence "NAME …". `quoted` holds no secret and no quotes of its own. */
export interface SettingProblemTexts {
  notAddress: (quoted: string) => string;
  holdsPassword: () => string;
  /** `meant`: the address with one scheme. */
  schemeTwice: (meant: string) => string;
  schemeWithoutColon: (meant: string) => string;
  schemeMissing: (meant: string) => string;
  notHttp: (quoted: string) => string;
  notOrigin: (quoted: string) => string;
  starTooWide: (quoted: string) => string;
  starElsewhere: (quoted: string) => string;
  notPort: (quoted: string) => string;
  notCount: (quoted: string, least: number, most: number) => string;
  noneOf: (quoted: string, choices: string) => string;
  notRange: (quoted: string) => string;
  masterKeyId: () => string;
  masterKeyLength: (id: string, bytes: number) => string;
  /** A file; `reason` is the system's word for it. */
  unreadable: (reason: string) => string;
  /** What is in the place of a file. */
  notAFile: (kind: 'folder' | 'pipe' | 'socket' | 'device') => string;
  noMasterKey: () => string;
  twoMasterKeys: () => string;
  controlCharacter: () => string;
  notHost: (quoted: string) => string;
  notPostgres: () => string;
  notRedis: () => string;
  tooShort: (characters: number) => string;
  /** What looks like a secret, in a setting that is shown to people. */
  looksSecret: (characters: number) => string;
  /** In the console only. */
  unknown: () => string;
  notInConsole: () => string;
  tooLong: (characters: number) => string;
  /** Of a site's settings only. */
  tooMany: (count: number) => string;
  notLink: () => string;
  notPictureHost: () => string;
  unknownOfSite: (names: string) => string;
  /** `setting` holds the same for the site `default`. */
  ofDefaultSite: (setting: string) => string;
  forbiddenAddress: () => string;
  rangeTooWide: (range: string) => string;
}

/** One of the problems with what belongs into its sentence; the sentence is made where the language is known. */
export class SettingProblem<Key extends keyof SettingProblemTexts = keyof SettingProblemTexts> extends Error {
  override name = 'SettingProblem';
  readonly #say: (texts: SettingProblemTexts) => string;

  constructor(key: Key, ...args: Parameters<SettingProblemTexts[Key]>) {
    super(key);
    // The arguments belong to the key by their type.
    this.#say = (texts) => (texts[key] as (...all: typeof args) => string)(...args);
  }

  in(texts: SettingProblemTexts): string {
    return this.#say(texts);
  }
}
