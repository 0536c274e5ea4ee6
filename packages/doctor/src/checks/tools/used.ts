import { OLDEST_FOR_WHOLE_AGENT } from '@guichet/openwebui/agent-safety';
import { defineCheck } from '../../check.ts';
import { info, ok, saw, skip, warn } from '../../verdict.ts';
import { compareVersions } from '../compare-versions.ts';
import { NEWEST_KNOWN } from '../known-holes.ts';
import { shownNames } from '../shown-names.ts';

/** The oldest Open WebUI that runs one round of tools. */
export const OLDEST_FOR_ONE_ROUND = '0.8.12';

/** Whether what the model is set to use is used here, and whether this Open WebUI can. */
export const toolsUsed = defineCheck({
  id: 'tools/used',
  causes: ['upstream-too-old'],
  after: ['models/list', 'models/chosen'],
  needs: ['tools'],
  run({ tools: { mode, version, toolIds, features } }) {
    if (mode === undefined) return skip({ key: 'toolModeUntold' });
    const things = [...toolIds, ...features];
    const seen = things.length > 0 ? [saw('tools', shownNames(things))] : [];
    if (mode === 'off') return things.length > 0 ? info({ key: 'toolsNotUsed' }, ...seen) : ok();
    const isAgent = mode === 'whole-agent';
    const needed = isAgent ? OLDEST_FOR_WHOLE_AGENT : OLDEST_FOR_ONE_ROUND;
    if (version === undefined || compareVersions(version, needed) >= 0) return ok(...seen);
    return warn({
      cause: 'upstream-too-old',
      confidence: 'certain',
      said: { key: isAgent ? 'tooOldForAgent' : 'tooOldForTools', args: { version, needed } },
      impact: { key: isAgent ? 'noAgent' : 'noTools' },
      actor: { key: 'administrator' },
      evidence: [saw('version', version, { expected: `≥ ${needed}` }), ...seen],
      fix: [{ how: { key: 'update', args: { version: NEWEST_KNOWN } } }],
    });
  },
});
