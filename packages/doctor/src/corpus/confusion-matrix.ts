import type { CorpusResult } from './run-case.ts';

export interface CorpusFigures {
  total: number;
  /** The right cause, said as surely as can be. */
  right: number;
  /** A wrong cause said to be certain, or a right one said to be certain that cannot be. */
  wronglyCertain: number;
}

export function isRight({ expected, found }: CorpusResult): boolean {
  return expected.cause === found.cause && expected.confidence === found.confidence;
}

export function figuresOf(results: readonly CorpusResult[]): CorpusFigures {
  const wrong = results.filter((result) => !isRight(result));
  return {
    total: results.length,
    right: results.length - wrong.length,
    wronglyCertain: wrong.filter(({ found }) => found.confidence === 'certain').length,
  };
}

/** Expected against found, one line a pair, the wrong ones marked. */
export function confusionMatrix(results: readonly CorpusResult[]): string {
  const pairs = new Map<string, number>();
  for (const { expected, found } of results) {
    const same = expected.cause === found.cause && expected.confidence === found.confidence;
    const pair = `${same ? ' ' : '✕'} ${said(expected).padEnd(42)} ${said(found)}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const lines = [...pairs].sort().map(([pair, count]) => `${String(count).padStart(4)} ${pair}`);
  const missed = results.filter((result) => !isRight(result)).map(({ name, version }) => `     ✕ ${name} (${version})`);
  const { total, right, wronglyCertain } = figuresOf(results);
  const summary = `${right} of ${total} right (${((100 * right) / total).toFixed(1)} %), ${wronglyCertain} wrongly certain`;
  return [`     ${'  expected'.padEnd(44)} found`, ...lines, ...missed, summary].join('\n');
}

function said({ cause, confidence }: CorpusResult['expected']): string {
  return `${cause} (${confidence})`;
}
