import { findSecrets } from '@guichet/keys/find-secrets';
import { SAMPLE_KEYS, seededRandom } from '@guichet/keys/samples';
import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.ts';

const random = seededRandom(8);
const [first, second] = [SAMPLE_KEYS.groq(random), SAMPLE_KEYS.github(random)];
const clean = (text: string) => withoutSecrets(text, findSecrets(text));

describe('withoutSecrets', () => {
  it('leaves the sentence around a secret as it was', () => {
    expect(clean(`My key is ${first}, why?`)).toBe('My key is […], why?');
  });

  it('takes out every one', () => {
    expect(clean(`${first}\nand ${second}`)).toBe('[…]\nand […]');
  });

  it('is empty where nothing else was written', () => {
    expect(clean(`  ${first} `)).toBe('');
    expect(clean(`${first} ${second}`)).toBe('');
  });
});
