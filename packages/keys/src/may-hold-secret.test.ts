import { describe, expect, test } from 'vitest';
import { findSecrets } from './find-secrets.ts';
import { KINDS } from './kinds.ts';
import { mayHoldSecret } from './may-hold-secret.ts';
import { type Expression, parseExpression } from './proof/parse-expression.ts';
import { ordinaryMessage } from './samples/ordinary-message.ts';
import { sampleCount } from './samples/sample-count.ts';
import { SAMPLE_KEYS } from './samples/sample-key.ts';
import { seededRandom } from './samples/seeded-random.ts';

const SAMPLES = sampleCount(10_000);
const MESSAGES = sampleCount(20_000);

describe('mayHoldSecret', () => {
  test.each(KINDS.map(({ id }) => id))(
    `lets through every one of ${SAMPLES} samples of %s that findSecrets finds`,
    (id) => {
      const random = seededRandom(4);
      for (let count = 0; count < SAMPLES; count += 1) {
        const key = SAMPLE_KEYS[id](random);
        for (const text of [key, `Voici : ${key}.`]) {
          if (findSecrets(text).length > 0) expect(mayHoldSecret(text), text).toBe(true);
        }
      }
    },
  );

  test('cannot miss one, because no shape that is looked for is shorter than what it asks for', () => {
    const searched = KINDS.filter(({ prefixes, startsWithAnyOf }) => prefixes.length > 0 || startsWithAnyOf);
    const short = searched.filter(({ shape, sensitivity, hintOnly }) => {
      return sensitivity === 'secret' && !hintOnly && leastLength(parseExpression(shape)) < 16;
    });
    // An address with a password is found by its `@`; a private key has 40 characters of Base64 in a row.
    expect(short.map(({ id }) => id)).toEqual(['url-with-password']);
    expect(mayHoldSecret('ftp://:abc@h')).toBe(true);
    expect(mayHoldSecret('ab://u:0123456789@h')).toBe(true);
  });

  test('leaves short words alone, however many', () => {
    expect(mayHoldSecret('Bonjour, où en est ma commande n° 4711 ? Merci d’avance')).toBe(false);
    expect(mayHoldSecret('http://a.b/ me@host.example')).toBe(false);
  });

  test(`whatever findSecrets reports in ${MESSAGES} ordinary messages passed it first`, () => {
    const random = seededRandom(11);
    for (let count = 0; count < MESSAGES; count += 1) {
      const message = ordinaryMessage(random);
      if (!mayHoldSecret(message)) expect(findSecrets(message), message).toEqual([]);
    }
  });
});

function leastLength(expression: Expression): number {
  switch (expression.type) {
    case 'sequence':
      return expression.items.reduce((sum, item) => sum + leastLength(item), 0);
    case 'choice':
      return Math.min(...expression.options.map(leastLength));
    case 'repeat':
      return expression.min * leastLength(expression.item);
    case 'character':
      return 1;
    case 'assertion':
      return 0;
  }
}
