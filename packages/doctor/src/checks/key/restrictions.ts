import { defineCheck } from '../../check.ts';
import { info, ok } from '../../verdict.ts';

/** Whether the instance restricts its API keys: good for safety, and worth knowing when something more is wanted. */
export const keyRestrictions = defineCheck({
  id: 'key/restrictions',
  after: ['key/accepted'],
  needs: ['reach'],
  run({ reach }) {
    if (!reach.binds) return info({ key: 'sessionIsUnbound' });
    return reach.restricted ? ok() : info({ key: 'noRestrictions' });
  },
});
