import type { ProvidersEvidence } from '../../evidence/evidence-map.ts';
import { checkTable } from '../../testing/check-table.ts';
import { access, failed } from '../../testing/evidence.ts';
import { modelsList } from './list.ts';

const user = { kind: 'known', role: 'user' } as const;
const administrator = { kind: 'known', role: 'admin' } as const;
const untold = { kind: 'not-told' } as const;
const told = (...connections: Extract<ProvidersEvidence, { kind: 'told' }>['connections']) =>
  ({ kind: 'told', connections }) as const;

checkTable(modelsList, [
  ['some', { access: access('echo', 'slow'), identity: user, providers: untold }, 'ok | models 2'],
  [
    'none, and a plain account asks',
    { access: access(), identity: user, providers: untold },
    'fail probable no-models | noAnswers → administrator | shareModel@share-model, checkProvider@provider-connections, checkProviderRuns@provider-connections | models 0 (≥ 1)',
  ],
  [
    'none were told',
    { access: { ms: 40 }, identity: user, providers: untold },
    'fail probable no-models | noAnswers → administrator | shareModel@share-model, checkProvider@provider-connections, checkProviderRuns@provider-connections | models 0 (≥ 1)',
  ],
  [
    'none, and an administrator asks',
    { access: access(), identity: administrator, providers: untold },
    'fail certain no-models noModelsForAdministrator | noAnswers → administrator | renewProviderKey@provider-connections, checkProviderRuns@provider-connections | models 0 (≥ 1)',
  ],
  [
    'none, and nobody says whose key it is',
    { access: access(), identity: failed('timeout'), providers: untold },
    'fail probable no-models | noAnswers → administrator | shareModel@share-model, checkProvider@provider-connections, checkProviderRuns@provider-connections | models 0 (≥ 1)',
  ],
  [
    'a connection refuses Open WebUI’s key',
    { access: access(), identity: administrator, providers: told('switched-off', 'refuses', 'away') },
    'fail probable provider-refused | noAnswers → administrator | renewProviderKey@provider-connections, checkProviderRuns@provider-connections | models 0 (≥ 1)',
  ],
  [
    'a connection is away',
    { access: access(), identity: administrator, providers: told('fails', 'away') },
    'fail probable provider-unreachable | noAnswers → administrator | checkProviderRuns@provider-connections, renewProviderKey@provider-connections | models 0 (≥ 1)',
  ],
  [
    'all connections are switched off',
    { access: access(), identity: administrator, providers: told('switched-off') },
    'fail certain no-models noModelsForAdministrator | noAnswers → administrator | renewProviderKey@provider-connections, checkProviderRuns@provider-connections | models 0 (≥ 1)',
  ],
  [
    'a connection lists models, and the administrator is shown none',
    { access: access(), identity: administrator, providers: told('lists') },
    'fail probable no-models | noAnswers → administrator | shareModel@share-model, checkProvider@provider-connections, checkProviderRuns@provider-connections | models 0 (≥ 1)',
  ],
]);
