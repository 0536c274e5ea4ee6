import type { Locale } from '@guichet/contract/locale';
import type { Texts } from '../../text/texts.ts';
import { momentInWords } from '../../words/moment-in-words.ts';
import { timeLeft } from '../../words/time-left.ts';
import { secondsLeft } from './current-state.ts';
import type { ReadCredential } from './keys-model.ts';

export interface EndInWords {
  /** "Never", or the moment. */
  when: string;
  /** "in 6 days and 4 hours", moving on by itself. */
  countdown?: string;
}

export function endInWords(read: ReadCredential, now: number, texts: Texts, locale: Locale): EndInWords | undefined {
  const { held } = read.view;
  if (!held) return undefined;
  const words = texts.current;
  if (held.expiresAt === undefined) {
    return { when: held.kind === 'open-webui-api-key' ? words.endNever : words.endUnknown };
  }
  const when = momentInWords(held.expiresAt, locale);
  const left = secondsLeft(read, now);
  if (left === undefined) return { when };
  const time = timeLeft(Math.abs(left), locale);
  return { when, countdown: left > 0 ? words.endIn({ time }) : words.endedAgo({ time }) };
}
