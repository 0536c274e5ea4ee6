import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';

/** People begin to doubt after a few seconds without a word. */
const SLOW_MS = 4_000;

export const answerFirstWord = defineCheck({
  id: 'answer/first-word',
  after: ['answer/one-token', 'answer/stream', 'answer/filter'],
  needs: ['stream'],
  run({ stream }) {
    const first = stream.pieces[0];
    if (first === undefined) return skip({ key: 'nothingToSee' });
    const seen = saw('firstWordMs', first);
    if (first <= SLOW_MS) return ok(seen);
    return warn({
      said: { key: 'answerSlow', args: { seconds: (first / 1000).toFixed(1) } },
      confidence: 'certain',
      impact: { key: 'waits' },
      actor: { key: 'administrator' },
      evidence: [seen],
      fix: [{ how: { key: 'useQuickerModel' } }],
    });
  },
});
