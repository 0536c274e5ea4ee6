import { defineCheck } from '../../check.ts';
import { type FixStep, fail, ok, saw, skip } from '../../verdict.ts';

/**
 * Not to be there and not to be shared look alike for an account that may not see it, and Open WebUI means them to. An
 * administrator sees everything; and whoever can read the row of a model knows that it is there.
 */
export const modelsChosen = defineCheck({
  id: 'models/chosen',
  causes: ['model-missing', 'model-not-visible'],
  after: ['models/list'],
  needs: ['model', 'identity', 'access'],
  run({ model, identity, access }) {
    if (model.wished === undefined) return skip({ key: 'nothingToSee' });
    if (model.listed) return ok(saw('model', model.wished));
    const seesAll = identity.kind === 'known' && identity.role === 'admin';
    const isHidden = model.rowIsThere && !seesAll;
    const other = model.near ?? access.models?.[0]?.id;
    const choose: FixStep = other
      ? { how: { key: 'chooseModel', args: { model: other } }, commands: [`OPENWEBUI_MODEL=${other}`] }
      : { how: { key: 'chooseAnyModel' } };
    return fail({
      cause: isHidden ? 'model-not-visible' : 'model-missing',
      confidence: seesAll ? 'certain' : 'probable',
      ...(model.near ? { said: { key: 'modelNear', args: { near: model.near } } } : {}),
      impact: { key: 'noAnswers' },
      actor: { key: isHidden ? 'administrator' : 'operator' },
      evidence: [saw('model', model.wished, { vantage: 'settings' }), saw('models', access.models?.length ?? 0)],
      fix: seesAll ? [choose] : [{ how: { key: 'shareModel' }, goal: 'share-model' }, choose],
    });
  },
});
