/** A pasted text's recognition as the key field shows it. */
import type { Recognition } from '@guichet/keys';
import { isUsable } from '@guichet/keys';
import type { Texts } from '../text/texts.ts';
import type { Tone } from './tone.ts';

export type Verdict = keyof Pick<
  Texts['keyField'],
  'belongs' | 'forATime' | 'hasEnded' | 'elsewhere' | 'notWhole' | 'unclear'
>;

export interface RecognitionView {
  verdict: Verdict;
  tone: Tone;
  /** It can be put before Open WebUI as it is. */
  usable: boolean;
  /** A live session token: better exchanged than used. */
  exchangeable: boolean;
}

/** @returns undefined as long as nothing is there to be recognised */
export function recognitionView(recognition: Recognition): RecognitionView | undefined {
  if (recognition.kind === 'missing') return undefined;
  const verdict = verdictOf(recognition);
  const usable = isUsable(recognition);
  return {
    verdict,
    tone: TONES[verdict],
    usable,
    exchangeable: usable && recognition.kind === 'open-webui-session-token',
  };
}

/** A key's shape is a hint: only Open WebUI's own yes deserves the mark of what is good. */
const TONES: Record<Verdict, Tone> = {
  belongs: 'info',
  forATime: 'warn',
  hasEnded: 'fail',
  elsewhere: 'fail',
  notWhole: 'warn',
  unclear: 'warn',
};

function verdictOf({ kind, family, cause }: Recognition): Verdict {
  if (cause === 'session-token-expired') return 'hasEnded';
  if (kind === 'open-webui-session-token') return 'forATime';
  if (family === 'open-webui') return 'belongs';
  if (kind === 'unknown' || family === 'generic' || cause === 'key-malformed') {
    return kind === 'masked' || kind === 'truncated' ? 'notWhole' : 'unclear';
  }
  return family === 'none' ? 'notWhole' : 'elsewhere';
}
