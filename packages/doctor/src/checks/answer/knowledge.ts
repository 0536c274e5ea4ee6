import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';

/**
 * Guichet asks for the model's documents with every question. When none come, either the account may not read them, and
 * then Open WebUI leaves them aside without a word, or there are none that fit.
 */
export const answerKnowledge = defineCheck({
  id: 'answer/knowledge',
  causes: ['knowledge-ignored'],
  after: ['answer/one-token', 'answer/stream', 'answer/filter'],
  needs: ['knowledge'],
  run({ knowledge: { expected, sources, readable, closed } }) {
    if (!expected) return skip({ key: 'noKnowledgeAsked' });
    if (sources > 0) return ok(saw('sources', sources));
    const isClosed = closed > 0 && readable === 0;
    return warn({
      cause: 'knowledge-ignored',
      confidence: isClosed ? 'certain' : 'probable',
      said: { key: isClosed ? 'knowledgeClosed' : 'noSources' },
      impact: { key: 'noneForSome' },
      actor: { key: 'administrator' },
      evidence: [saw('sources', 0), ...(closed > 0 ? [saw('closedCollections', closed)] : [])],
      fix: [{ how: { key: isClosed ? 'letReadKnowledge' : 'attachKnowledge' } }],
    });
  },
});
