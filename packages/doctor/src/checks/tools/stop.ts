import { defineCheck } from '../../check.ts';
import { ok, skip, warn } from '../../verdict.ts';

/** Whether the key may stop a run of the whole agent, which a list of allowed paths can forbid it. */
export const toolsStop = defineCheck({
  id: 'tools/stop',
  causes: ['api-key-endpoint-restricted'],
  after: ['key/accepted'],
  needs: ['own', 'agentStop', 'credential'],
  run({ own: { tools }, agentStop: { kind, line }, credential }) {
    if (tools !== 'whole-agent') return skip({ key: 'noWholeAgent' });
    if (kind === 'none') return skip({ key: 'explainedBy', args: { id: 'tools/used' } });
    if (kind === 'untold') return skip({ key: 'nothingToSee' });
    if (kind === 'open') return ok();
    return warn({
      cause: 'api-key-endpoint-restricted',
      // The list binds API keys alone; of a session token somebody else says so.
      confidence: credential.recognition.session ? 'probable' : 'certain',
      said: { key: 'stopForbidden' },
      impact: { key: 'cannotStop' },
      actor: { key: 'administrator' },
      fix: [{ how: { key: 'allowPaths' }, goal: 'key-restrictions', commands: [line] }],
    });
  },
});
