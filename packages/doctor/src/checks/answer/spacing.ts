import { defineCheck } from '../../check.ts';
import { info, ok, saw, warn } from '../../verdict.ts';

/** Fewer pieces than this have no rhythm. */
const MIN_PIECES = 6;
/** What was over sooner than this was not held back for long enough to matter. */
const MIN_MS = 400;
/** No model writes four thousand pieces a second: closer together, they were collected and handed over at once. */
const AT_ONCE_MS_A_PIECE = 0.25;

export const answerSpacing = defineCheck({
  id: 'answer/spacing',
  causes: ['stream-buffered'],
  after: ['answer/stream', 'answer/filter'],
  needs: ['stream'],
  run({ stream: { pieces, ms } }) {
    const first = pieces[0] ?? 0;
    const spread = (pieces.at(-1) ?? 0) - first;
    const seen = [saw('pieces', pieces.length), saw('spreadMs', spread)];
    if (pieces.length < MIN_PIECES || ms < MIN_MS) return info({ key: 'tooShortToTell' }, ...seen);
    if (spread > pieces.length * AT_ONCE_MS_A_PIECE) return ok(...seen);
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
