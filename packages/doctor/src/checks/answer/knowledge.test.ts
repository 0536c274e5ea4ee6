import { checkTable } from '../../testing/check-table.ts';
import { answerKnowledge } from './knowledge.ts';

checkTable(answerKnowledge, [
  [
    'nobody expects documents',
    { knowledge: { expected: false, sources: 0, readable: 0, closed: 0 } },
    'skip noKnowledgeAsked',
  ],
  ['they are used', { knowledge: { expected: true, sources: 2, readable: 1, closed: 1 } }, 'ok | sources 2'],
  [
    'none come, and none are closed',
    { knowledge: { expected: true, sources: 0, readable: 0, closed: 0 } },
    'warn probable knowledge-ignored noSources | noneForSome → administrator | attachKnowledge | sources 0',
  ],
  [
    'none come, and all are closed',
    { knowledge: { expected: true, sources: 0, readable: 0, closed: 2 } },
    'warn certain knowledge-ignored knowledgeClosed | noneForSome → administrator | letReadKnowledge | sources 0, closedCollections 2',
  ],
  [
    'none come, and some are closed',
    { knowledge: { expected: true, sources: 0, readable: 1, closed: 1 } },
    'warn probable knowledge-ignored noSources | noneForSome → administrator | attachKnowledge | sources 0, closedCollections 1',
  ],
]);
