/** The sections of the keys page, in reading order. A further one is a file of its own and a line here. */
import type { FunctionComponent } from 'preact';
import { CurrentSection } from './current/current-section.tsx';
import { ExchangeSection } from './exchange/exchange-section.tsx';
import { HistorySection } from './history/history-section.tsx';
import type { KeysParts } from './keys-parts.ts';
import { PracticeSection } from './practice-section.tsx';
import { ReplaceSection } from './replace-section.tsx';

export type KeysSection = FunctionComponent<KeysParts>;

export const SECTIONS: readonly KeysSection[] = [CurrentSection, ReplaceSection, ExchangeSection, HistorySection];

/** Without an Open WebUI there is nothing that a key could be tried at. */
export const PRACTICE_SECTIONS: readonly KeysSection[] = [CurrentSection, PracticeSection, HistorySection];
