import { checkTable } from '../../testing/check-table.ts';
import { answer } from '../../testing/evidence.ts';
import { answerSpacing } from './spacing.ts';

const AT_ONCE = [600, 600, 600, 600, 600, 600, 600, 600];

checkTable(answerSpacing, [
  ['nothing came', { stream: answer({ pieces: [] }) }, 'info tooShortToTell | pieces 0, spreadMs 0'],
  [
    'too few pieces',
    { stream: answer({ pieces: [600, 601, 602, 603, 604], ms: 700 }) },
    'info tooShortToTell | pieces 5, spreadMs 4',
  ],
  ['too soon over', { stream: answer({ pieces: AT_ONCE, ms: 399 }) }, 'info tooShortToTell | pieces 8, spreadMs 0'],
  [
    'one after the other',
    { stream: answer({ pieces: [500, 520, 540, 560, 580, 600, 620, 640], ms: 700 }) },
    'ok | pieces 8, spreadMs 140',
  ],
  [
    'all at once',
    { stream: answer({ pieces: AT_ONCE, ms: 700 }) },
    'warn probable stream-buffered allAtOnce | waits → network | stopBuffering {proxy_buffering off;}, streamByModel | pieces 8, spreadMs 0',
  ],
  [
    'as close as nobody writes',
    { stream: answer({ pieces: [600, 600, 600, 601, 601, 601, 602, 602], ms: 700 }) },
    'warn probable stream-buffered allAtOnce | waits → network | stopBuffering {proxy_buffering off;}, streamByModel | pieces 8, spreadMs 2',
  ],
  [
    'a little less close',
    { stream: answer({ pieces: [600, 600, 600, 601, 601, 601, 602, 603], ms: 700 }) },
    'ok | pieces 8, spreadMs 3',
  ],
]);
