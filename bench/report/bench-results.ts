import type { Machine } from '../machine/describe-machine.ts';
import type { FirstTokenResult } from '../measure/first-token.ts';
import type { MemoryResult } from '../measure/memory-per-stream.ts';
import type { ShortAnswersResult } from '../measure/short-answers.ts';
import type { StreamingResult } from '../measure/streaming.ts';

/** Everything measured of one contender, a value for each round in the order of the rounds. */
export interface ContenderResults {
  id: string;
  title: string;
  version: string;
  usual: StreamingResult[];
  fast: StreamingResult[];
  firstToken: FirstTokenResult[];
  shortAnswers: ShortAnswersResult[];
  memory: MemoryResult[];
}

export interface BenchResults {
  startedAt: string;
  machine: Machine;
  options: object;
  contenders: ContenderResults[];
  /** Who was left out, and why. */
  skipped: string[];
}
