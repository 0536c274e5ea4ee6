import { checkTable } from '../../testing/check-table.ts';
import { answer } from '../../testing/evidence.ts';
import { answerFirstWord } from './first-word.ts';

checkTable(answerFirstWord, [
  ['nothing came', { stream: answer({ pieces: [] }) }, 'skip nothingToSee'],
  ['four seconds', { stream: answer({ pieces: [4_000] }) }, 'ok | firstWordMs 4000'],
  [
    'more',
    { stream: answer({ pieces: [4_001, 5_000] }) },
    'warn certain answerSlow(seconds 4.0) | waits → administrator | useQuickerModel | firstWordMs 4001',
  ],
]);
