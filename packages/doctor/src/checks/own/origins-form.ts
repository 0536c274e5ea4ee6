import { defineCheck } from '../../check.ts';
import { fail, ok } from '../../verdict.ts';

export const originsForm = defineCheck({
  id: 'own/origins-form',
  causes: ['origin-not-allowed'],
  after: [],
  needs: ['own'],
  run({ own }) {
    const wrong = own.allowedOrigins.find((origin) => URL.parse(origin)?.origin !== origin.toLowerCase());
    if (wrong === undefined) return ok();
    return fail({
      cause: 'origin-not-allowed',
      confidence: 'certain',
      said: { key: 'originMalformed', args: { origin: wrong.slice(0, 60) } },
      impact: { key: 'notShown' },
      actor: { key: 'operator' },
      fix: [{ how: { key: 'writeOrigin' }, commands: ['GUICHET_ALLOWED_ORIGINS=https://www.example.com'] }],
    });
  },
});
