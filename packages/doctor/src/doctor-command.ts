/** `npx guichet doctor`, without the process around it: words and settings in, text and exit code out. */
import { parseArgs } from 'node:util';
import { type Locale, pickLocale } from '@guichet/contract/locale';
import { createScrubber } from '@guichet/keys/scrub';
import { ALL_CHECKS } from './checks/all-checks.ts';
import type { DoctorInput } from './doctor-input.ts';
import { printReport } from './print-report.ts';
import { makeReport } from './report/make-report.ts';
import { type RunOptions, runDoctor } from './run-doctor.ts';
import { shareReport } from './share-report.ts';
import { type CheckId, TEXTS } from './text/texts.ts';

export interface CommandOutcome {
  /** For standard output; for standard error when the exit code is 64 or 70. */
  output: string;
  /** 0: nothing failed. 1: a check failed. 64: the words are off. 70: the doctor itself failed. */
  exitCode: 0 | 1 | 64 | 70;
}

export interface CommandOptions extends Omit<RunOptions, 'only' | 'onSlow'> {
  /** Told a line, for standard error, of each check that keeps people waiting. */
  onWaiting?: (line: string) => void;
  /** Languages to choose from when `--lang` is not given, in order: `GUICHET_LOCALE`, `LC_ALL`, `LANG`. */
  localeWishes?: readonly string[];
}

interface Words {
  json: boolean;
  share: boolean;
  locale: Locale;
  only?: CheckId;
}

export async function doctorCommand(
  words: readonly string[],
  input: DoctorInput,
  options: CommandOptions = {},
): Promise<CommandOutcome> {
  const { localeWishes = [], onWaiting, ...runOptions } = options;
  const read = readWords(words, localeWishes);
  if ('problem' in read) return { output: `${read.problem}\n`, exitCode: 64 };
  const { json, share, locale, only } = read;
  try {
    const onSlow = (id: CheckId) => onWaiting?.(`${TEXTS[locale].word.waiting({ id })}\n`);
    const run = await runDoctor(input, { ...runOptions, onSlow, ...(only !== undefined && { only }) });
    const report = makeReport(run, locale);
    const output = json
      ? `${JSON.stringify(report, null, 2)}\n`
      : share
        ? shareReport(report, locale)
        : printReport(report, locale);
    return { output: withoutSecrets(output, input), exitCode: exitCodeOf(report.summary) };
  } catch {
    return { output: `${TEXTS[locale].word.doctorFailed}\n`, exitCode: 70 };
  }
}

function exitCodeOf({ fail, crashed }: { fail: number; crashed: number }): 0 | 1 | 70 {
  if (fail > 0) return 1;
  return crashed > 0 ? 70 : 0;
}

/** No secret gets as far as here; this is the net below. */
function withoutSecrets(output: string, { credential = '' }: DoctorInput): string {
  return createScrubber({ secrets: [credential.trim()].filter((secret) => secret !== '') })(output);
}

function readWords(words: readonly string[], wishes: readonly string[]): Words | { problem: string } {
  const fallback = TEXTS[pickLocale(wishes)];
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        json: { type: 'boolean' },
        share: { type: 'boolean' },
        lang: { type: 'string' },
        only: { type: 'string' },
      },
    });
    if (values.lang !== undefined && values.lang !== 'fr' && values.lang !== 'en')
      return { problem: fallback.word.usage };
    if (values.json && values.share) return { problem: fallback.word.usage };
    const locale = pickLocale([values.lang, ...wishes].filter((wish) => wish !== undefined));
    const only = ALL_CHECKS.find(({ id }) => id === values.only)?.id;
    if (values.only !== undefined && only === undefined) {
      const ids = ALL_CHECKS.map(({ id }) => id).join(' ');
      return { problem: TEXTS[locale].word.unknownCheck({ ids }) };
    }
    return { json: values.json ?? false, share: values.share ?? false, locale, ...(only && { only }) };
  } catch {
    // The parser's own message would repeat the words, and one of them may be a key.
    return { problem: fallback.word.usage };
  }
}
