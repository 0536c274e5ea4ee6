import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';

/**
 * An empty list has three reasons: nothing shared with the account, a provider that refuses Open WebUI's key, a provider
 * that is away. Administrators see what nobody shared, so for them the first is out; for others it is the likeliest.
 */
export const modelsList = defineCheck({
  id: 'models/list',
  causes: ['no-models'],
  after: ['key/accepted'],
  needs: ['access', 'identity'],
  run({ access, identity }) {
    const count = access.models?.length ?? 0;
    if (count > 0) return ok(saw('models', count));
    const evidence = [saw('models', 0, { expected: '≥ 1' })];
    if (identity.kind === 'known' && identity.role === 'admin') {
      return fail({
        cause: 'no-models',
        confidence: 'certain',
        said: { key: 'noModelsForAdministrator' },
        impact: { key: 'noAnswers' },
        actor: { key: 'administrator' },
        evidence,
        fix: [
          { how: { key: 'renewProviderKey' }, goal: 'provider-keys' },
          { how: { key: 'checkProviderRuns' }, goal: 'provider-keys' },
        ],
      });
    }
    return fail({
      cause: 'no-models',
      confidence: 'probable',
      impact: { key: 'noAnswers' },
      actor: { key: 'administrator' },
      evidence,
      fix: [
        { how: { key: 'shareModel' }, goal: 'share-model' },
        { how: { key: 'checkProvider' }, goal: 'provider-keys' },
        { how: { key: 'checkProviderRuns' }, goal: 'provider-keys' },
      ],
    });
  },
});
