/** The side list: at most seven places, in the order people need them. A new place is one entry here and one folder. */
import type { VNode } from 'preact';
import { DIAGNOSIS_PATH } from './address.ts';
import type { IconName } from './parts/icon.tsx';
import { lazyPage, type PageParts } from './parts/lazy-page.tsx';
import type { Texts } from './text/texts.ts';

export interface Place {
  path: string;
  icon: IconName;
  title: (texts: Texts) => string;
  page: (parts: PageParts) => VNode;
}

export const SET_UP: Place = {
  path: '/console/set-up',
  icon: 'setUp',
  title: (texts) => texts.wizard.title,
  page: lazyPage(() => import('./pages/wizard/wizard-page.tsx').then(({ WizardPage }) => WizardPage)),
};

const DIAGNOSIS: Place = {
  path: DIAGNOSIS_PATH,
  icon: 'diagnosis',
  title: (texts) => texts.diagnosis.title,
  page: lazyPage(() => import('./pages/diagnosis/diagnosis-page.tsx').then(({ DiagnosisPage }) => DiagnosisPage)),
};

const ASSISTANT: Place = {
  path: '/console/assistant',
  icon: 'chat',
  title: (texts) => texts.assistant.title,
  page: lazyPage(() => import('./pages/assistant/assistant-page.tsx').then(({ AssistantPage }) => AssistantPage)),
};

const KEYS: Place = {
  path: '/console/keys',
  icon: 'key',
  title: (texts) => texts.keys.title,
  page: lazyPage(() => import('./pages/keys/keys-page.tsx').then(({ KeysPage }) => KeysPage)),
};

const SETTINGS: Place = {
  path: '/console/settings',
  icon: 'settings',
  title: (texts) => texts.settings.title,
  page: lazyPage(() => import('./pages/settings/settings-page.tsx').then(({ SettingsPage }) => SettingsPage)),
};

/** The first one after the set-up is where `/console/` leads once that is finished. */
export const PLACES: readonly Place[] = [SET_UP, DIAGNOSIS, ASSISTANT, KEYS, SETTINGS];

/** A set-up that is finished makes room; its address still leads there. */
export function listedPlaces(isSetUp: boolean): readonly Place[] {
  return isSetUp ? PLACES.filter((place) => place !== SET_UP) : PLACES;
}

/** Where `/console/` leads. */
export function firstPlace(isSetUp: boolean): Place {
  return listedPlaces(isSetUp)[0] ?? SET_UP;
}
