/**
 * Many streams at once at a steady pace. Processor time is read twice: over the part in which all streams stream (what
 * a token costs), and from before the first question until all is stored (what a whole answer costs).
 */
import { openStreams, type StreamReading } from '../client/open-stream.ts';
import type { Contender } from '../contenders/contender.ts';
import { type CpuTime, cpuTime } from '../machine/process-cost.ts';
import { median, quantile, sum } from '../report/statistics.ts';
import type { AnswerScript } from '../upstream/answer-script.ts';

export interface StreamingProfile extends AnswerScript {
  streams: number;
}

export interface StreamingResult {
  problems: string[];
  /** Processor time per token relayed while all streams stream, in microseconds. */
  cpuPerTokenUs: number;
  /** Of all processor time, what was spent in user mode, 0 to 1. */
  userShare: number;
  /** Processor time of a whole answer, acceptance and storing included, in milliseconds. */
  cpuPerAnswerMs: number;
  /** How much later than the model wrote it a token arrives, the way of the question included, in milliseconds. */
  delayP50Ms: number;
  delayP99Ms: number;
  bytesPerToken: number;
  eventsPerToken: number;
  /** How busy the load generator was, in cores, the upstream and the reader together. */
  loadCores: number;
}

const SPREAD_MS = 400;

/** The window closes this long before the first stream ends by plan. */
const MARGIN_MS = 100;

/** What is done after the last byte (ended runs, logs) belongs to the answer. */
const SETTLE_MS = 150;

/** Nagle's algorithm together with delayed acknowledgements holds packets back for 40 ms. */
const NAGLE_MS = { from: 38, to: 45 };
const NAGLE_SHARE = 0.25;

/** Beyond, it is the load generator that is measured. */
const LOAD_CORES_MAX = 0.9;

export async function measureStreaming(
  contender: Contender,
  profile: StreamingProfile,
  upstreamPid: number,
): Promise<StreamingResult> {
  const counter = { tokens: 0 };
  const requests = await contender.requests(profile.streams, profile);
  await pause(SETTLE_MS);

  const loadBefore = loadUs(upstreamPid);
  const startedAt = performance.now();
  const before = cpuTime(contender.pids);
  const streams = await openStreams(requests, contender.dialect, profile, SPREAD_MS, counter);
  await Promise.all(streams.map((stream) => stream.firstText));

  const opened = { cpu: cpuTime(contender.pids), tokens: counter.tokens };
  const plannedMs = startedAt + (profile.tokens - 1) * profile.everyMs - MARGIN_MS - performance.now();
  await pause(Math.max(0, plannedMs));
  const closing = { cpu: cpuTime(contender.pids), tokens: counter.tokens };

  const readings = await Promise.all(streams.map((stream) => stream.ended));
  const endedAt = performance.now();
  const loadCores = (loadUs(upstreamPid) - loadBefore) / (endedAt - startedAt) / 1000;
  await pause(SETTLE_MS);
  const after = cpuTime(contender.pids);

  const total = difference(after, before);
  const tokens = profile.streams * profile.tokens;
  const delays = readings.flatMap((reading) => delaysOf(reading, profile));
  return {
    problems: problemsOf(readings, loadCores),
    cpuPerTokenUs: difference(closing.cpu, opened.cpu).totalUs / (closing.tokens - opened.tokens),
    userShare: total.userTicks / (total.userTicks + total.systemTicks),
    cpuPerAnswerMs: total.totalUs / 1000 / profile.streams,
    delayP50Ms: median(delays),
    delayP99Ms: quantile(delays, 0.99),
    bytesPerToken: sum(readings.map((reading) => reading.bodyBytes)) / tokens,
    eventsPerToken: sum(readings.map((reading) => reading.textEvents)) / tokens,
    loadCores,
  };
}

/** From the question, less the time the model took to get to that token. */
function delaysOf({ sentAt, arrivals }: StreamReading, { everyMs }: AnswerScript): number[] {
  return Array.from(arrivals, (arrival, index) => arrival - sentAt - index * everyMs);
}

function problemsOf(readings: readonly StreamReading[], loadCores: number): string[] {
  const problems = [...new Set(readings.map((reading) => reading.problem).filter((problem) => problem !== undefined))];
  const gaps = readings.flatMap(({ readTimes }) =>
    readTimes.slice(1).map((time, index) => time - (readTimes[index] ?? 0)),
  );
  const held = gaps.filter((gap) => gap >= NAGLE_MS.from && gap <= NAGLE_MS.to).length / gaps.length;
  if (held > NAGLE_SHARE)
    problems.push(`${Math.round(held * 100)} % of the gaps last about 40 ms: packets are held back`);
  if (loadCores > LOAD_CORES_MAX) problems.push(`the load generator was ${Math.round(loadCores * 100)} % busy`);
  return problems;
}

function loadUs(upstreamPid: number): number {
  const own = process.cpuUsage();
  return own.user + own.system + cpuTime([upstreamPid]).totalUs;
}

function difference(later: CpuTime, earlier: CpuTime): CpuTime {
  return {
    totalUs: later.totalUs - earlier.totalUs,
    userTicks: later.userTicks - earlier.userTicks,
    systemTicks: later.systemTicks - earlier.systemTicks,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
