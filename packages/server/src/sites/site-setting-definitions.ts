/**
 * Every setting of a site: its name, what it means, how its text becomes a value. The one place to add one; the command,
 * its help, the reference page and the error sentences are made from it.
 */
import type { Locale } from '@guichet/contract/locale';
import { TOOL_MODES, type ToolMode } from '@guichet/contract/site-settings';
import { VISITOR_LOCALES, VISITOR_TEXTS, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { oneOf, parseList, SETTINGS, type SettingKey } from '../settings/setting-definitions.ts';
import { SettingProblem } from '../settings/text/setting-problem-texts.ts';

export interface SiteSettingDefinition<Value> {
  /** As `npx guichet site set` takes it. */
  name: string;
  /** One line for the reference page and the command's help. */
  meaning: Readonly<Record<Locale, string>>;
  /** Completes the sentence "… for example NAME=EXAMPLE". */
  example: string;
  /** What applies when nothing is set. */
  defaultText: Readonly<Record<Locale, string>>;
  default: Value;
  /** @throws SettingProblem with what is wrong */
  parse: (text: string) => Value;
  /** The site `default` has this one from the server's settings, where environment and console can set it. */
  ofDefaultSite?: SettingKey;
}

/** A name fits into the header of a phone. Longer ones are refused. */
const MAX_NAME_CHARS = 60;

/** Some three pages. Instructions are sent with every question; longer ones are refused. */
const MAX_SYSTEM_CHARS = 12_000;

/** What stands in an empty conversation or an empty field. Longer ones are refused. */
const MAX_TEXT_CHARS = 300;

/** Each is searched for every question. More are refused. */
const MAX_COLLECTIONS = 50;

function define<Value>(definition: SiteSettingDefinition<Value>): SiteSettingDefinition<Value> {
  return definition;
}

const NONE = { en: 'none', fr: 'aucun' };
const OFF = { en: 'off', fr: 'off' };

function textUpTo(characters: number): (text: string) => string {
  return (text) => {
    if (text.length > characters) throw new SettingProblem('tooLong', characters);
    return text.toWellFormed();
  };
}

const parseSwitch = oneOf(['on', 'off']);

function parseCollections(text: string): string[] {
  const ids = [...new Set(parseList(text, textUpTo(MAX_TEXT_CHARS)))];
  if (ids.length > MAX_COLLECTIONS) throw new SettingProblem('tooMany', MAX_COLLECTIONS);
  return ids;
}

/** What the language is called in the operators' own: "German", « allemand ». */
function languageNames(language: VisitorLocale): Readonly<Record<Locale, string>> {
  const nameIn = (locale: Locale) => new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  return { en: nameIn('en'), fr: nameIn('fr') };
}

/** What an empty conversation says, in one language. */
function greetingIn(language: VisitorLocale) {
  const names = languageNames(language);
  return define<string | undefined>({
    name: `greeting.${language}`,
    meaning: {
      en: `Greeting in an empty conversation, in ${names.en}.`,
      fr: `Message d’accueil d’une discussion vide, en ${names.fr}.`,
    },
    example: VISITOR_TEXTS[language].examples.greeting,
    defaultText: { en: 'the widget’s own words', fr: 'les mots du widget' },
    default: undefined,
    parse: textUpTo(MAX_TEXT_CHARS),
  });
}

/** What stands in the empty field, in one language. */
function placeholderIn(language: VisitorLocale) {
  const names = languageNames(language);
  return define<string | undefined>({
    name: `placeholder.${language}`,
    meaning: {
      en: `Hint in the empty input field, in ${names.en}.`,
      fr: `Indication dans le champ de saisie vide, en ${names.fr}.`,
    },
    example: VISITOR_TEXTS[language].examples.placeholder,
    defaultText: { en: 'the widget’s own words', fr: 'les mots du widget' },
    default: undefined,
    parse: textUpTo(MAX_TEXT_CHARS),
  });
}

/** One setting for each visitors' language, under the name it has for operators. */
function inEachLanguage<Name extends string>(
  name: Name,
  settingIn: (language: VisitorLocale) => SiteSettingDefinition<string | undefined>,
) {
  const entries = VISITOR_LOCALES.map((language) => [`${name}.${language}`, settingIn(language)]);
  return Object.fromEntries(entries) as Record<`${Name}.${VisitorLocale}`, SiteSettingDefinition<string | undefined>>;
}

export const SITE_SETTINGS = {
  name: define<string | undefined>({
    name: 'name',
    meaning: { en: 'Name in the header of the chat.', fr: 'Nom dans l’en-tête de la discussion.' },
    example: 'Help desk',
    defaultText: { en: 'the name of the model', fr: 'le nom du modèle' },
    default: undefined,
    parse: textUpTo(MAX_NAME_CHARS),
  }),
  origins: define<readonly string[]>({
    name: 'origins',
    meaning: {
      en: 'Origins that can embed this site’s chat, separated by commas.',
      fr: 'Origines qui peuvent afficher la discussion de ce site, séparées par des virgules.',
    },
    example: 'https://www.example.com,https://example.com',
    defaultText: { en: 'the public URL', fr: 'l’adresse publique' },
    default: [],
    parse: SETTINGS.allowedOrigins.parse,
    ofDefaultSite: 'allowedOrigins',
  }),
  model: define<string | undefined>({
    name: 'model',
    meaning: { en: 'ID of the model that answers.', fr: 'Identifiant du modèle qui répond.' },
    example: 'gpt-5-mini',
    defaultText: {
      en: 'the first model that the key can use',
      fr: 'le premier modèle que la clé peut utiliser',
    },
    default: undefined,
    parse: textUpTo(MAX_TEXT_CHARS),
    ofDefaultSite: 'openWebUiModel',
  }),
  system: define<string | undefined>({
    name: 'system',
    meaning: {
      en: 'Instructions for the model at the start of every conversation. Visitors never see them.',
      fr: 'Consignes données au modèle au début de chaque discussion. Les visiteurs ne les voient jamais.',
    },
    example: 'Answer in two sentences.',
    defaultText: NONE,
    default: undefined,
    parse: textUpTo(MAX_SYSTEM_CHARS),
  }),
  collections: define<readonly string[]>({
    name: 'collections',
    meaning: {
      en: 'IDs of document collections to add to the model’s own, separated by commas.',
      fr: 'Identifiants de collections de documents à ajouter à celles du modèle, séparés par des virgules.',
    },
    example: '3f0c9a1e-0000-4000-8000-000000000000',
    defaultText: NONE,
    default: [],
    parse: parseCollections,
  }),
  tools: define<ToolMode>({
    name: 'tools',
    meaning: {
      en: 'How far an answer may use the model’s tools: off, one-round or whole-agent.',
      fr: 'Jusqu’où une réponse peut se servir des outils du modèle\u202f: off (aucun), one-round (un tour), whole-agent (agent complet).',
    },
    example: 'one-round',
    defaultText: OFF,
    default: 'off',
    parse: oneOf(TOOL_MODES),
  }),
  followUps: define<boolean>({
    name: 'follow-ups',
    meaning: {
      en: 'Suggest follow-up questions after an answer: on or off.',
      fr: 'Proposer des questions après une réponse\u202f: on (oui) ou off (non).',
    },
    example: 'on',
    defaultText: OFF,
    default: false,
    parse: (text) => parseSwitch(text) === 'on',
  }),
  showToolArguments: define<boolean>({
    name: 'show-tool-arguments',
    meaning: {
      en: 'Show visitors the input of tools: on or off.',
      fr: 'Montrer aux visiteurs ce que reçoivent les outils\u202f: on (oui) ou off (non).',
    },
    example: 'on',
    defaultText: OFF,
    default: false,
    parse: (text) => parseSwitch(text) === 'on',
  }),
  sourceExcerpts: define<boolean>({
    name: 'source-excerpts',
    meaning: {
      en: 'Show visitors a short excerpt of each document behind an answer: on or off.',
      fr: 'Montrer aux visiteurs un court extrait de chaque document d’une réponse\u202f: on (oui) ou off (non).',
    },
    example: 'on',
    defaultText: OFF,
    default: false,
    parse: (text) => parseSwitch(text) === 'on',
    ofDefaultSite: 'sourceExcerpts',
  }),
  ...inEachLanguage('greeting', greetingIn),
  ...inEachLanguage('placeholder', placeholderIn),
} as const;

export type SiteSettingKey = keyof typeof SITE_SETTINGS;
export type SiteSettingValues = { [Key in SiteSettingKey]: (typeof SITE_SETTINGS)[Key]['default'] };
