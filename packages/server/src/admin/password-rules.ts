/** Which passwords are refused, and why. Length is what counts; no kind of character is asked for. */
import { normalisePassword } from './password-hash.ts';

/** Three or four words. Shorter ones can be guessed if a copy of the database gets into the wrong hands. */
export const MIN_PASSWORD_CHARS = 12;

/** A passphrase is shorter; a pasted document is not a password, and every byte of it would have to be processed. */
export const MAX_PASSWORD_CHARS = 256;

export type PasswordRefusal =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-is-address'
  | 'password-is-site-name'
  | 'password-too-common';

/** @param names of the site, as anybody can know them: host names, the assistant's name */
export function refusalOf(password: string, names: readonly string[] = []): PasswordRefusal | undefined {
  const text = normalisePassword(password);
  const characters = [...text].length;
  if (characters < MIN_PASSWORD_CHARS) return 'password-too-short';
  if (characters > MAX_PASSWORD_CHARS) return 'password-too-long';
  if (/^\S+@\S+\.\S+$/.test(text) || /^https?:\/\/\S+$/i.test(text)) return 'password-is-address';
  if (names.some((name) => isName(text, name))) return 'password-is-site-name';
  return isCommon(text) ? 'password-too-common' : undefined;
}

/** Letters and digits in small letters, without what people put behind a word to make it a password. */
function core(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\d\p{P}\p{S}\s]+$/u, '')
    .replace(/[\p{P}\p{S}\s]/gu, '');
}

/** A name of three letters is in many a sentence; only a password that is nothing but the name is refused. */
function isName(text: string, name: string): boolean {
  const wanted = core(name);
  return wanted.length >= 3 && (core(text) === wanted || core(text) === wanted.replace(/^www/, ''));
}

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertzuiopasdfghjklyxcvbnm',
];

/** Words that lists of leaked passwords begin with, here alone or with figures behind. */
const COMMON_WORDS = [
  'password',
  'passwort',
  'motdepasse',
  'administrator',
  'administrateur',
  'openwebui',
  'guichet',
  'letmein',
  'iloveyou',
  'jetaime',
  'welcome',
  'bienvenue',
  'changeme',
  'changezmoi',
  'adminadmin',
  'adminpassword',
  'azertyuiop',
  'qwertyuiop',
];

function isCommon(text: string): boolean {
  const small = text.toLowerCase();
  if (new Set(small).size <= 3 || isRepetition(small)) return true;
  if (RUNS.some((run) => run.includes(small) || run.includes([...small].reverse().join('')))) return true;
  const word = core(small);
  return COMMON_WORDS.includes(word) || COMMON_WORDS.includes(word.replace(/^(my|mon|le|the)/, ''));
}

/** One short piece over and over: `abcabcabcabc`. */
function isRepetition(text: string): boolean {
  return [1, 2, 3, 4, 5, 6].some(
    (length) => text.length > length && text === text.slice(0, length).repeat(text.length).slice(0, text.length),
  );
}
