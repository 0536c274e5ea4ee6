import type { ToolMode } from '@guichet/contract/site-settings';
import type { EndedByFilter } from '../../evidence/evidence-map.ts';
import { checkTable } from '../../testing/check-table.ts';
import { answerFilter } from './filter.ts';

const ends = (by: EndedByFilter, more: { version?: string; mode?: ToolMode } = {}) =>
  ({ kind: 'ends', by, ...more }) as const;

checkTable(answerFilter, [
  ['answers do not end so', { filter: { kind: 'none' } }, 'ok'],
  [
    'a filter of the model ends them',
    { filter: ends({ how: 'switched', filters: ['tidy'] }, { version: '0.12.4' }) },
    'fail certain filter-ends-answer filterEnds | noAnswers → administrator | mendFilter | version 0.12.4, filters tidy',
  ],
  [
    'something that only bites streams ends them',
    { filter: ends({ how: 'unstreamed', filters: [] }) },
    'fail probable filter-ends-answer filterProbablyEnds | noAnswers → administrator | mendFilter, elseProviderStreams@provider-connections',
  ],
  [
    'the first version that hands filters bytes',
    { filter: ends({ how: 'switched', filters: ['tidy'] }, { version: '0.10.2' }) },
    'fail certain filter-ends-answer filterEnds | noAnswers → administrator | updateForFilters(version 0.12.4), useWholeAgent, writeFilterForBytes | version 0.10.2, filters tidy',
  ],
  [
    'the same, and the whole agent is on',
    { filter: ends({ how: 'switched', filters: ['tidy'] }, { version: '0.10.2', mode: 'whole-agent' }) },
    'warn certain filter-ends-answer filterEnds | mayFail → administrator | updateForFilters(version 0.12.4), writeFilterForBytes | version 0.10.2, filters tidy',
  ],
  [
    'the same, and it only bites streams',
    { filter: ends({ how: 'unstreamed', filters: ['tidy'] }, { version: '0.10.2', mode: 'one-round' }) },
    'fail probable filter-ends-answer filterProbablyEnds | noAnswers → administrator | updateForFilters(version 0.12.4), useWholeAgent, writeFilterForBytes, elseProviderStreams@provider-connections | version 0.10.2, filters tidy',
  ],
  [
    'a version before filters were handed bytes',
    { filter: ends({ how: 'switched', filters: ['tidy'] }, { version: '0.9.6' }) },
    'fail certain filter-ends-answer filterEnds | noAnswers → administrator | mendFilter | version 0.9.6, filters tidy',
  ],
  [
    'the first version that hands them frames again',
    { filter: ends({ how: 'switched', filters: ['tidy'] }, { version: '0.11.1' }) },
    'fail certain filter-ends-answer filterEnds | noAnswers → administrator | mendFilter | version 0.11.1, filters tidy',
  ],
]);
