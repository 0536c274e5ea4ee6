import { type AnswerScript, tokensOf } from '../upstream/answer-script.ts';

export interface ExpectedAnswer {
  text: string;
  /** How many characters the text has after each token: tells how many tokens have arrived, however they were joined. */
  ends: Int32Array;
}

const known = new Map<number, ExpectedAnswer>();

export function expectedAnswer(script: AnswerScript): ExpectedAnswer {
  const found = known.get(script.tokens);
  if (found) return found;
  const tokens = tokensOf(script);
  const ends = new Int32Array(tokens.length);
  let chars = 0;
  for (const [index, token] of tokens.entries()) {
    chars += token.length;
    ends[index] = chars;
  }
  const answer = { text: tokens.join(''), ends };
  known.set(script.tokens, answer);
  return answer;
}
