/** `npm run bench -- widget`: what the chat costs a page, beside chats and parsers that npm has, all in one run. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describeMachine } from '../machine/describe-machine.ts';
import { shuffled } from '../measure/shuffled.ts';
import { formatTable } from '../report/format-table.ts';
import { median } from '../report/statistics.ts';
import { type CompressedSize, compressedSize } from './compressed-size.ts';
import { fetchPackage } from './fetch-package.ts';
import { guichetLine, type LongConversation, measureLongConversation } from './long-conversation.ts';
import { measureParseTime, mixedText, type ParserFiles, type ParserName } from './parse-time.ts';
import { PARSER_PACKAGES, PEER_PACKAGES, type PeerPackage } from './peer-packages.ts';
import { measureScriptTime, type ScriptTime } from './script-time.ts';
import { openWidgetLab, type WidgetLab } from './widget-lab.ts';

const WIDGET_FOLDER = path.resolve(import.meta.dirname, '../../packages/widget/dist');

const SHORT = 5_000;
const LONG = 20_000;

const say = (sentence: string) =>
  void process.stderr.write(`${String(Math.round(performance.now() / 1000)).padStart(4)} s  ${sentence}\n`);

/** @param rounds of everything that takes time */
export async function runWidgetBench(rounds: number): Promise<string> {
  const skipped: string[] = [];
  const folders = new Map<string, string>();
  for (const one of [...PEER_PACKAGES, ...Object.values(PARSER_PACKAGES)]) {
    try {
      folders.set(one.name, fetchPackage(one));
    } catch (error) {
      skipped.push(`SKIPPED ${one.name} ${one.version}: ${(error as Error).message}`);
    }
  }
  const lab = await openWidgetLab();
  try {
    const { cpu, cores, memoryGib, system, node } = describeMachine();
    return [
      `${cpu}, ${cores} cores, ${memoryGib} GiB, ${system}, Node ${node}, Chromium ${lab.browser.version()}; ${rounds} rounds, medians`,
      ...skipped,
      '',
      bytesTable(folders),
      '',
      await scriptTable(lab, folders, rounds),
      '',
      await parserTable(lab, folders, rounds),
      '',
      conversationTable(await longConversation(lab)),
    ].join('\n');
  } finally {
    await lab.close();
  }
}

function bytesTable(folders: ReadonlyMap<string, string>): string {
  const ours = (names: readonly string[]) => names.map((name) => path.join(WIDGET_FOLDER, fileOf(name)));
  const rows: [string, CompressedSize, CompressedSize | undefined, string][] = [
    [
      'Guichet',
      compressedSize(ours(['guichet.js'])),
      compressedSize(ours(['app.js'])),
      'Markdown comes with the first answer',
    ],
    [
      'Guichet, with Markdown, code colours, formulas and tools',
      compressedSize(ours(['guichet.js'])),
      compressedSize(ours(['app.js', 'markdown.js', 'highlight.js', 'maths.js', 'answer.js', 'conversations.js'])),
      'everything that an English visitor can come to load',
    ],
  ];
  for (const peer of PEER_PACKAGES) {
    const folder = folders.get(peer.name);
    if (folder === undefined) continue;
    const size = (files: readonly string[]) => compressedSize(files.map((file) => path.join(folder, file)));
    rows.push([
      `${peer.name} ${peer.version}`,
      size(peer.atLoad),
      peer.atOpen.length > 0 ? size(peer.atOpen) : undefined,
      peer.note,
    ]);
  }
  return formatTable(
    ['Bytes', 'at load: raw', 'gzip', 'brotli', 'more at first open: raw', 'gzip', 'brotli', 'note'],
    rows.map(([title, load, open, note]) => [title, ...sizeCells(load), ...sizeCells(open), note]),
  );
}

const sizeCells = (size: CompressedSize | undefined) =>
  size ? [size.raw, size.gzip, size.brotli].map((bytes) => bytes.toLocaleString('en')) : ['0', '0', '0'];

/** Where in the build a file is, by the name that it is asked for with. */
function fileOf(name: string): string {
  const manifest = JSON.parse(readFileSync(path.join(WIDGET_FOLDER, 'manifest.json'), 'utf8')) as {
    files: Record<string, { path: string }>;
  };
  return manifest.files[name]?.path.slice(1) ?? name;
}

