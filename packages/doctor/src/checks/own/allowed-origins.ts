import { defineCheck } from '../../check.ts';
import { info, ok, saw } from '../../verdict.ts';

export const allowedOrigins = defineCheck({
  id: 'own/allowed-origins',
  after: ['own/origins-form'],
  needs: ['own'],
  run({ own: { allowedOrigins: origins, publicUrl } }) {
    const others = origins.filter((origin) => origin !== publicUrl);
    if (others.length === 0) return info({ key: 'originsOnlySelf' });
    return ok(saw('origins', others.join(', '), { vantage: 'settings' }));
  },
});
