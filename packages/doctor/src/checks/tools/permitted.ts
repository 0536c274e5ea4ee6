import { defineCheck } from '../../check.ts';
import { type FixStep, ok, saw, skip, warn } from '../../verdict.ts';
import { shownNames } from '../shown-names.ts';

/** Ids of tool servers begin so. Open WebUI leaves one out as well while it cannot be reached. */
const OF_A_SERVER = /^server:/;

/**
 * Whether the key's account may use each tool of the model. Open WebUI runs the others and says nothing. Of one that is
 * gone and of one that is not shared, the list says the same.
 */
export const toolsPermitted = defineCheck({
  id: 'tools/permitted',
  causes: ['tool-unavailable'],
  after: ['models/list', 'models/chosen'],
  needs: ['tools'],
  run({ tools: { mode, toolIds, missing } }) {
    if (mode === undefined) return skip({ key: 'toolModeUntold' });
    if (mode === 'off' || toolIds.length === 0) return skip({ key: 'noToolsAsked' });
    if (missing === undefined) return skip({ key: 'toolListUntold' });
    if (missing.length === 0) return ok(saw('tools', shownNames(toolIds)));
    const ofServers = missing.filter((id) => OF_A_SERVER.test(id));
    const hasOwn = ofServers.length < missing.length;
    const steps: FixStep[] = [
      ...(hasOwn ? [{ how: { key: 'shareTool' } } as const] : []),
      ...(ofServers.length > 0 ? [{ how: { key: 'shareToolServer' } } as const] : []),
    ];
    const [first = TAKE_OFF, ...others] = [...steps, TAKE_OFF];
    return warn({
      cause: 'tool-unavailable',
      confidence: hasOwn ? 'certain' : 'probable',
      said: { key: 'toolsMissing', args: { count: missing.length, names: shownNames(missing) } },
      impact: { key: 'lacksTool' },
      actor: { key: 'administrator' },
      evidence: [saw('missingTools', shownNames(missing))],
      fix: [first, ...others],
    });
  },
});

const TAKE_OFF: FixStep = { how: { key: 'takeToolOff' } };
