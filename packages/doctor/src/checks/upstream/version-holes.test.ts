import { checkTable } from '../../testing/check-table.ts';
import { front, frontWithoutVersion } from '../../testing/evidence.ts';
import { versionHoles } from './version-holes.ts';

checkTable(versionHoles, [
  ['it is not told', { front: frontWithoutVersion() }, 'skip versionHidden'],
  ['0.12.4', { front: front({ openWebUiVersion: '0.12.4' }) }, 'ok | version 0.12.4'],
  [
    '0.12.2',
    { front: front({ openWebUiVersion: '0.12.2' }) },
    'warn certain knownHoles(version 0.12.2, count 1) | security → administrator | update(version 0.12.4), closes(why unlisted) | version 0.12.2 (≥ 0.12.4)',
  ],
  [
    '0.12.0',
    { front: front({ openWebUiVersion: '0.12.0' }) },
    'warn certain knownHoles(version 0.12.0, count 2) | security → administrator | update(version 0.12.4), closes(why administratorsDeleted), closes(why unlisted) | version 0.12.0 (≥ 0.12.4)',
  ],
  [
    '0.11.4',
    { front: front({ openWebUiVersion: '0.11.4' }) },
    'warn certain knownHoles(version 0.11.4, count 3) | security → administrator | update(version 0.12.4), closes(why weakSecret), closes(why administratorsDeleted), closes(why unlisted) | version 0.11.4 (≥ 0.12.4)',
  ],
  [
    '0.11.1',
    { front: front({ openWebUiVersion: '0.11.1' }) },
    'warn certain knownHoles(version 0.11.1, count 4) | security → administrator | update(version 0.12.4), closes(why tokensInLogs), closes(why weakSecret), closes(why administratorsDeleted) | version 0.11.1 (≥ 0.12.4)',
  ],
  [
    '0.9.6',
    { front: front({ openWebUiVersion: '0.9.6' }) },
    'warn certain knownHoles(version 0.9.6, count 5) | security → administrator | update(version 0.12.4), closes(why serverFetches), closes(why tokensInLogs), closes(why weakSecret) | version 0.9.6 (≥ 0.12.4)',
  ],
  [
    '0.9.0',
    { front: front({ openWebUiVersion: '0.9.0' }) },
    'warn certain knownHoles(version 0.9.0, count 6) | security → administrator | update(version 0.12.4), closes(why allowListPath), closes(why serverFetches), closes(why tokensInLogs) | version 0.9.0 (≥ 0.12.4), advisories CVE-2026-48710',
  ],
  [
    '0.8.11',
    { front: front({ openWebUiVersion: '0.8.11' }) },
    'warn certain knownHoles(version 0.8.11, count 8) | security → administrator | update(version 0.12.4), closes(why foreignChats), closes(why allowListBypassed), closes(why allowListPath) | version 0.8.11 (≥ 0.12.4), advisories CVE-2026-48710, CVE-2026-45339, CVE-2026-45349',
  ],
  [
    '0.8.10',
    { front: front({ openWebUiVersion: '0.8.10' }) },
    'warn certain knownHoles(version 0.8.10, count 9) | security → administrator | update(version 0.12.4), closes(why modelAccess), closes(why foreignChats), closes(why allowListBypassed) | version 0.8.10 (≥ 0.12.4), advisories CVE-2026-48710, CVE-2026-45339, CVE-2026-45349, CVE-2026-45666',
  ],
]);
