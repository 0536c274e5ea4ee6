import { KNOWN_AMBIGUITIES } from './known-ambiguities.ts';
import { type FalseAlarms, type MeasuredKind, ORDINARY_SORTS } from './measure-kinds.ts';

const PERCENT = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The table of kinds as Markdown, for the README and the reference. */
export function kindsTable(kinds: readonly MeasuredKind[], falseAlarms: FalseAlarms): string {
  const sampleCount = kinds[0]?.sampleCount ?? 0;
  const rows = kinds.map(
    ({ id, owner, family, shape, hitRate, foundRate, isSearched, falseFromOthers, falseFromOrdinary }) =>
      `| \`${id}\` | ${owner} | ${family} | ${PERCENT.format(hitRate)} | ${isSearched ? PERCENT.format(foundRate) : '-'} | ${inWords(falseFromOthers)} | ${inWords(falseFromOrdinary)} | ${inCell(shape)} |`,
  );
  return [
    `${kinds.length} kinds, ${inWords(sampleCount)} invented samples each. *Recognised*: \`recognise\` names this kind. *Found*:`,
    '`findSecrets` finds it, whole and alone, inside a sentence (`-`: it does not look for it, because ordinary things',
    'have the shape or because it is public). *Others*: how many of the samples of all other kinds',
    `(${inWords((kinds.length - 1) * sampleCount)}) \`recognise\` takes for this one. *Ordinary*: how many of ${inWords(ORDINARY_SORTS * sampleCount)} ordinary things (messages,`,
    'UUIDs, commits, checksums) it takes for this one. `uuid`, `hex64` and `cohere-like` are such shapes themselves: they',
    'are called possible, and block nothing. The few others are words that were invented to begin like a key',
    '(`glpat-example-…`).',
    '',
    `False alarms of \`findSecrets\` in ${inWords(falseAlarms.messageCount)} ordinary messages, French and English, with order numbers, UUIDs, commits,`,
    `phone numbers, IBANs, addresses, file names and Base64 pictures: **${falseAlarms.alarms.length}**.`,
    '',
    '| kind | whose | family | recognised | found | others | ordinary | shape |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    'Told apart as far as it goes:',
    ...Object.entries(KNOWN_AMBIGUITIES).map(
      ([id, { takenFor, because }]) => `- \`${id}\` and \`${takenFor}\`: ${because}.`,
    ),
  ].join('\n');
}

/** A vertical bar would end the cell, even inside code, and a backtick the code. */
function inCell(shape: string): string {
  const fence = shape.includes('`') ? '``' : '`';
  return `${fence}${shape.replaceAll('|', '\\|')}${fence}`;
}

function inWords(count: number): string {
  return new Intl.NumberFormat('en').format(count);
}
