/** What commands say of a sign-in that was refused. */
import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import type { Locale } from '@guichet/contract/locale';
import type { SignInTexts } from '../admin/refusal-text.ts';
import { en as serverEn } from '../text/en.ts';
import { fr as serverFr } from '../text/fr.ts';

export const SIGN_IN_TEXTS: Readonly<Record<Locale, SignInTexts>> = {
  en: { server: serverEn, causes: causesEn },
  fr: { server: serverFr, causes: causesFr },
};
