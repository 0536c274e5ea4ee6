import { integer, type Random } from './seeded-random.ts';

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

/** The alphabets that makers of keys draw from. */
export const ALPHABETS = {
  digits: DIGITS,
  hex: `${DIGITS}abcdef`,
  small: SMALL,
  base32: `${SMALL.toUpperCase()}234567`,
  base36: SMALL + DIGITS,
  base62: SMALL + SMALL.toUpperCase() + DIGITS,
  base64: `${SMALL}${SMALL.toUpperCase()}${DIGITS}+/`,
  base64url: `${SMALL}${SMALL.toUpperCase()}${DIGITS}-_`,
} as const;

export function characters(random: Random, alphabet: keyof typeof ALPHABETS, length: number): string {
  const letters = ALPHABETS[alphabet];
  let text = '';
  for (let index = 0; index < length; index += 1) text += letters[Math.floor(random() * letters.length)];
  return text;
}

export function charactersBetween(random: Random, alphabet: keyof typeof ALPHABETS, min: number, max: number): string {
  return characters(random, alphabet, integer(random, min, max));
}

/** A version 4 UUID. */
export function uuid(random: Random): string {
  const hex = characters(random, 'hex', 32);
  const variant = '89ab'[Math.floor(random() * 4)];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
