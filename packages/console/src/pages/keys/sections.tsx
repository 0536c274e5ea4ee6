/** The sections of the keys page, in reading order. A further one is a file of its own and a line here. */
import type { FunctionComponent } from 'preact';
import { lazyPage } from '../../parts/lazy-page.tsx';
import { CurrentSection } from './current/current-section.tsx';
import { ExchangeSection } from './exchange/exchange-section.tsx';
import type { KeysParts } from './keys-parts.ts';
import { SetUpSection } from './set-up/set-up-section.tsx';

export type KeysSection = FunctionComponent<KeysParts>;

// They stand below what one came for: nobody waits for them who opens the page.
const ReplaceSection = lazyPage<KeysParts>(() =>
  import('./replace-section.tsx').then((module) => module.ReplaceSection),
);
const ReachSection = lazyPage<KeysParts>(() =>
  import('./reach/reach-section.tsx').then((module) => module.ReachSection),
);
const PracticeSection = lazyPage<KeysParts>(() =>
  import('./practice-section.tsx').then((module) => module.PracticeSection),
);
const RenewalSection = lazyPage<KeysParts>(() =>
  import('./renewal/renewal-section.tsx').then((module) => module.RenewalSection),
);
const HistorySection = lazyPage<KeysParts>(() =>
  import('./history/history-section.tsx').then((module) => module.HistorySection),
);

export const SECTIONS: readonly KeysSection[] = [
  CurrentSection,
  SetUpSection,
  ReplaceSection,
  ExchangeSection,
  RenewalSection,
  ReachSection,
  HistorySection,
];

/** Without an Open WebUI there is nothing that a key could be tried at. */
export const PRACTICE_SECTIONS: readonly KeysSection[] = [CurrentSection, PracticeSection, HistorySection];
