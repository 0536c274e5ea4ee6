import { defineCheck } from '../../check.ts';
import { info, ok, saw } from '../../verdict.ts';

export const modelsDefault = defineCheck({
  id: 'models/default',
  after: ['models/list'],
  needs: ['model'],
  run({ model: { wished, used } }) {
    if (wished !== undefined || used === undefined) return ok();
    return info({ key: 'firstModel', args: { model: used } }, saw('model', used));
  },
});
