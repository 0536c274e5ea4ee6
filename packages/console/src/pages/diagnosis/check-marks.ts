import type { CheckStatus } from '@guichet/contract/report';
import type { IconName } from '../../parts/icon.tsx';
import type { Tone } from '../../parts/tone.ts';

/** Mark, and tone where it is good or bad; the word stands beside it. */
export const CHECK_MARKS: Record<CheckStatus, { icon: IconName; tone?: Tone }> = {
  ok: { icon: 'ok', tone: 'ok' },
  info: { icon: 'info', tone: 'info' },
  warn: { icon: 'warn', tone: 'warn' },
  fail: { icon: 'fail', tone: 'fail' },
  skipped: { icon: 'unseen' },
  crashed: { icon: 'warn', tone: 'warn' },
};
