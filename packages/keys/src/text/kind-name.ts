import type { Noun } from '../key-kind.ts';
import { type KindId, kindById } from '../kinds.ts';
import type { KeyTextLocale, KindWords } from './key-texts.ts';

/** What a kind is called in a sentence; in French with its article, in English without: an owner comes before it. */
export const NOUNS: Readonly<Record<KeyTextLocale, Readonly<Record<Noun, string>>>> = {
  en: {
    'api-key': 'API key',
    'admin-key': 'admin key',
    'access-token': 'access token',
    'session-token': 'session token',
    'bot-token': 'bot token',
    'private-key': 'private key',
    'public-key': 'public key',
    password: 'password',
    identifier: 'ID',
    'address-with-password': 'address with a password',
  },
  fr: {
    'api-key': 'une clé API',
    'admin-key': 'une clé d’administration',
    'access-token': 'un jeton d’accès',
    'session-token': 'un jeton de session',
    'bot-token': 'un jeton de bot',
    'private-key': 'une clé privée',
    'public-key': 'une clé publique',
    password: 'un mot de passe',
    identifier: 'un identifiant',
    'address-with-password': 'une adresse qui contient un mot de passe',
  },
};

/** "an OpenAI API key", "a Groq API key". */
export function englishName({ noun, owner }: KindWords): string {
  return `${SPOKEN_VOWEL.test(owner) ? 'an' : 'a'} ${owner} ${NOUNS.en[noun]}`;
}

/** As names are spoken: an xAI key, an n8n key. */
const SPOKEN_VOWEL = /^(?:[AEIO]|xAI|n8n|npm|NVIDIA)/;

/** « de » s’élide devant une voyelle : d’OpenAI, mais de xAI et de n8n. */
export function frenchOf(owner: string): string {
  return VOWEL.test(owner) ? `d’${owner}` : `de ${owner}`;
}

const VOWEL = /^[AEIOUaeiouÉé]/;

/** Nobody's, or called otherwise by everybody. */
const NAMES: Partial<Record<KindId, Readonly<Record<KeyTextLocale, string>>>> = {
  'private-key': { en: 'a private key', fr: NOUNS.fr['private-key'] },
  'url-with-password': { en: 'an address with a password in it', fr: NOUNS.fr['address-with-password'] },
  'aws-access-key': { en: 'an AWS access key ID', fr: 'un identifiant de clé d’accès AWS' },
  jwt: { en: 'an access token (eyJ…)', fr: 'un jeton d’accès (eyJ…)' },
};

/** A kind in plain words, for the middle of a sentence: "an OpenAI API key", « une clé API d’OpenAI ». */
export function kindName(id: KindId, locale: KeyTextLocale): string {
  const kind = kindById(id);
  const own = NAMES[id]?.[locale];
  if (own !== undefined) return own;
  return locale === 'fr' ? `${NOUNS.fr[kind.noun]} ${frenchOf(kind.owner)}` : englishName(kind);
}
