import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';
import { compareVersions } from '../compare-versions.ts';

/**
 * From 0.10 on a model's documents are left aside unless asked for, without a word. When they come as soon as they are
 * asked for, that is it for certain; when not, there may be none that fit the question.
 */
export const answerKnowledge = defineCheck({
  id: 'answer/knowledge',
  causes: ['knowledge-ignored'],
  after: ['answer/one-token', 'answer/stream'],
  needs: ['knowledge', 'front'],
  run({ knowledge: { expected, sources, sourcesWhenAsked }, front: { openWebUiVersion } }) {
    if (!expected) return skip({ key: 'noKnowledgeAsked' });
    if (sources > 0) return ok(saw('sources', sources));
    const ignored = (sourcesWhenAsked ?? 0) > 0;
    return warn({
      cause: 'knowledge-ignored',
      // Older ones ask by themselves: there, another look at the same documents may have found what the first did not.
      confidence: ignored && isSilent(openWebUiVersion) ? 'certain' : 'probable',
      ...(ignored ? {} : { said: { key: 'noSources' } }),
      impact: { key: 'noneForSome' },
      actor: { key: ignored ? 'operator' : 'administrator' },
      evidence: [
        saw('sources', 0),
        ...(sourcesWhenAsked === undefined ? [] : [saw('sourcesWhenAsked', sourcesWhenAsked)]),
      ],
      fix: ignored ? [{ how: { key: 'askLegacy' } }] : [{ how: { key: 'attachKnowledge' } }],
    });
  },
});

function isSilent(version: string | undefined): boolean {
  return version !== undefined && compareVersions(version, '0.10.0') >= 0;
}
