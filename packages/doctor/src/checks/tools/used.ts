import { OLDEST_FOR_WHOLE_AGENT } from '@guichet/openwebui/agent-safety';
import { MCP_KEEPS_ANSWERS } from '@guichet/openwebui/client';
import { defineCheck } from '../../check.ts';
import { info, ok, saw, skip, warn } from '../../verdict.ts';
import { compareVersions } from '../compare-versions.ts';
import { NEWEST_KNOWN } from '../known-holes.ts';
import { NATIVE_CALLING } from '../native-calling.ts';
import { shownNames } from '../shown-names.ts';

/** The oldest Open WebUI that runs one round of tools. */
export const OLDEST_FOR_ONE_ROUND = '0.8.12';

/** Whether what the model is set to use is used here, and whether this Open WebUI can. */
export const toolsUsed = defineCheck({
  id: 'tools/used',
  causes: ['upstream-too-old', 'native-calling'],
  after: ['models/list', 'models/chosen'],
  needs: ['tools'],
  run({ tools: { mode, version, toolIds, features, unusable = [], callsNatively } }) {
    // In every mode: documents are left aside as well, and a call that nobody runs may be all that comes.
    if (callsNatively) return calledNatively(version);
    if (mode === undefined) return skip({ key: 'toolModeUntold' });
    const things = [...toolIds, ...unusable, ...features];
    const seen = things.length > 0 ? [saw('tools', shownNames(things))] : [];
    if (mode === 'off') return things.length > 0 ? info({ key: 'toolsNotUsed' }, ...seen) : ok();
    const isAgent = mode === 'whole-agent';
    const needed = isAgent ? OLDEST_FOR_WHOLE_AGENT : OLDEST_FOR_ONE_ROUND;
    const canDoIt = version === undefined || compareVersions(version, needed) >= 0;
    if (canDoIt && unusable.length > 0) return losesAnswers(unusable, version);
    if (canDoIt) return ok(...seen);
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

/** Asked for, such a tool costs the whole answer, so Guichet does not ask for it. */
function losesAnswers(unusable: readonly string[], version = '') {
  const names = shownNames(unusable);
  return warn({
    cause: 'upstream-too-old',
    confidence: 'certain',
    said: { key: 'mcpLosesAnswers', args: { version, names } },
    impact: { key: 'lacksTool' },
    actor: { key: 'administrator' },
    evidence: [saw('version', version, { expected: `≥ ${MCP_KEEPS_ANSWERS}` }), saw('tools', names)],
    fix: [{ how: { key: 'update', args: { version: NEWEST_KNOWN } } }, { how: { key: 'takeToolOff' } }],
  });
}

function calledNatively(version = '') {
  return warn({
    cause: 'native-calling',
    confidence: 'certain',
    said: { key: 'nativeCallingSet' },
    impact: { key: 'mayFail' },
    evidence: [saw('version', version)],
    ...NATIVE_CALLING,
  });
}
