import { readOriginPattern } from '@guichet/contract/allowed-origin';
import { defineCheck } from '../../check.ts';
import { fail, ok } from '../../verdict.ts';

function isWritten(text: string): boolean {
  const pattern = readOriginPattern(text);
  if (pattern.kind === 'origin') return pattern.origin === text.toLowerCase();
  return pattern.kind === 'subdomains' && pattern.pattern === text.toLowerCase();
}

export const originsForm = defineCheck({
  id: 'own/origins-form',
  causes: ['origin-not-allowed'],
  after: [],
  needs: ['own'],
  run({ own }) {
    const wrong = own.allowedOrigins.find((origin) => !isWritten(origin));
    if (wrong === undefined) return ok();
    const pattern = readOriginPattern(wrong);
    const why = pattern.kind === 'wrong' ? pattern.why : 'not-an-origin';
    return fail({
      cause: 'origin-not-allowed',
      confidence: 'certain',
      said: {
        key: why === 'not-an-origin' ? 'originMalformed' : 'originStarWrong',
        args: { origin: wrong.slice(0, 60) },
      },
      impact: { key: 'notShown' },
      actor: { key: 'operator' },
      fix: [{ how: { key: 'writeOrigin' }, commands: ['GUICHET_ALLOWED_ORIGINS=https://www.example.com'] }],
    });
  },
});
