import { isUsable } from './is-usable.ts';
import { recognise } from './recognise.ts';
import type { Recognition } from './recognition.ts';
import { dateInWords, explain, KEY_TEXTS, type KeyTextLocale } from './text/explain.ts';

export interface InspectOptions {
  readonly json: boolean;
  readonly locale: KeyTextLocale;
  /** The time to judge a session token by. Default: now. */
  readonly now?: Date;
  /** The installation's salt, so that fingerprints can be compared with those in its log. */
  readonly salt?: string;
}

export interface Inspection {
  /** What to print, with a line break at its end. */
  readonly output: string;
  /** 0: Guichet can use it as its Open WebUI credential; 1: it cannot. */
  readonly exitCode: 0 | 1;
}

/** What `guichet key inspect` prints. Pure: the caller reads the key and writes the answer. */
export function inspectKey(text: string, { json, locale, now = new Date(), salt }: InspectOptions): Inspection {
  const recognition = recognise(text, { now, ...(salt !== undefined && { salt }) });
  const exitCode = isUsable(recognition) ? 0 : 1;
  return { output: `${json ? asJson(recognition, locale) : asText(recognition, locale)}\n`, exitCode };
}

function asJson(recognition: Recognition, locale: KeyTextLocale): string {
  const report = { schema: 1, usable: isUsable(recognition), ...recognition, text: explain(recognition, locale) };
  return JSON.stringify(report, null, 2);
}

function asText(recognition: Recognition, locale: KeyTextLocale): string {
  const texts = KEY_TEXTS[locale];
  const { what, meaning, next, cleaned } = explain(recognition, locale);
  const issuedAt = recognition.session?.issuedAt;
  return [
    recognition.confidence === 'possible' ? what : `${what} (${texts.confidence[recognition.confidence]})`,
    meaning,
    issuedAt && texts.issued(dateInWords(issuedAt, locale)),
    '',
    next,
    '',
    cleaned,
    `${recognition.kind} · ${texts.facts(recognition)}`,
    texts.stayedHere,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}
