/**
 * As many short answers as can be had, some at a time: what everything around the tokens costs. Answers a second are
 * counted by the contender's processor time, because the load generator and the model take their share of the clock.
 */
import { openStream } from '../client/open-stream.ts';
import type { Contender } from '../contenders/contender.ts';
import { cpuTime } from '../machine/process-cost.ts';

export interface ShortAnswersResult {
  problems: string[];
  /** Processor time of an answer, in milliseconds. */
  cpuMs: number;
  /** Answers that one core writes in a second of its own time. */
  aSecond: number;
}

export interface ShortAnswersOptions {
  answers: number;
  atATime: number;
}

/** "Yes, until Friday.": ten tokens, as fast as they come. */
const SCRIPT = { tokens: 10, everyMs: 1 };

const SETTLE_MS = 150;

export async function measureShortAnswers(
  contender: Contender,
  { answers, atATime }: ShortAnswersOptions,
): Promise<ShortAnswersResult> {
  const requests = await contender.requests(answers, SCRIPT);
  await settle();
  const problems = new Set<string>();
  const before = cpuTime(contender.pids).totalUs;
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (let request = requests.pop(); request; request = requests.pop()) {
        const { problem } = await openStream(request, contender.dialect, SCRIPT, { tokens: 0 }).ended;
        if (problem !== undefined) problems.add(problem);
      }
    }),
  );
  await settle();
  const cpuMs = (cpuTime(contender.pids).totalUs - before) / 1000 / answers;
  return { problems: [...problems], cpuMs, aSecond: 1000 / cpuMs };
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}
