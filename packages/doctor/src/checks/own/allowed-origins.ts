import { defineCheck } from '../../check.ts';
import { info, ok, saw, warn } from '../../verdict.ts';

export const allowedOrigins = defineCheck({
  id: 'own/allowed-origins',
  after: ['own/origins-form'],
  needs: ['own'],
  run({ own: { allowedOrigins: origins, publicUrl, refusedOrigins } }) {
    const isLetIn = (origin: string) =>
      origins.includes(origin) || (publicUrl !== undefined && URL.parse(publicUrl)?.origin === origin);
    const refused = refusedOrigins.find((origin) => !isLetIn(origin));
    if (refused !== undefined) {
      return warn({
        // An origin can be made up, and a stranger's site is refused as it should be.
        confidence: 'probable',
        said: { key: 'originRefused', args: { origin: refused } },
        impact: { key: 'notShown' },
        actor: { key: 'operator' },
        evidence: origins.length > 0 ? [saw('origins', origins.join(', '), { vantage: 'settings' })] : [],
        fix: [
          {
            how: { key: 'allowOrigin' },
            commands: [`GUICHET_ALLOWED_ORIGINS=${[...origins, refused].join(',')}`],
          },
        ],
      });
    }
    const others = origins.filter((origin) => origin !== publicUrl);
    if (others.length === 0) return info({ key: 'originsOnlySelf' });
    return ok(saw('origins', others.join(', '), { vantage: 'settings' }));
  },
});
