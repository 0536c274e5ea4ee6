/** `npm run bench`: all contenders in one run, round by round in an order drawn anew each time. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BenchOptions, readOptions, USAGE } from './bench-options.ts';
import { bareRelay } from './contenders/bare-relay.ts';
import type { Contender, ContenderKind } from './contenders/contender.ts';
import { direct } from './contenders/direct.ts';
import { guichet } from './contenders/guichet.ts';
import { nginx } from './contenders/nginx.ts';
import { portkey } from './contenders/portkey.ts';
import { startChild } from './machine/child-process.ts';
import { moveThisProcessTo, READER_CORE, UPSTREAM_CORE } from './machine/cores.ts';
import { describeMachine } from './machine/describe-machine.ts';
import { measureFirstToken } from './measure/first-token.ts';
import { measureMemory } from './measure/memory-per-stream.ts';
import { measureShortAnswers } from './measure/short-answers.ts';
import { shuffled } from './measure/shuffled.ts';
import { measureStreaming } from './measure/streaming.ts';
import { warmUp } from './measure/warm-up.ts';
import type { BenchResults, ContenderResults } from './report/bench-results.ts';
import { formatReport } from './report/format-report.ts';
import { problemsOf } from './report/summarise.ts';

const WIDGET_ROUNDS = 5;

interface Entry {
  kind: ContenderKind;
  results: ContenderResults;
}

const say = (sentence: string) =>
  void process.stderr.write(`${String(Math.round(performance.now() / 1000)).padStart(4)} s  ${sentence}\n`);

async function gather(options: BenchOptions, skipped: string[]): Promise<Entry[]> {
  const kinds = [direct, nginx, bareRelay, guichet(options.profileFolder), portkey('stock'), portkey('sleepFree')];
  const entries: Entry[] = [];
  for (const kind of kinds) {
    if (options.only.length > 0 && !options.only.includes(kind.id)) continue;
    const version = await kind.ready((sentence) => {
      skipped.push(`SKIPPED ${kind.title}: ${sentence}`);
      say(`SKIPPED ${kind.title}: ${sentence}`);
    });
    if (version === undefined) continue;
    const { id, title } = kind;
    entries.push({
      kind,
      results: { id, title, version, usual: [], fast: [], firstToken: [], shortAnswers: [], memory: [] },
    });
  }
  return entries;
}

async function run(options: BenchOptions): Promise<BenchResults> {
  const startedAt = new Date().toISOString();
  const skipped: string[] = [];
  const entries = await gather(options, skipped);
  const machine = describeMachine();
  moveThisProcessTo(READER_CORE);
  const upstream = startChild([process.execPath, path.join(import.meta.dirname, 'upstream/mock-upstream.ts')], {
    core: UPSTREAM_CORE,
  });
  const upstreamUrl = await upstream.firstLine;
  await runRounds(entries, options, upstreamUrl, upstream.pid);
  // Last and in processes of their own, because a heap that has grown hides what a stream takes.
  for (let round = 1; round <= options.memoryRounds; round++) {
    say(`Memory, round ${round} of ${options.memoryRounds}`);
    for (const { kind, results } of shuffled(entries)) {
      if (kind !== direct) results.memory.push(await measureMemory(kind, upstreamUrl, options));
    }
  }
  await upstream.stop();
  return { startedAt, machine, options, contenders: entries.map(({ results }) => results), skipped };
}

async function runRounds(
  entries: Entry[],
  options: BenchOptions,
  upstreamUrl: string,
  upstreamPid: number,
): Promise<void> {
  const running = new Map<Entry, Contender>();
  for (const entry of entries) {
    say(`Warming up ${entry.kind.title}`);
    const contender = await entry.kind.start(upstreamUrl);
    running.set(entry, contender);
    await warmUp(contender, options.warmUpQuestions);
  }
  for (let round = 1; round <= options.rounds; round++) {
    say(`Round ${round} of ${options.rounds}`);
    for (const profile of ['usual', 'fast'] as const) {
      for (const [{ results }, contender] of shuffled([...running])) {
        results[profile].push(await measureStreaming(contender, options.profiles[profile], upstreamPid));
      }
    }
    for (const [{ results }, contender] of shuffled([...running])) {
      results.firstToken.push(await measureFirstToken(contender, options.firstTokenQuestions));
    }
    for (const [{ kind, results }, contender] of shuffled([...running])) {
      if (kind !== direct) results.shortAnswers.push(await measureShortAnswers(contender, options.shortAnswers));
    }
  }
  for (const contender of running.values()) await contender.stop();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

async function report(options: BenchOptions): Promise<number> {
  const results = await run(options);
  writeFileSync(path.join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(`${formatReport(results)}\n`);
  return problemsOf(results).length > 0 ? 1 : 0;
}

async function main(args: readonly string[]): Promise<number> {
  if (args[0] === 'widget') {
    const { runWidgetBench } = await import('./widget/run-widget-bench.ts');
    process.stdout.write(`${await runWidgetBench(args.includes('--quick') ? 1 : WIDGET_ROUNDS)}\n`);
    return 0;
  }
  const options = readOptions(args);
  if (!options) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (process.platform === 'linux') return report(options);
  say('The bench reads processor time and memory from Linux’s /proc; it runs on Linux only.');
  return 69;
}

main(process.argv.slice(2)).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exit(70);
  },
);