async function scriptTable(lab: WidgetLab, folders: ReadonlyMap<string, string>, rounds: number): Promise<string> {
  const contenders: { title: string; times: ScriptTime[]; measure: () => Promise<ScriptTime> }[] = [
    { title: 'a page without a chat', times: [], measure: () => measureScriptTime(lab, '') },
    {
      title: 'Guichet',
      times: [],
      measure: () => measureScriptTime(lab, guichetLine(lab), { host: 'guichet-chat', button: '[part~=launcher]' }),
    },
  ];
  for (const peer of PEER_PACKAGES) {
    const folder = folders.get(peer.name);
    if (folder === undefined || !peer.page) continue;
    const { body, launcher } = peer.page;
    const address = lab.serving(folder);
    contenders.push({
      title: titleOf(peer),
      times: [],
      measure: () => measureScriptTime(lab, body(address), launcher),
    });
  }
  for (let round = 1; round <= rounds; round++) {
    say(`Scripts, round ${round} of ${rounds}`);
    for (const contender of shuffled(contenders)) contender.times.push(await contender.measure());
  }
  const middle = (times: ScriptTime[], key: keyof ScriptTime) => {
    const value = median(times.map((time) => time[key] ?? Number.NaN));
    return Number.isFinite(value) ? value.toFixed(0) : '–';
  };
  return formatTable(
    [
      'Main thread, processor slowed four times (ms)',
      'scripts at load',
      'all tasks at load',
      'scripts at open',
      'all tasks at open',
    ],
    contenders.map(({ title, times }) => [
      title,
      ...(['load', 'loadTasks', 'open', 'openTasks'] as const).map((key) => middle(times, key)),
    ]),
  );
}

const titleOf = ({ name, version }: PeerPackage) => `${name} ${version}`;

async function parserTable(lab: WidgetLab, folders: ReadonlyMap<string, string>, rounds: number): Promise<string> {
  const streaming = folders.get('streaming-markdown');
  const marked = folders.get('marked');
  if (!streaming || !marked) return 'Parsers were not compared: a package is missing.';
  const files: ParserFiles = {
    guichet: `${lab.serving(WIDGET_FOLDER)}/${fileOf('markdown.js')}`,
    'streaming-markdown': `${lab.serving(streaming)}/${PARSER_PACKAGES['streaming-markdown'].file}`,
    marked: `${lab.serving(marked)}/${PARSER_PACKAGES.marked.file}`,
  };
  const parsers: ParserName[] = ['guichet', 'streaming-markdown', 'marked'];
  const texts = [mixedText(SHORT), mixedText(LONG)];
  const times = new Map<ParserName, number[][]>(parsers.map((parser) => [parser, []]));
  for (let round = 1; round <= rounds; round++) {
    say(`Parsers, round ${round} of ${rounds}`);
    for (const parser of shuffled(parsers)) times.get(parser)?.push(await measureParseTime(lab, files, parser, texts));
  }
  const ours = times.get('guichet') ?? [];
  return formatTable(
    [
      'Pieces of four characters into the page',
      '5 kB (ms)',
      '20 kB (ms)',
      '20 kB to 5 kB',
      'Guichet’s time for 20 kB, times',
    ],
    parsers.map((parser) => {
      const own = times.get(parser) ?? [];
      const [short, long] = [0, 1].map((place) => median(own.map((round) => round[place] ?? Number.NaN)));
      const ratios = own.map((round, place) => (ours[place]?.[1] ?? Number.NaN) / (round[1] ?? Number.NaN));
      return [
        parser === 'marked' ? 'marked, parsed anew with each piece' : parser,
        (short ?? Number.NaN).toFixed(1),
        (long ?? Number.NaN).toFixed(1),
        median(own.map((round) => (round[1] ?? Number.NaN) / (round[0] ?? Number.NaN))).toFixed(2),
        parser === 'guichet' ? '' : median(ratios).toFixed(2),
      ];
    }),
  );
}

function longConversation(lab: WidgetLab): Promise<LongConversation[]> {
  say('A conversation of 500 messages');
  return measureLongConversation(lab, [20, 100, 300, 500]);
}

function conversationTable(looks: readonly LongConversation[]): string {
  return formatTable(
    [
      'Messages in the log',
      'heap of the page beyond the launcher (MiB)',
      'longest task of an answer of 7,900 characters (ms)',
    ],
    looks.map(({ messages, memoryMib, longestTaskMs }) => [
      String(messages),
      memoryMib.toFixed(1),
      longestTaskMs === 0 ? 'none above 50' : longestTaskMs.toFixed(0),
    ]),
  );
}
