import type { Locale } from '@guichet/contract/locale';
import { en, type GuideTexts } from './en.ts';
import { fr } from './fr.ts';

export type { GuideTexts } from './en.ts';

export const GUIDE_TEXTS: Readonly<Record<Locale, GuideTexts>> = { en, fr };
