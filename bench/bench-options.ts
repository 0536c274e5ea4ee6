import { parseArgs } from 'node:util';
import type { ShortAnswersOptions } from './measure/short-answers.ts';
import type { StreamingProfile } from './measure/streaming.ts';

export interface BenchOptions {
  rounds: number;
  memoryRounds: number;
  /** A conversation's usual pace, and a fast model's. */
  profiles: Record<'usual' | 'fast', StreamingProfile>;
  firstTokenQuestions: number;
  shortAnswers: ShortAnswersOptions;
  memoryStreams: number;
  /** Questions a contender has answered before it is measured. */
  warmUpQuestions: number;
  /** Ids of the contenders to run; all when empty. */
  only: string[];
  profileFolder: string | undefined;
}

export const USAGE = `npm run bench -- widget [--quick]
  what the chat costs a page: bytes, scripts, Markdown, long conversations

npm run bench -- [options]
  --rounds=N      rounds of every measure, at least 1 (5)
  --quick         a look in under a minute: too short to quote
  --streams=N     streams open at once when memory is measured (500)
  --only=a,b      contenders: direct, nginx, relay, guichet, portkey, portkey-sleep-free
  --profile=DIR   write a CPU profile of Guichet into DIR
`;

/** @returns undefined when the usage was asked for */
export function readOptions(args: readonly string[]): BenchOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      streams: { type: 'string' },
      only: { type: 'string', default: '' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { quick } = values;
  return {
    rounds: count(values.rounds, quick ? 1 : 5),
    memoryRounds: quick ? 1 : 3,
    profiles: {
      usual: { streams: 50, tokens: quick ? 60 : 200, everyMs: 20 },
      fast: { streams: 25, tokens: quick ? 200 : 400, everyMs: 5 },
    },
    firstTokenQuestions: quick ? 10 : 30,
    shortAnswers: { answers: quick ? 150 : 600, atATime: 25 },
    memoryStreams: count(values.streams, quick ? 200 : 500),
    warmUpQuestions: quick ? 100 : 300,
    only: values.only.split(',').filter((id) => id !== ''),
    profileFolder: values.profile,
  };
}

function count(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is no count.`);
  return value;
}
