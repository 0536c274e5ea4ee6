import { defineCheck } from '../../check.ts';
import type { EvidenceMap } from '../../evidence/evidence-map.ts';
import { type FixStep, fail, ok, saw, skip } from '../../verdict.ts';
import { settingLine } from '../setting-line.ts';

type Seen = Pick<EvidenceMap, 'model' | 'identity'>;
type Why = Pick<Parameters<typeof fail>[0], 'confidence' | 'said'> & {
  cause: 'model-missing' | 'model-not-visible';
  steps: FixStep[];
};

/**
 * Not to be there and not to be shared look alike in the list, and Open WebUI means them to. The model's row tells them
 * apart where there is one; a provider's model has none until somebody decides about it, so for a plain account "not
 * there" is never certain. An administrator sees everything.
 */
export const modelsChosen = defineCheck({
  id: 'models/chosen',
  causes: ['model-missing', 'model-not-visible'],
  after: ['models/list'],
  needs: ['model', 'identity', 'access'],
  run({ model, identity, access }) {
    if (model.wished === undefined) return skip({ key: 'nothingToSee' });
    if (model.listed) return ok(saw('model', model.wished));
    const { steps, ...why } = whyNotListed({ model, identity });
    const other = model.near ?? access.models?.[0]?.id;
    const choose: FixStep = other
      ? { how: { key: 'chooseModel', args: { model: other } }, commands: settingLine('OPENWEBUI_MODEL', other) }
      : { how: { key: 'chooseAnyModel' } };
    const [first = choose, ...others] = steps;
    return fail({
      ...why,
      ...(model.near && { said: { key: 'modelNear', args: { near: model.near } } }),
      impact: { key: 'noAnswers' },
      actor: { key: why.cause === 'model-missing' ? 'operator' : 'administrator' },
      evidence: [saw('model', model.wished, { vantage: 'settings' }), saw('models', access.models?.length ?? 0)],
      fix: steps.length === 0 ? [choose] : [first, ...others, choose],
    });
  },
});

const SHARE: FixStep = { how: { key: 'shareModel' }, goal: 'share-model' };

function whyNotListed({ model: { row }, identity }: Seen): Why {
  const cause = 'model-not-visible';
  if (row === 'closed') return { cause, confidence: 'certain', steps: [SHARE] };
  if (row === 'off') {
    return { cause, confidence: 'certain', said: { key: 'modelOff' }, steps: [{ how: { key: 'switchModelOn' } }] };
  }
  if (row === 'open') {
    const steps: FixStep[] = [
      { how: { key: 'shareBase' }, goal: 'share-model' },
      { how: { key: 'checkProviderRuns' }, goal: 'provider-connections' },
    ];
    return { cause, confidence: 'probable', said: { key: 'modelWithoutBase' }, steps };
  }
  const seesAll = identity.kind === 'known' && identity.role === 'admin' && row === 'none';
  return { cause: 'model-missing', confidence: seesAll ? 'certain' : 'probable', steps: seesAll ? [] : [SHARE] };
}
