/** The side list: at most seven places, in the order people need them. A new place is one entry here and one folder. */
import type { VNode } from 'preact';
import { DIAGNOSIS_PATH } from './address.ts';
import type { AdminApi } from './admin-api/admin-api.ts';
import type { IconName } from './parts/icon.tsx';
import { lazyPage } from './parts/lazy-page.tsx';
import type { Texts } from './text/texts.ts';

export interface Place {
  path: string;
  icon: IconName;
  title: (texts: Texts) => string;
  page: (api: AdminApi) => VNode;
}

const KEYS: Place = {
  path: '/console/keys',
  icon: 'key',
  title: (texts) => texts.keys.title,
  page: lazyPage(() => import('./pages/keys/keys-page.tsx').then(({ KeysPage }) => KeysPage)),
};

const DIAGNOSIS: Place = {
  path: DIAGNOSIS_PATH,
  icon: 'diagnosis',
  title: (texts) => texts.diagnosis.title,
  page: lazyPage(() => import('./pages/diagnosis/diagnosis-page.tsx').then(({ DiagnosisPage }) => DiagnosisPage)),
};

export const PLACES: readonly Place[] = [KEYS, DIAGNOSIS];

/** Where `/console/` leads. */
export const FIRST_PLACE = KEYS;
