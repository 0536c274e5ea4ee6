/** One question after the other on an idle contender: from the question's last byte to the first text. */
import { openStream } from '../client/open-stream.ts';
import type { Contender } from '../contenders/contender.ts';

export interface FirstTokenResult {
  problems: string[];
  /** In milliseconds, one for each question. */
  times: number[];
}

const SCRIPT = { tokens: 3, everyMs: 5 };

export async function measureFirstToken(contender: Contender, questions: number): Promise<FirstTokenResult> {
  const result: FirstTokenResult = { problems: [], times: [] };
  for (const request of await contender.requests(questions, SCRIPT)) {
    const { problem, firstTextMs } = await openStream(request, contender.dialect, SCRIPT, { tokens: 0 }).ended;
    if (problem === undefined) result.times.push(firstTextMs);
    else result.problems.push(problem);
  }
  return result;
}
