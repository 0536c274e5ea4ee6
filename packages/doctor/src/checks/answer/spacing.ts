import { defineCheck } from '../../check.ts';
import { info, ok, saw, warn } from '../../verdict.ts';

/** Fewer pieces than this have no rhythm. */
const MIN_PIECES = 6;
/** A model that writes faster than this between first and last piece is not told from one that is held back. */
const MIN_MS = 400;
/** Everything in less than this share of the whole time: collected first, then handed over. */
const AT_ONCE_RATIO = 0.05;

export const answerSpacing = defineCheck({
  id: 'answer/spacing',
  causes: ['stream-buffered'],
  after: ['answer/stream'],
  needs: ['stream'],
  run({ stream: { pieces, ms } }) {
    const first = pieces[0] ?? 0;
    const spread = (pieces.at(-1) ?? 0) - first;
    const seen = [saw('pieces', pieces.length), saw('spreadMs', spread)];
    if (pieces.length < MIN_PIECES || ms < MIN_MS) return info({ key: 'tooShortToTell' }, ...seen);
    if (spread >= ms * AT_ONCE_RATIO) return ok(...seen);
    return warn({
      cause: 'stream-buffered',
      // The provider itself may hand its answers over whole.
      confidence: 'probable',
      said: { key: 'allAtOnce' },
      impact: { key: 'waits' },
      actor: { key: 'network' },
      evidence: seen,
      fix: [{ how: { key: 'stopBuffering' }, commands: ['proxy_buffering off;'] }, { how: { key: 'streamByModel' } }],
    });
  },
});
