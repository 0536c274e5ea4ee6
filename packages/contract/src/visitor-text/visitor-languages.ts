/**
 * The languages that visitors are spoken to in. Operators have their own, fewer ones (`locale.ts`).
 * This is the one list: a new language is its texts here, its texts in `packages/widget/src/text`, and its entry.
 */
import { pickLanguage } from '../locale.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import type { VisitorTexts } from './visitor-texts.ts';

export const VISITOR_TEXTS = { en, fr, de, es, it, pt, nl, pl, ar, ja } as const satisfies Record<string, VisitorTexts>;

export type VisitorLocale = keyof typeof VISITOR_TEXTS;

export const VISITOR_LOCALES = Object.keys(VISITOR_TEXTS) as readonly VisitorLocale[];

/** @param wishes language tags in order of preference, or an `Accept-Language` header's value */
export function pickVisitorLocale(
  wishes: string | readonly string[] | undefined,
  fallback: VisitorLocale = 'en',
): VisitorLocale {
  return pickLanguage(VISITOR_LOCALES, wishes) ?? fallback;
}
