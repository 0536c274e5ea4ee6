/** The sentences that a running server needs outside an operator's or a visitor's request: for its log and its start. */
import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import type { Locale } from '@guichet/contract/locale';
import { en as settingsEn } from '../settings/text/en.ts';
import { fr as settingsFr } from '../settings/text/fr.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';

export const START_TEXTS = {
  en: { server: en, causes: causesEn, settings: settingsEn },
  fr: { server: fr, causes: causesFr, settings: settingsFr },
};

export type StartTexts = (typeof START_TEXTS)[Locale];
