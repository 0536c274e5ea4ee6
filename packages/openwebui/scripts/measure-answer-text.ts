/**
 * Whether reading an answer's text stays linear, however hostile the text is: CPU time for each kind of text at one length
 * and at ten times that length, one character a piece and in one piece. What grows with the square would take a hundred
 * times as long. `node scripts/under-node.mjs packages/openwebui/scripts/measure-answer-text.ts`; ends with 1 beyond.
 */
import { createAnswerText } from '../src/client/answer-text.ts';

const CHARACTERS = 40_000;
const TIMES = 10;
/** Between ten and a hundred: a warm compiler makes the longer text cheaper, a collection of garbage dearer. */
const HIGHEST_RATIO = 30;
/** Shorter times are the clock's noise. */
const SHORTEST_MS = 2;

const UNITS = [
  ...[' ', '\n', '<', '◁', '`', '!', ']', ',', '<t', '</', '![', ']('],
  ...['<details ', '<details type="x">a</details>', '<details type="reasoning"><summary>', `<think ${'x'.repeat(290)}`],
  ...['<think>a</think>', '\n<think>a', '</think>', 'a</think>b', '<|begin_of_thought|>a', '<|end_of_thought|>'],
  ...['![a](data:', '![a](data:a/b,((', '](data:image/png;base64,A)', '<img ', '<img src="data:', 'data:a/b;base64,'],
  ...['data:image/png;base64,AAAA ', 'base64,'],
];

function cpuMs(unit: string, characters: number, inOne: boolean): number {
  const text = unit.repeat(Math.ceil(characters / unit.length));
  const answer = createAnswerText({ onText() {}, onReasoning() {}, onRewrite() {} }, Number.MAX_SAFE_INTEGER);
  const before = process.cpuUsage();
  if (inOne) answer.text(text);
  else for (const character of text) answer.text(character);
  answer.end(true);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

let worst = 0;
for (const unit of UNITS) {
  for (const inOne of [false, true]) {
    const measure = (characters: number) => Math.min(...[1, 2, 3].map(() => cpuMs(unit, characters, inOne)));
    const few = measure(CHARACTERS);
    const many = measure(CHARACTERS * TIMES);
    const ratio = many / Math.max(few, SHORTEST_MS);
    worst = Math.max(worst, ratio);
    const how = inOne ? 'in one piece' : 'one by one';
    console.log(
      `${JSON.stringify(unit.slice(0, 40)).padEnd(44)} ${how.padEnd(13)} ${many.toFixed(1)} ms, ratio ${ratio.toFixed(1)}`,
    );
  }
}
console.log(`${TIMES} times the text took at most ${worst.toFixed(1)} times as long (limit ${HIGHEST_RATIO}).`);
process.exitCode = worst > HIGHEST_RATIO ? 1 : 0;
