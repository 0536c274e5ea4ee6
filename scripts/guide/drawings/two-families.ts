/** Three secrets and the two doors they fit. */
import type { DrawingWords } from './drawing-words.ts';
import { box, hourglass, key, paragraph, place, svg, text, wire } from './svg.ts';

const CARD_HEIGHT = 102;

interface Card {
  name: string;
  shape: string;
  where: string;
  look: string;
  ends: boolean;
}

const cards = (words: DrawingWords): [apiKey: Card, session: Card, provider: Card] => [
  { name: words.apiKey, shape: words.apiKeyShape, where: words.apiKeyPlace, look: 'here', ends: false },
  { name: words.session, shape: words.sessionShape, where: words.sessionPlace, look: 'dashed', ends: true },
  { name: words.providerKey, shape: words.providerKeyShape, where: words.providerKeyPlace, look: '', ends: false },
];

export function twoFamilies(words: DrawingWords): string {
  const [apiKey, session, provider] = cards(words);
  const [width, height] = [704, 322];
  return svg(width, height, [
    wire(
      [
        [160, 36],
        [272, 36],
      ],
      'here',
    ),
    wire([
      [432, 36],
      [544, 36],
    ]),
    wire(
      [
        [216, 36],
        [216, 104],
      ],
      'here',
    ),
    wire([
      [488, 36],
      [488, 104],
    ]),
    wire(
      [
        [100, 204],
        [100, 221],
      ],
      'dashed',
    ),
    place(1, 2, 159, 68, 'Guichet', words.guichetNote, 'box here'),
    place(272, 2, 160, 68, 'Open WebUI', words.openWebUiNote),
    place(544, 2, 159, 68, words.providers, words.providersNote),
    card(1, 104, 343, apiKey),
    card(1, 221, 343, session),
    card(360, 104, 343, provider),
  ]);
}

export function narrowTwoFamilies(words: DrawingWords): string {
  const [apiKey, session, provider] = cards(words);
  const [width, left] = [340, 24];
  const inner = width - left - 1;
  const tops = { guichet: 2, apiKey: 88, session: 208, openWebUi: 338, provider: 424, providers: 554 };
  return svg(width, tops.providers + 66, [
    wire(
      [
        [12, tops.guichet + 32],
        [12, tops.openWebUi + 32],
      ],
      'here',
    ),
    wire([
      [12, tops.openWebUi + 32],
      [12, tops.providers + 32],
    ]),
    wire(
      [
        [12, tops.apiKey + 40],
        [left, tops.apiKey + 40],
      ],
      'here',
    ),
    wire(
      [
        [12, tops.session + 40],
        [left, tops.session + 40],
      ],
      'dashed',
    ),
    wire([
      [12, tops.provider + 40],
      [left, tops.provider + 40],
    ]),
    place(1, tops.guichet, width - 2, 64, 'Guichet', words.guichetNote, 'box here'),
    card(left, tops.apiKey, inner, apiKey),
    card(left, tops.session, inner, session),
    place(1, tops.openWebUi, width - 2, 64, 'Open WebUI', words.openWebUiNote),
    card(left, tops.provider, inner, provider),
    place(1, tops.providers, width - 2, 64, words.providers, words.providersNote),
  ]);
}

function card(x: number, y: number, width: number, { name, shape, where, look, ends }: Card): string {
  const [inset, top] = [x + 56, y + 28];
  return [
    box(x, y, width, CARD_HEIGHT, `box ${look}`),
    key(x + 16, y + 18, look),
    ...(ends ? [hourglass(x + 22, y + 42)] : []),
    text(inset, top, name, { size: 15, look: 'strong' }),
    text(inset, top + 21, shape, { size: 13, look: 'mono muted' }),
    paragraph(inset, top + 43, width - 64, where, { size: 13 }).drawn,
  ].join('\n');
}
