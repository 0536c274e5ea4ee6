/** A fresh process, warmed up, then many slow streams at once: what each of them holds in memory. */
import { type OpenStream, openStreams } from '../client/open-stream.ts';
import type { Contender, ContenderKind } from '../contenders/contender.ts';
import { cpuTime, memory } from '../machine/process-cost.ts';
import { warmUp } from './warm-up.ts';

export interface MemoryResult {
  problems: string[];
  /** From starting the process until it listens, in milliseconds: of the clock, and of the processor. */
  startMs: number;
  startCpuMs: number;
  /** Resident set after warming up, before the streams, in MiB. */
  idleRssMib: number;
  /** Growth by open stream, in KiB; shared pages counted by share. Kernel socket buffers are not in it. */
  perStreamKib: number;
}

export interface MemoryOptions {
  memoryStreams: number;
  warmUpQuestions: number;
}

/** One token every five seconds: open, alive, and nearly still. */
const SCRIPT = { tokens: 60, everyMs: 5_000 };

const SETTLE_MS = 1_000;

/** Between two streams, so that opening them is no burst. */
const APART_MS = 1.5;

/**
 * Growth is counted from half as many streams on: the first ones fill what warming up left free in the heap, and would
 * seem to cost nothing.
 */
export async function measureMemory(
  kind: ContenderKind,
  upstream: string,
  { memoryStreams, warmUpQuestions }: MemoryOptions,
): Promise<MemoryResult> {
  const startedAt = performance.now();
  const contender = await kind.start(upstream);
  const startMs = performance.now() - startedAt;
  const startCpuMs = cpuTime(contender.pids).totalUs / 1000;
  const streams: OpenStream[] = [];
  try {
    await warmUp(contender, warmUpQuestions);
    const half = Math.ceil(memoryStreams / 2);
    const requests = await contender.requests(half + memoryStreams, SCRIPT);
    const counter = { tokens: 0 };

    async function pssWithStreams(count: number): Promise<number> {
      const more = requests.slice(streams.length, count);
      streams.push(...(await openStreams(more, contender.dialect, SCRIPT, more.length * APART_MS, counter)));
      await Promise.all(streams.map((stream) => stream.firstText));
      return (await settled(contender)).pssKib;
    }

    const idle = await settled(contender);
    const some = await pssWithStreams(half);
    const all = await pssWithStreams(requests.length);
    const missing = requests.length - counter.tokens;
    return {
      problems: missing > 0 ? [`${missing} of ${requests.length} streams did not open`] : [],
      startMs,
      startCpuMs,
      idleRssMib: idle.rssKib / 1024,
      perStreamKib: (all - some) / memoryStreams,
    };
  } finally {
    for (const stream of streams) stream.abort();
    await Promise.all(streams.map((stream) => stream.ended));
    await contender.stop();
  }
}

async function settled(contender: Contender): Promise<ReturnType<typeof memory>> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return memory(contender.pids);
}
