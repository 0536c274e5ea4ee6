import { defineCheck } from '../../check.ts';
import { FILTERS_GET_BYTES, FILTERS_GET_FRAMES } from '../../evidence/ended-by-filter.ts';
import { type FixStep, fail, ok, saw, warn } from '../../verdict.ts';
import { compareVersions } from '../compare-versions.ts';
import { NEWEST_KNOWN } from '../known-holes.ts';
import { shownNames } from '../shown-names.ts';

/**
 * Whether a filter ends answers before their first word. Where leaving the filter out brings words, and asking with it
 * again none, it is the filter; where a question is answered in one piece alone, a provider that cannot stream would
 * look the same.
 */
export const answerFilter = defineCheck({
  id: 'answer/filter',
  causes: ['filter-ends-answer'],
  after: ['answer/one-token', 'answer/stream'],
  needs: ['filter'],
  run({ filter }) {
    if (filter.kind === 'none') return ok();
    const { by, version, mode } = filter;
    const getsBytes =
      version !== undefined &&
      compareVersions(version, FILTERS_GET_BYTES) >= 0 &&
      compareVersions(version, FILTERS_GET_FRAMES) < 0;
    const steps: FixStep[] = getsBytes
      ? [
          { how: { key: 'updateForFilters', args: { version: NEWEST_KNOWN } } },
          ...(mode === 'whole-agent' ? [] : [{ how: { key: 'useWholeAgent' } } as const]),
          { how: { key: 'writeFilterForBytes' } },
        ]
      : [{ how: { key: 'mendFilter' } }];
    const isCertain = by.how === 'switched';
    const alternative: FixStep[] = isCertain
      ? []
      : [{ how: { key: 'elseProviderStreams' }, goal: 'provider-connections' }];
    const [first = { how: { key: 'mendFilter' } }, ...others] = [...steps, ...alternative];
    const finding = {
      cause: 'filter-ends-answer',
      confidence: isCertain ? 'certain' : 'probable',
      said: { key: isCertain ? 'filterEnds' : 'filterProbablyEnds' },
      actor: { key: 'administrator' },
      evidence: [
        ...(version === undefined ? [] : [saw('version', version)]),
        ...(by.filters.length > 0 ? [saw('filters', shownNames(by.filters))] : []),
      ],
      fix: [first, ...others],
    } as const;
    // The whole agent hands filters what they are written for; what it leaves to a plain answer has none.
    return mode === 'whole-agent'
      ? warn({ ...finding, impact: { key: 'mayFail' } })
      : fail({ ...finding, impact: { key: 'noAnswers' } });
  },
});
