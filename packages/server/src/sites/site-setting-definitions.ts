/**
 * Every setting of a site: its name, what it means, how its text becomes a value. The one place to add one; the command,
 * its help, the reference page and the error sentences are made from it.
 */
import { FILE_KINDS, type FileKind } from '@guichet/contract/file-types';
import { FILE_BYTES, MAX_CONSENT_CHARS, MOST_FILE_BYTES } from '@guichet/contract/limits';
import type { Locale } from '@guichet/contract/locale';
import {
  INTRODUCTION_WISHES,
  type IntroductionWish,
  TOOL_MODES,
  type ToolMode,
  VOICE_WAYS,
  type VoiceWay,
} from '@guichet/contract/site-settings';
import { VISITOR_LOCALES, VISITOR_TEXTS, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { oneOf, parseList, quote, SETTINGS, type SettingKey } from '../settings/setting-definitions.ts';
import { SettingProblem } from '../settings/text/setting-problem-texts.ts';
import { parsePictureHosts } from './parse-picture-hosts.ts';

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

/** The text of an empty conversation or an empty field. Longer ones are refused. */
const MAX_TEXT_CHARS = 300;

/** A date, or a number. Longer ones are refused. */
const MAX_VERSION_CHARS = 40;

/** An address with parameters. Longer ones are refused. */
const MAX_LINK_CHARS = 1_000;

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

/** What a visitor's click may open. */
const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:'];

function parseLink(text: string): string {
  const link = URL.parse(textUpTo(MAX_LINK_CHARS)(text));
  if (!link || !LINK_PROTOCOLS.includes(link.protocol) || /\s/.test(text)) throw new SettingProblem('notLink');
  if (link.username || link.password) throw new SettingProblem('holdsPassword');
  return link.href;
}

const parseSwitch = oneOf(['on', 'off']);

function parseCollections(text: string): string[] {
  const ids = [...new Set(parseList(text, textUpTo(MAX_TEXT_CHARS)))];
  if (ids.length > MAX_COLLECTIONS) throw new SettingProblem('tooMany', MAX_COLLECTIONS);
  return ids;
}

/** As people and file managers count them; in bytes. */
const MEGABYTE = 1_000_000;

/** @returns bytes */
function parseMegabytes(text: string): number {
  const bytes = /^\d{1,3}$/.test(text) ? Number(text) * MEGABYTE : 0;
  if (bytes < MEGABYTE || bytes > MOST_FILE_BYTES)
    throw new SettingProblem('notCount', quote(text), 1, MOST_FILE_BYTES / MEGABYTE);
  return bytes;
}

/** What the language is called in the operators' own: "German", « allemand ». */
function languageNames(language: VisitorLocale): Readonly<Record<Locale, string>> {
  const nameIn = (locale: Locale) => new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  return { en: nameIn('en'), fr: nameIn('fr') };
}

/** A text that visitors read, in one language, in place of the widget's own. */
function textIn(
  name: string,
  example: keyof (typeof VISITOR_TEXTS)[VisitorLocale]['examples'],
  meaning: (language: string) => Readonly<Record<Locale, string>>,
  mostCharacters = MAX_TEXT_CHARS,
) {
  return (language: VisitorLocale) => {
    const names = languageNames(language);
    return define<string | undefined>({
      name: `${name}.${language}`,
      meaning: { en: meaning(names.en).en, fr: meaning(names.fr).fr },
      example: VISITOR_TEXTS[language].examples[example],
      defaultText: { en: 'the widget’s own words', fr: 'les mots du widget' },
      default: undefined,
      parse: textUpTo(mostCharacters),
    });
  };
}

/** Something that visitors are asked before their first question. */
function asked(name: string, meaning: Readonly<Record<Locale, string>>) {
  return define<IntroductionWish>({
    name,
    meaning: {
      en: `${meaning.en} before the first question: off, optional or required.`,
      fr: `${meaning.fr} avant la première question\u202f: off (non), optional (facultatif) ou required (obligatoire).`,
    },
    example: 'optional',
    defaultText: OFF,
    default: 'off',
    parse: oneOf(INTRODUCTION_WISHES),
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
  owner: define<string | undefined>({
    name: 'owner',
    meaning: {
      en: 'Who provides the assistant. Visitors read it above the conversation.',
      fr: 'Qui propose l’assistant. Les visiteurs le lisent au-dessus de la discussion.',
    },
    example: 'Example Ltd',
    defaultText: { en: 'the host name of the page', fr: 'le nom d’hôte de la page' },
    default: undefined,
    parse: textUpTo(MAX_NAME_CHARS),
  }),
  contact: define<string | undefined>({
    name: 'contact',
    meaning: {
      en: 'Link to a person or a contact page: http, https, mailto or tel.',
      fr: 'Lien vers une personne ou une page de contact : http, https, mailto ou tel.',
    },
    example: 'mailto:help@example.com',
    defaultText: NONE,
    default: undefined,
    parse: parseLink,
  }),
  privacy: define<string | undefined>({
    name: 'privacy',
    meaning: {
      en: 'Link to the privacy policy: http, https, mailto or tel.',
      fr: 'Lien vers la politique de confidentialité : http, https, mailto ou tel.',
    },
    example: 'https://www.example.com/privacy',
    defaultText: NONE,
    default: undefined,
    parse: parseLink,
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
  frame: define<boolean>({
    name: 'frame',
    meaning: {
      en: 'Seal the chat: its panel is in a frame of Guichet’s, and pages cannot ask in its place: on or off.',
      fr: 'Cloisonner la discussion\u202f: son panneau est dans un cadre de Guichet, et les pages ne peuvent pas demander à sa place\u202f: on (oui) ou off (non).',
    },
    example: 'on',
    defaultText: OFF,
    default: false,
    parse: (text) => parseSwitch(text) === 'on',
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
  voice: define<VoiceWay>({
    name: 'voice',
    meaning: {
      en: 'Let visitors speak and listen: off, open-webui (only where Open WebUI does it), or any (otherwise their browser, whose maker may get the sound).',
      fr: 'Laisser les visiteurs parler et écouter\u202f: off (non), open-webui (seulement si Open WebUI s’en charge) ou any (sinon leur navigateur, dont l’éditeur peut recevoir le son).',
    },
    example: 'open-webui',
    defaultText: OFF,
    default: 'off',
    parse: oneOf(VOICE_WAYS),
  }),
  shareRatings: define<boolean>({
    name: 'share-ratings',
    meaning: {
      en: 'Pass visitors’ ratings, with their reason and comment, on to Open WebUI’s evaluations: on or off.',
      fr: 'Transmettre aux évaluations d’Open WebUI les notes des visiteurs, avec leur raison et leur commentaire\u202f: on (oui) ou off (non).',
    },
    example: 'on',
    defaultText: OFF,
    default: false,
    parse: (text) => parseSwitch(text) === 'on',
  }),
  files: define<readonly FileKind[]>({
    name: 'files',
    meaning: {
      en: 'What visitors may attach to a question: pictures, documents, or both separated by a comma.',
      fr: 'Ce que les visiteurs peuvent joindre à une question\u202f: pictures (images), documents, ou les deux séparés par une virgule.',
    },
    example: 'pictures,documents',
    defaultText: { en: 'nothing', fr: 'rien' },
    default: [],
    parse: (text) => [...new Set(parseList(text, oneOf(FILE_KINDS)))],
  }),
  fileBytes: define<number>({
    name: 'file-megabytes',
    meaning: {
      en: `Largest file that visitors may attach, in megabytes, up to ${MOST_FILE_BYTES / MEGABYTE}.`,
      fr: `Taille maximale d’un fichier joint, en mégaoctets, jusqu’à ${MOST_FILE_BYTES / MEGABYTE}.`,
    },
    example: '10',
    defaultText: { en: `${FILE_BYTES / MEGABYTE}`, fr: `${FILE_BYTES / MEGABYTE}` },
    default: FILE_BYTES,
    parse: parseMegabytes,
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
  pageContext: define<boolean>({
    name: 'page-context',
    meaning: {
      en: 'Tell the model about the page that visitors ask from, as pages report it with setContext: on or off.',
      fr: 'Indiquer au modèle la page d’où viennent les questions, telle que la page la décrit avec setContext\u202f: on (oui) ou off (non).',
    },
    example: 'on',
    defaultText: OFF,
    default: false,
    parse: (text) => parseSwitch(text) === 'on',
  }),
  pictureHosts: define<readonly string[]>({
    name: 'picture-hosts',
    meaning: {
      en: 'Hosts whose pictures are shown in answers, over https, separated by commas. All others stay an address. An allowed host can redirect to another, except in a sealed chat.',
      fr: 'Hôtes dont les images s’affichent dans les réponses, en https, séparés par des virgules. Les autres restent une adresse. Un hôte autorisé peut rediriger vers un autre, sauf dans une discussion cloisonnée.',
    },
    example: 'images.example.com,*.example.net',
    defaultText: NONE,
    default: [],
    parse: parsePictureHosts,
  }),
  askName: asked('ask-name', { en: 'Ask visitors for their name', fr: 'Demander leur nom aux visiteurs' }),
  askEmail: asked('ask-email', {
    en: 'Ask visitors for their email address',
    fr: 'Demander leur adresse e-mail aux visiteurs',
  }),
  askConsent: asked('ask-consent', {
    en: 'Ask visitors to agree to the text of `consent`',
    fr: 'Demander aux visiteurs d’accepter le texte de `consent`',
  }),
  consentVersion: define<string>({
    name: 'consent-version',
    meaning: {
      en: 'Version of the text that visitors agree to. If you change it, all visitors are asked again.',
      fr: 'Version du texte que les visiteurs acceptent. Si vous la changez, tous les visiteurs sont de nouveau interrogés.',
    },
    example: '2026-12',
    defaultText: { en: '1', fr: '1' },
    default: '1',
    parse: textUpTo(MAX_VERSION_CHARS),
  }),
  ...inEachLanguage(
    'greeting',
    textIn('greeting', 'greeting', (language) => ({
      en: `Greeting in an empty conversation, in ${language}.`,
      fr: `Message d’accueil d’une discussion vide, en ${language}.`,
    })),
  ),
  ...inEachLanguage(
    'placeholder',
    textIn('placeholder', 'placeholder', (language) => ({
      en: `Hint in the empty input field, in ${language}.`,
      fr: `Indication dans le champ de saisie vide, en ${language}.`,
    })),
  ),
  ...inEachLanguage(
    'ai-notice',
    textIn('ai-notice', 'aiNotice', (language) => ({
      en: `Your words for the notice that an AI answers and can be wrong, in ${language}. Visitors always see a notice.`,
      fr: `Vos mots pour dire qu’une IA répond et peut se tromper, en ${language}. Les visiteurs voient toujours cet avis.`,
    })),
  ),
  ...inEachLanguage(
    'data-notice',
    textIn('data-notice', 'dataNotice', (language) => ({
      en: `Your words for the notice not to enter sensitive data, in ${language}.`,
      fr: `Vos mots pour déconseiller d’écrire des données sensibles, en ${language}.`,
    })),
  ),
  ...inEachLanguage(
    'consent',
    textIn(
      'consent',
      'consent',
      (language) => ({
        en: `What visitors agree to if you ask for their consent, in ${language}.`,
        fr: `Ce que les visiteurs acceptent si vous demandez leur accord, en ${language}.`,
      }),
      MAX_CONSENT_CHARS,
    ),
  ),
} as const;

export type SiteSettingKey = keyof typeof SITE_SETTINGS;
export type SiteSettingValues = { [Key in SiteSettingKey]: (typeof SITE_SETTINGS)[Key]['default'] };
