/** Markdown that comes in pieces of four characters: our parser, one that streams too, and one that begins anew with each. */
import type { WidgetLab } from './widget-lab.ts';

const PIECE = 4;

/** Everything an answer usually has, tables among it. */
export const MIXED_TEXT = `## Opening hours

We are open **every day** but Monday, from 8:00 to 18:30, and *sometimes* later; see [the page](https://shop.example/hours).

- Bread with \`rye\`
- Rolls
  - with poppy seeds
  - without

1. Choose a loaf
2. Pay at the counter

| Loaf | Price |
|------|------:|
| Rye  | 4.20 € |
| Spelt | 5.10 € |

> A baker's dozen is thirteen.

\`\`\`js
const price = (loaves) => loaves * 4.2;
\`\`\`

`;

export type ParserName = 'guichet' | 'streaming-markdown' | 'marked';

export interface ParserFiles {
  /** Address of our Markdown piece. */
  guichet: string;
  'streaming-markdown': string;
  marked: string;
}

/** @returns milliseconds for each text, one after the other in this very page */
export async function measureParseTime(
  lab: WidgetLab,
  files: ParserFiles,
  parser: ParserName,
  texts: readonly string[],
): Promise<number[]> {
  const context = await lab.browser.newContext();
  const page = await context.newPage();
  await page.goto(lab.showing(''));
  const times = await page.evaluate(
    async ({ files, parser, texts, size }) => {
      // biome-ignore lint/suspicious/noExplicitAny: three packages with three interfaces.
      const piece: any = await import(files[parser]);
      const words = { pictureAway: '{alt}', copyCode: 'Copy code', copied: 'Copied' };
      const begun = {
        guichet(place: HTMLElement) {
          const stream = new piece.MarkdownStream(place, { words });
          return { write: (text: string) => stream.write(text), end: () => stream.end() };
        },
        'streaming-markdown'(place: HTMLElement) {
          const stream = piece.parser(piece.default_renderer(place));
          return { write: (text: string) => piece.parser_write(stream, text), end: () => piece.parser_end(stream) };
        },
        marked(place: HTMLElement) {
          let whole = '';
          return {
            write(text: string) {
              whole += text;
              place.innerHTML = piece.marked.parse(whole);
            },
            end() {},
          };
        },
      };
      const timeOf = (text: string) => {
        const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
        const place = document.createElement('div');
        document.body.replaceChildren(place);
        const began = performance.now();
        const stream = begun[parser](place);
        for (const one of pieces) stream.write(one);
        stream.end();
        return performance.now() - began;
      };
      // Compiled before it is timed.
      timeOf((texts[0] ?? '').slice(0, 2_000));
      return texts.map(timeOf);
    },
    { files, parser, texts, size: PIECE },
  );
  await context.close();
  return times;
}

/** The mixed text, so many characters of it. */
export function mixedText(characters: number): string {
  return MIXED_TEXT.repeat(Math.ceil(characters / MIXED_TEXT.length)).slice(0, characters);
}
