import { checkTable } from '../../testing/check-table.ts';
import { front } from '../../testing/evidence.ts';
import { clock } from './clock.ts';

checkTable(clock, [
  ['nobody tells theirs', { front: front() }, 'skip nothingToSee'],
  ['half a minute apart', { front: front({ clockSkewMs: 30_000 }) }, 'ok | skewSeconds 30'],
  ['half a minute apart, the other way', { front: front({ clockSkewMs: -30_000 }) }, 'ok | skewSeconds -30'],
  [
    'theirs is ahead',
    { front: front({ clockSkewMs: 31_000 }) },
    'warn probable clock-skew clockAhead(seconds 31) | mayFail → operator | setClock {timedatectl set-ntp true} | skewSeconds 31',
  ],
  [
    'theirs is behind',
    { front: front({ clockSkewMs: -90_000 }) },
    'warn probable clock-skew clockBehind(seconds 90) | mayFail → operator | setClock {timedatectl set-ntp true} | skewSeconds -90',
  ],
]);
