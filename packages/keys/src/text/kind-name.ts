import type { Noun } from '../key-kind.ts';
import { type KindId, kindById } from '../kinds.ts';
import type { KeyTextLocale } from './key-texts.ts';

/** What a kind is called in a sentence, with its article. */
export const NOUNS: Readonly<Record<KeyTextLocale, Readonly<Record<Noun, string>>>> = {
  en: {
    'api-key': 'an API key',
    'admin-key': 'an administration key',
    'access-token': 'an access token',
    'session-token': 'a session token',
    'bot-token': 'a bot’s token',
    'private-key': 'a private key',
    'public-key': 'a public key',
    password: 'a password',
    identifier: 'an identifier',
    'address-with-password': 'an address with a password in it',
  },
  fr: {
    'api-key': 'une clé API',
    'admin-key': 'une clé d’administration',
    'access-token': 'un jeton d’accès',
    'session-token': 'un jeton de session',
    'bot-token': 'un jeton de robot',
    'private-key': 'une clé privée',
    'public-key': 'une clé publique',
    password: 'un mot de passe',
    identifier: 'un identifiant',
    'address-with-password': 'une adresse qui contient un mot de passe',
  },
};

/** « de » s’élide devant une voyelle : d’OpenAI, mais de xAI et de n8n. */
export function frenchOf(owner: string): string {
  return VOWEL.test(owner) ? `d’${owner}` : `de ${owner}`;
}

const VOWEL = /^[AEIOUaeiouÉé]/;

/** Nobody's, or called otherwise by everybody. */
const NAMES: Partial<Record<KindId, Readonly<Record<KeyTextLocale, string>>>> = {
  'private-key': { en: NOUNS.en['private-key'], fr: NOUNS.fr['private-key'] },
  'url-with-password': { en: NOUNS.en['address-with-password'], fr: NOUNS.fr['address-with-password'] },
  'aws-access-key': { en: 'an access key of AWS', fr: 'une clé d’accès AWS' },
  jwt: { en: 'an access token (eyJ…)', fr: 'un jeton d’accès (eyJ…)' },
};

/** A kind in plain words, for the middle of a sentence: "an API key of OpenAI", « une clé API d’OpenAI ». */
export function kindName(id: KindId, locale: KeyTextLocale): string {
  const { noun, owner } = kindById(id);
  const named = NOUNS[locale][noun];
  return NAMES[id]?.[locale] ?? (locale === 'fr' ? `${named} ${frenchOf(owner)}` : `${named} of ${owner}`);
}
