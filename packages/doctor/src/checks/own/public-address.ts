import { defineCheck } from '../../check.ts';
import { fail, info, ok, saw, warn } from '../../verdict.ts';

export const publicAddress = defineCheck({
  id: 'own/public-address',
  causes: ['public-url-wrong'],
  after: [],
  needs: ['publicAddress'],
  run({ publicAddress: seen }) {
    if (seen.kind === 'none') return info({ key: 'noPublicUrl' });
    const turn = {
      cause: 'public-url-wrong' as const,
      impact: { key: 'notShown' as const },
    };
    if (seen.kind === 'malformed') {
      return fail({
        ...turn,
        confidence: 'certain',
        said: { key: 'publicMalformed' },
        actor: { key: 'operator' },
        fix: [{ how: { key: 'setPublicUrl' }, commands: ['GUICHET_PUBLIC_URL=https://guichet.example.com'] }],
      });
    }
    if (seen.isGuichet) return ok();
    if (seen.isReachedByBrowser) {
      const code = seen.seen.kind === 'failed' ? (seen.seen.failure.code ?? '?') : `HTTP ${seen.seen.reply.status}`;
      return info({ key: 'publicFromBrowserOnly' }, saw('code', code, { vantage: 'public-address' }));
    }
    if (seen.seen.kind === 'reply') {
      const { status } = seen.seen.reply;
      return fail({
        ...turn,
        // From inside, the way may end at a router's own page or a guard's, while visitors come through.
        confidence: 'probable',
        said: { key: 'publicAnswersOther' },
        actor: { key: 'proxy' },
        evidence: [saw('status', status, { vantage: 'public-address' })],
        fix: [{ how: { key: 'pointProxy' } }, { how: { key: 'setPublicUrl' } }],
      });
    }
    // Many networks do not let a machine reach itself by its outer address, while visitors reach it well.
    return warn({
      ...turn,
      confidence: seen.seen.failure.cause === 'dns-failed' ? 'probable' : 'unknown',
      said: { key: 'publicSilent' },
      actor: { key: 'proxy' },
      evidence: [saw('code', seen.seen.failure.code ?? '?', { vantage: 'public-address' })],
      fix: [{ how: { key: 'hairpin' } }, { how: { key: 'pointProxy' } }],
    });
  },
});
