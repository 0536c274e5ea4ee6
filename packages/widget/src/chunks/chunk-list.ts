/**
 * The pieces that the widget fetches only when they are needed. The build makes a file of each; `load-chunk.ts` fetches
 * one by its name and checks it against its hash. A new piece is one entry here.
 */
import { VISITOR_LOCALES, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';

export interface Chunk {
  /** The module whose exports the loaded piece has. It brings all it needs, so it imports nothing that the widget has already. */
  entry: string;
  /** Compressed with brotli. A larger one fails the build in CI, and the tests. */
  mostBrotliBytes: number;
}

/** It comes before the panel is drawn. Scripts other than Latin take twice the bytes. */
const MOST_LANGUAGE_BYTES = 2_500;

const FEATURES = {
  /** A visitor who presses Enter waits two seconds at most for it, also on a slow network. */
  'key-warning': { entry: 'src/key-warning/key-warning.ts', mostBrotliBytes: 8_000 },
  /** What a page loads for a sealed chat in place of the widget, which then is in the frame. */
  sealed: { entry: 'src/sealed.ts', mostBrotliBytes: 6_500 },
  /** The widget’s own side of it, inside the frame. */
  framed: { entry: 'src/framed.ts', mostBrotliBytes: 1_200 },
  /**
   * Plain text stands until it is there. It comes with the first answer and not with the first open; 15,000 before it
   * took the same time for each piece of a text, however long.
   */
  markdown: { entry: 'src/markdown/markdown.ts', mostBrotliBytes: 15_500 },
  /** The corner of an open panel, beside the page. */
  resize: { entry: 'src/resize/resize.ts', mostBrotliBytes: 1_200 },
  /** With the first question: an answer’s tools, sources and pictures. Words are in their place where it cannot be had. */
  answer: { entry: 'src/answer/answer.ts', mostBrotliBytes: 5_000 },
  /** The visitor’s conversations and data, at the press of a button. */
  conversations: { entry: 'src/conversations/conversations.ts', mostBrotliBytes: 4_000 },
  /** The button beside the field, where the site lets visitors attach files. */
  files: { entry: 'src/files/files.ts', mostBrotliBytes: 4_500 },
  /** What visitors say of themselves before their first question, where the site asks it. */
  introduction: { entry: 'src/introduction/introduction.ts', mostBrotliBytes: 3_500 },
  /** Where the site lets visitors speak and listen. */
  voice: { entry: 'src/voice/voice.ts', mostBrotliBytes: 5_000 },
  /** Where the page’s line has a rule for it: the greeting that shows itself beside the bubble. */
  greeting: { entry: 'src/greeting/greeting.ts', mostBrotliBytes: 3_500 },
  /** Code is plain until it is there; asked for with the first code of a known language. */
  highlight: { entry: 'src/highlight/highlight.ts', mostBrotliBytes: 9_000 },
  /** What only some sites switch on: pictures of other hosts, which are an address until it is there, and the page’s context. */
  pictures: { entry: 'src/site-wishes.ts', mostBrotliBytes: 2_500 },
  /** A formula is its source until it is there; asked for with the first formula. */
  maths: { entry: 'src/maths/maths.ts', mostBrotliBytes: 60_000 },
} as const;

/** A language that is no part of the widget itself, as English is. */
type LanguageChunkName = `text-${Exclude<VisitorLocale, 'en'>}`;

const LANGUAGES = VISITOR_LOCALES.filter((locale) => locale !== 'en').map((locale): [string, Chunk] => [
  `text-${locale}`,
  { entry: `src/text/${locale}.ts`, mostBrotliBytes: MOST_LANGUAGE_BYTES },
]);

export const CHUNKS = { ...FEATURES, ...Object.fromEntries(LANGUAGES) } as Readonly<Record<ChunkName, Chunk>>;

export type ChunkName = keyof typeof FEATURES | LanguageChunkName;

/** What is loaded before any chunk: on every page, and once somebody reaches for the bubble. */
export const MOST_BROTLI_BYTES = { 'guichet.js': 3_000, 'app.js': 30_000 };
