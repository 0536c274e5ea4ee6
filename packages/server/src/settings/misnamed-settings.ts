/**
 * Names that are nearly those of settings, and are read by nobody: `openwebui_url`, `OPENWEBUI_URI`, a space at the end.
 * Only names are looked at and told; what they hold is compared and never shown.
 */
import { readEnvFile, readSettingText, type SettingSources, writtenValue } from './read-settings.ts';
import { SETTINGS, type SettingKey } from './setting-definitions.ts';

export interface MisnamedSetting {
  /** As it is written. */
  name: string;
  /** The name that is read. */
  meant: string;
}

/** Other words for the same, as other programs use them. */
const OTHER_WORDS: Readonly<Record<string, SettingKey>> = {
  OPENWEBUIADDRESS: 'openWebUiUrl',
  OPENWEBUIAPIURL: 'openWebUiUrl',
  OPENWEBUIBASEURL: 'openWebUiUrl',
  OPENWEBUIENDPOINT: 'openWebUiUrl',
  GUICHETOPENWEBUIURL: 'openWebUiUrl',
  OPENWEBUIAPITOKEN: 'openWebUiApiKey',
  OPENWEBUIKEY: 'openWebUiApiKey',
  OPENWEBUITOKEN: 'openWebUiApiKey',
  GUICHETOPENWEBUIAPIKEY: 'openWebUiApiKey',
  GUICHETALLOWEDORIGIN: 'allowedOrigins',
  GUICHETORIGINS: 'allowedOrigins',
  GUICHETDATABASEURL: 'databaseUrl',
  GUICHETDATAFOLDER: 'dataDir',
  GUICHETLANGUAGE: 'locale',
  GUICHETMODEL: 'openWebUiModel',
  GUICHETREDISURL: 'redisUrl',
  GUICHETTRUSTEDPROXY: 'trustedProxies',
};

/** Of names that others use as well, only the spelling is recognised; `port` and `host` are everybody's. */
const OF_EVERYBODY = new Set<SettingKey>(['port', 'host', 'databaseUrl', 'redisUrl']);
const UNSURE = new Set<SettingKey>(['port', 'host']);

/** A letter too many, too few, another one, or two that changed places. */
const FEW_SLIPS = 1;
/** In a long name. */
const MORE_SLIPS = 2;
const LONG_NAME = 16;

const FILE_ENDING = 'FILE';

interface Known {
  key: SettingKey;
  name: string;
  letters: string;
}

const KNOWN: readonly Known[] = (Object.keys(SETTINGS) as SettingKey[]).flatMap((key) => {
  const { name, aliases = [] } = SETTINGS[key] as { name: string; aliases?: readonly string[] };
  return [name, ...aliases].flatMap((one) => [
    { key, name: one, letters: lettersOf(one) },
    { key, name: `${one}_FILE`, letters: lettersOf(`${one}_FILE`) },
  ]);
});

const READ = new Set(KNOWN.map(({ name }) => name));

/** @throws SettingsError when a file of settings cannot be read */
export function misnamedSettings(sources: SettingSources): MisnamedSetting[] {
  const inFile = sources.envFile === undefined ? {} : readEnvFile(sources.envFile);
  const found = new Map<string, MisnamedSetting>();
  for (const [name, text] of [...Object.entries(sources.environment), ...Object.entries(inFile)]) {
    const value = writtenValue(text);
    const meant = READ.has(name) || value === undefined ? undefined : meantBy(name);
    if (!meant || found.has(name)) continue;
    const isFile = meant.name.endsWith('_FILE');
    // Whoever wrote both, for two programs, has nothing to correct.
    if (!isFile && readSettingText(meant.key, sources) === value) continue;
    if (isFile && readSettingText(meant.key, sources) !== undefined) continue;
    found.set(name, { name, meant: meant.name });
  }
  return [...found.values()];
}

function meantBy(name: string): Known | undefined {
  const letters = lettersOf(name);
  const known = KNOWN.find((one) => !UNSURE.has(one.key) && one.letters === letters);
  if (known) return known;
  const [stem, ending] = letters.endsWith(FILE_ENDING)
    ? [letters.slice(0, -FILE_ENDING.length), '_FILE']
    : [letters, ''];
  const other = Object.hasOwn(OTHER_WORDS, stem) ? OTHER_WORDS[stem] : undefined;
  if (other) return { key: other, name: `${SETTINGS[other].name}${ending}`, letters };
  return KNOWN.find(
    (one) =>
      !OF_EVERYBODY.has(one.key) &&
      slips(letters, one.letters) <= (one.letters.length >= LONG_NAME ? MORE_SLIPS : FEW_SLIPS),
  );
}

/** What makes a name, without case, lines and what was pasted along. */
function lettersOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** How many slips of the pen lead from one word to the other (Damerau and Levenshtein). */
function slips(from: string, to: string): number {
  // More than any that counts; long names of other programs cost nothing.
  if (Math.abs(from.length - to.length) > MORE_SLIPS) return Number.POSITIVE_INFINITY;
  let [before, last] = [[] as number[], Array.from({ length: to.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let at = 1; at <= to.length; at++) {
      const isSame = from[row - 1] === to[at - 1];
      let least = Math.min(
        (line[at - 1] as number) + 1,
        (last[at] as number) + 1,
        (last[at - 1] as number) + (isSame ? 0 : 1),
      );
      const isSwapped = row > 1 && at > 1 && from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1];
      if (isSwapped) least = Math.min(least, (before[at - 2] as number) + 1);
      line.push(least);
    }
    [before, last] = [last, line];
  }
  return last[to.length] as number;
}
