import type { MenuLocale } from '../menus/menu-path.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { SetupTexts } from './setup-texts.ts';

export type { SetupTexts } from './setup-texts.ts';

export const SETUP_TEXTS: Record<MenuLocale, SetupTexts> = { en, fr };
