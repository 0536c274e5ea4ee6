/** From rounds to figures: one value per contender and round, so that rounds can be compared pair by pair. */
import type { BenchResults, ContenderResults } from './bench-results.ts';
import { median, quantile } from './statistics.ts';

export interface Measure {
  title: string;
  unit: string;
  digits: number;
  /** The values of each round. */
  rounds: (contender: ContenderResults, results: BenchResults) => number[];
}

/** Where less is better; these are compared as ratios. */
export const MEASURES = {
  tokenUsual: {
    title: 'CPU per token, 20 ms pace',
    unit: 'µs',
    digits: 1,
    rounds: ({ usual }) => usual.map((round) => round.cpuPerTokenUs),
  },
  tokenFast: {
    title: 'CPU per token, 5 ms pace',
    unit: 'µs',
    digits: 1,
    rounds: ({ fast }) => fast.map((round) => round.cpuPerTokenUs),
  },
  answer: {
    title: 'CPU per whole answer',
    unit: 'ms',
    digits: 2,
    rounds: ({ usual }) => usual.map((round) => round.cpuPerAnswerMs),
  },
  shortAnswer: {
    title: 'CPU per short answer',
    unit: 'ms',
    digits: 2,
    rounds: ({ shortAnswers }) => shortAnswers.map((round) => round.cpuMs),
  },
  firstTokenP50: {
    title: 'added first-token time, p50',
    unit: 'ms',
    digits: 2,
    rounds: (contender, results) => addedFirstToken(contender, results, 0.5),
  },
  firstTokenP99: {
    title: 'added first-token time, p99',
    unit: 'ms',
    digits: 2,
    rounds: (contender, results) => addedFirstToken(contender, results, 0.99),
  },
  startCpu: {
    title: 'CPU of a start',
    unit: 'ms',
    digits: 0,
    rounds: ({ memory }) => memory.map((round) => round.startCpuMs),
  },
  start: {
    title: 'start to first answer',
    unit: 'ms',
    digits: 0,
    rounds: ({ memory }) => memory.map((round) => round.startMs),
  },
  idleRss: {
    title: 'RSS when idle',
    unit: 'MiB',
    digits: 0,
    rounds: ({ memory }) => memory.map((round) => round.idleRssMib),
  },
  perStream: {
    title: 'memory per open stream',
    unit: 'KiB',
    digits: 1,
    rounds: ({ memory }) => memory.map((round) => round.perStreamKib),
  },
  bytes: {
    title: 'bytes to the reader per token, 5 ms pace',
    unit: 'B',
    digits: 0,
    rounds: ({ fast }) => fast.map((round) => round.bytesPerToken),
  },
} satisfies Record<string, Measure>;

/** A quantile of each round's questions, less the same round's median without anybody in between. */
function addedFirstToken(contender: ContenderResults, results: BenchResults, share: number): number[] {
  const direct = results.contenders.find(({ id }) => id === 'direct');
  return contender.firstToken.map(
    ({ times }, round) => quantile(times, share) - median(direct?.firstToken[round]?.times ?? []),
  );
}

export interface Ratio {
  median: number;
  low: number;
  high: number;
}

/** How many times the other's figure ours is, round by round. */
export function ratio(ours: readonly number[], theirs: readonly number[]): Ratio {
  const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN)).filter(Number.isFinite);
  return { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
}

/** What makes a figure worthless, said once for each contender. */
export function problemsOf(results: BenchResults): string[] {
  return results.contenders.flatMap(({ title, usual, fast, firstToken, shortAnswers, memory }) => {
    const all = [...usual, ...fast, ...firstToken, ...shortAnswers, ...memory].flatMap((round) => round.problems);
    return [...new Set(all)].map((problem) => `${title}: ${problem}`);
  });
}
