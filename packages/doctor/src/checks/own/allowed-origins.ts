import { isOriginAllowed } from '@guichet/contract/allowed-origin';
import { defineCheck } from '../../check.ts';
import { info, ok, saw, warn } from '../../verdict.ts';

export const allowedOrigins = defineCheck({
  id: 'own/allowed-origins',
  after: ['own/origins-form'],
  needs: ['own'],
  run({ own: { allowedOrigins: origins, publicUrl, refusedOrigins } }) {
    const isLetIn = (origin: string) =>
      isOriginAllowed(origins, origin) || URL.parse(publicUrl ?? '')?.origin === origin;
    const refused = refusedOrigins.filter(({ origin }) => !isLetIn(origin));
    const named = refused.find(({ isKnown }) => isKnown) ?? refused[0];
    if (named !== undefined) {
      const { origin, times, since, isKnown } = named;
      return warn({
        // An origin can be made up, and a stranger's site is refused as it should be.
        confidence: 'probable',
        said: { key: 'originRefused', args: { origin, times, since: moment(since) } },
        impact: { key: 'notShown' },
        actor: { key: 'operator' },
        evidence: [
          ...refused.map((one) =>
            saw('refusedOrigin', `${one.origin}, ${one.times} ×, ${moment(one.since)}`, { vantage: 'settings' }),
          ),
          ...(origins.length > 0 ? [saw('origins', origins.join(', '), { vantage: 'settings' })] : []),
        ],
        // What somebody wrote into a header is nothing to paste: it may be a look-alike's.
        fix: [
          isKnown
            ? { how: { key: 'allowOrigin' }, commands: [`GUICHET_ALLOWED_ORIGINS=${[...origins, origin].join(',')}`] }
            : { how: { key: 'allowUnknownOrigin' } },
        ],
      });
    }
    const others = origins.filter((origin) => origin !== publicUrl);
    if (others.length === 0) return info({ key: 'originsOnlySelf' });
    return ok(saw('origins', others.join(', '), { vantage: 'settings' }));
  },
});

/** To the minute, in the one notation that is read the same everywhere. */
function moment(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
