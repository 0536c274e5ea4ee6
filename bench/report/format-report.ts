/** The tables, as text that can be pasted into Markdown. */
import type { BenchResults, ContenderResults } from './bench-results.ts';
import { formatTable } from './format-table.ts';
import { median } from './statistics.ts';
import { MEASURES, type Measure, problemsOf, ratio } from './summarise.ts';

export function formatReport(results: BenchResults): string {
  return [
    machineLine(results),
    ...results.skipped,
    '',
    figures(results),
    '',
    ratios(results),
    '',
    streams(results),
    '',
    verdict(results),
  ].join('\n');
}

function machineLine({ machine, contenders }: BenchResults): string {
  const versions = contenders.map(({ title, version }) => `${title} (${version})`).join(' · ');
  const cores = machine.pinned ? 'contender on a core of its own' : 'processes not pinned to cores';
  return `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGib} GiB, ${machine.system}, Node ${machine.node}; ${cores}\n${versions}`;
}

/** Medians of the rounds. */
function figures(results: BenchResults): string {
  const measures = Object.values(MEASURES) as Measure[];
  return formatTable(
    ['', ...measures.map(({ title, unit }) => `${title} (${unit})`)],
    results.contenders.map((contender) => [
      contender.title,
      ...measures.map((measure) => figure(median(measure.rounds(contender, results)), measure.digits)),
    ]),
  );
}

function ratios(results: BenchResults): string {
  const ours = results.contenders.find(({ id }) => id === 'guichet');
  const others = results.contenders.filter(({ id }) => id !== 'guichet' && id !== 'direct');
  if (!ours || others.length === 0) return '';
  return formatTable(
    ['Guichet, times the figure of', ...others.map(({ title }) => title)],
    (Object.values(MEASURES) as Measure[]).map((measure) => [
      measure.title,
      ...others.map((other) => ratioText(ratio(measure.rounds(ours, results), measure.rounds(other, results)))),
    ]),
  );
}

/** What the reader gets, and what the load generator had to do. */
function streams(results: BenchResults): string {
  return formatTable(
    [
      '',
      'user mode',
      'delay at 20 ms pace, p50 / p99 (ms)',
      'delay at 5 ms pace, p50 / p99 (ms)',
      'events per token, 20 / 5 ms pace',
      'load generator (cores)',
    ],
    results.contenders.map((contender) => [contender.title, ...streamCells(contender)]),
  );
}

function streamCells({ usual, fast }: ContenderResults): string[] {
  const of = (rounds: typeof usual, key: Exclude<keyof (typeof usual)[number], 'problems'>, digits: number) =>
    figure(median(rounds.map((round) => round[key])), digits);
  const user = median(usual.map((round) => round.userShare));
  return [
    Number.isFinite(user) ? `${Math.round(user * 100)} %` : '–',
    `${of(usual, 'delayP50Ms', 1)} / ${of(usual, 'delayP99Ms', 1)}`,
    `${of(fast, 'delayP50Ms', 1)} / ${of(fast, 'delayP99Ms', 1)}`,
    `${of(usual, 'eventsPerToken', 2)} / ${of(fast, 'eventsPerToken', 2)}`,
    `${of(usual, 'loadCores', 2)} / ${of(fast, 'loadCores', 2)}`,
  ];
}

function verdict(results: BenchResults): string {
  const problems = problemsOf(results);
  if (problems.length === 0) return 'Every stream was right to the last character; no token lost.';
  return ['NOT VALID, these figures must not be quoted:', ...problems.map((problem) => `- ${problem}`)].join('\n');
}

function ratioText({ median: middle, low, high }: { median: number; low: number; high: number }): string {
  return Number.isFinite(middle) ? `${times(middle)} (${times(low)}–${times(high)})` : '–';
}

function times(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(2);
}

function figure(value: number, digits: number): string {
  return Number.isFinite(value) ? value.toFixed(digits) : '–';
}
