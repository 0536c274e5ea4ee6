import { defineCheck } from '../../check.ts';
import { info, ok, skip } from '../../verdict.ts';

/** Whether the instance restricts its API keys: good for safety, and worth knowing when something more is wanted. */
export const keyRestrictions = defineCheck({
  id: 'key/restrictions',
  after: ['key/accepted'],
  needs: ['reach'],
  run({ reach }) {
    if (!reach.binds) return info({ key: 'sessionIsUnbound' });
    const { findings } = reach;
    const isUntold = findings.length > 0 && findings.every((one) => one.reach === 'unknown');
    if (isUntold) return skip({ key: 'nothingToSee' });
    return reach.restricted ? ok() : info({ key: 'noRestrictions' });
  },
});
