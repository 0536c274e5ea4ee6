import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';
import { ownKeySteps } from '../own-key-steps.ts';

/** Somebody else's key: a provider's, or a token that no Open WebUI makes. */
export const keyFamily = defineCheck({
  id: 'key/family',
  causes: ['key-is-provider-key', 'key-is-foreign-token'],
  after: ['key/shape'],
  needs: ['credential'],
  run({ credential: { recognition } }) {
    const { cause, kind, confidence, fingerprint } = recognition;
    if (cause !== 'key-is-provider-key' && cause !== 'key-is-foreign-token') return ok();
    return fail({
      cause,
      confidence: confidence === 'certain' ? 'certain' : 'probable',
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [
        saw('kind', kind, { vantage: 'settings' }),
        saw('fingerprint', fingerprint || '–', { vantage: 'settings' }),
      ],
      fix: [
        ...(cause === 'key-is-provider-key'
          ? [{ how: { key: 'providerKeyBelongs' as const }, goal: 'provider-keys' as const }]
          : []),
        ...ownKeySteps(),
      ] as ReturnType<typeof ownKeySteps>,
    });
  },
});
