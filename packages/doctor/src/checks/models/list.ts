import type { Cause } from '@guichet/contract/cause';
import { defineCheck } from '../../check.ts';
import type { ProvidersEvidence } from '../../evidence/evidence-map.ts';
import { type FixStep, fail, ok, saw } from '../../verdict.ts';

const RENEW: FixStep = { how: { key: 'renewProviderKey' }, goal: 'provider-connections' };
const RUNS: FixStep = { how: { key: 'checkProviderRuns' }, goal: 'provider-connections' };

/**
 * An empty list has three reasons: nothing shared with the account, a provider that refuses Open WebUI's key, a provider
 * that is away. Administrators see what nobody shared, so for them the first is out, and they may ask each connection;
 * for others the first is the likeliest, and nothing tells.
 */
export const modelsList = defineCheck({
  id: 'models/list',
  causes: ['no-models', 'provider-unreachable', 'provider-refused'],
  after: ['key/accepted'],
  needs: ['access', 'identity', 'providers'],
  run({ access, identity, providers }) {
    const count = access.models?.length ?? 0;
    if (count > 0) return ok(saw('models', count));
    const finding = {
      impact: { key: 'noAnswers' },
      actor: { key: 'administrator' },
      evidence: [saw('models', 0, { expected: '≥ 1' })],
    } as const;
    const connectionFinding = whatConnectionsTell(providers);
    if (connectionFinding) return fail({ ...finding, ...connectionFinding });
    // Where administrators are bound by sharing like everybody, a provider may list what they are not shown.
    const isListed = providers.kind === 'told' && providers.connections.includes('lists');
    if (identity.kind === 'known' && identity.role === 'admin' && !isListed) {
      const said = { key: 'noModelsForAdministrator' } as const;
      return fail({ ...finding, cause: 'no-models', confidence: 'certain', said, fix: [RENEW, RUNS] });
    }
    const fix: [FixStep, ...FixStep[]] = [
      { how: { key: 'shareModel' }, goal: 'share-model' },
      { how: { key: 'checkProvider' }, goal: 'provider-connections' },
      RUNS,
    ];
    return fail({ ...finding, cause: 'no-models', confidence: 'probable', fix });
  },
});

/** Ollama's connections are not asked, and several may fail in several ways: never more than probable. */
function whatConnectionsTell(
  providers: ProvidersEvidence,
): { cause: Cause; confidence: 'probable'; fix: [FixStep, ...FixStep[]] } | undefined {
  if (providers.kind !== 'told') return undefined;
  const { connections } = providers;
  if (connections.includes('refuses')) return { cause: 'provider-refused', confidence: 'probable', fix: [RENEW, RUNS] };
  if (connections.includes('away'))
    return { cause: 'provider-unreachable', confidence: 'probable', fix: [RUNS, RENEW] };
  return undefined;
}
