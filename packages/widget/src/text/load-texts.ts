import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { loadChunk } from '../chunks/load-chunk.ts';
import { CHUNK_INTEGRITY } from '../loader/constants.ts';
import type { Texts } from './texts.ts';

/** The languages of this build: English, which is part of the widget, and those there is a chunk of. */
export const OUR_LOCALES = [
  'en',
  ...Object.keys(CHUNK_INTEGRITY).flatMap((name) => /^text-(.+)$/.exec(name)?.[1] ?? []),
] as readonly VisitorLocale[];

export async function loadTexts(locale: Exclude<VisitorLocale, 'en'>): Promise<Texts | undefined> {
  const chunk: Partial<Record<VisitorLocale, Texts>> | undefined = await loadChunk(`text-${locale}`);
  return chunk?.[locale];
}
