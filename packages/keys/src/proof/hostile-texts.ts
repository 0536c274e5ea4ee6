import { KINDS } from '../kinds.ts';
import { SAMPLE_KEYS } from '../samples/sample-key.ts';
import { seededRandom } from '../samples/seeded-random.ts';

/** Pieces that, repeated, make expressions work hardest: openings of everything, and the characters they repeat. */
const PIECES = [
  ...[
    'c2st',
    '=\n',
    '=3D',
    '&amp;',
    '&#45;',
    '<b>',
    '`n',
    '^',
    '\\u002d',
    'OPENWEBUI_API_KEY=',
    'OPENWEBUI_API_KEY:\n',
    'а',
    '0x73 ',
  ],
  ...['sk-"+"', 'eyJ-\n', 'c2st\n', 'QQ==', 'bearer', '\u001b[', 'Sk-'],
  ...['a', 'A', '0', '-', '_', '.', '/', '=', ':', '"', "'", '\\', ' ', '\n', '\u200b', '<', '{', '•', '*', '…', '|'],
  ...['eyJ', 'eyJ.', 'eyJaaaaaaaaaa.', 'sk-', ' sk-', 'a=', 'Bearer ', 'export ', 'KEY=', '-----BEGIN '],
  ...[
    '-----BEGIN PRIVATE KEY-----',
    'a://b:',
    'https://',
    '0|',
    '1:A',
    'password=',
    '\\n',
    '%20',
    'sk\n',
    'sk-a ',
    '#\n',
  ],
];

/** Texts of a given length made to hurt: one piece over and over, nearly a key of every kind, keys without an end. */
export function hostileTexts(length: number): string[] {
  const random = seededRandom(99);
  const keys = KINDS.map(({ id }) => SAMPLE_KEYS[id](random));
  const prefixes = [...new Set(KINDS.flatMap((kind) => kind.prefixes))];
  return [
    ...PIECES.map((piece) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)),
    ...prefixes.map((prefix) => prefix.repeat(Math.ceil(length / prefix.length)).slice(0, length)),
    ...prefixes.map((prefix) => prefix + 'a0'.repeat(length / 2)),
    ...keys.map((key) => `${key} `.repeat(Math.ceil(length / (key.length + 1))).slice(0, length)),
    ...keys.map((key) => `${key.slice(0, -1)}!`.repeat(Math.ceil(length / key.length)).slice(0, length)),
  ];
}
