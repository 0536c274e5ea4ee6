/** How the credential in use stands: what is, in one sentence, and what that means for visitors. */

import type { Locale } from '@guichet/contract/locale';
import { EXPIRING_WITHIN_DAYS } from '@guichet/keys';
import type { Tone } from '../../parts/tone.ts';
import type { Texts } from '../../text/texts.ts';
import { menuMarks } from '../../words/menu-marks.ts';
import { momentInWords } from '../../words/moment-in-words.ts';
import { timeLeft } from '../../words/time-left.ts';
import type { ReadCredential } from './keys-model.ts';

export interface CurrentState {
  tone: Tone;
  what: string;
  /** Whole sentences, in the order they are read. */
  means: string[];
  /** Changes every second; shown, and never read out. */
  ticking?: string;
}

const DAY_SECONDS = 86_400;

/** @param now milliseconds, of the clock that `readAt` is of */
export function currentState(read: ReadCredential, now: number, texts: Texts, locale: Locale): CurrentState {
  const { view } = read;
  const { state, held, lack } = view;
  const words = texts.current.state;
  if (view.practice) return { tone: 'info', what: words.practice, means: [words.practiceMeans] };
  if (!held) {
    if (!lack?.what) return { tone: 'fail', what: words.missing, means: [words.missingMeans] };
    return { tone: 'fail', what: lack.what, means: [menuMarks(lack.next ?? ''), words.unusableMeans].filter(Boolean) };
  }
  const isToken = held.kind === 'open-webui-session-token';
  const left = secondsLeft(read, now);
  if (left !== undefined && left <= 0) return { tone: 'fail', what: words.ended, means: [words.endedMeans] };
  switch (state.kind) {
    case 'none':
    case 'unproven':
      return { tone: 'info', what: words.unproven, means: [words.unprovenMeans] };
    case 'accepted':
      if (left !== undefined && left < EXPIRING_WITHIN_DAYS * DAY_SECONDS) {
        return { tone: 'warn', what: words.endsSoon, means: [words.endsSoonMeans] };
      }
      return {
        tone: 'ok',
        what: isToken ? words.acceptedToken : words.accepted,
        means: [words.since({ moment: momentInWords(state.since, locale) })],
      };
    case 'refused': {
      const until = (Date.parse(state.nextProbeAt) - now) / 1000;
      return {
        tone: 'fail',
        what: isToken ? words.refusedToken : words.refused,
        means: [state.causeText, words.refusedMeans],
        ticking: until >= 1 ? words.nextProbe({ time: timeLeft(until, locale) }) : words.nextProbeNow,
      };
    }
    default:
      return state satisfies never;
  }
}

/** Until a session token dies, by the server's clock; negative afterwards, undefined for what does not die. */
export function secondsLeft({ view, readAt }: ReadCredential, now: number): number | undefined {
  if (view.secondsLeft === undefined) return undefined;
  return view.secondsLeft - Math.floor((now - readAt) / 1000);
}
