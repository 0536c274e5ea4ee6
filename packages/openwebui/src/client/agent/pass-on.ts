/** What becomes known of an answer, handed on to whoever listens at that moment, as long as anything is told. */
import type { AnswerHandler } from '../chat-completion-types.ts';

/** All but the end, which is found by whoever hands on, and files, which are fetched before. */
export type PassedOn = Required<Omit<AnswerHandler, 'onEnd' | 'onFile'>>;

/**
 * @param tell calls `say`, or leaves it out
 * @param listener who is told at that moment
 */
export function passOn(
  listener: () => AnswerHandler,
  tell: (say: () => void, what: 'words' | 'other') => void = (say) => say(),
): PassedOn {
  return {
    onText: (text) => tell(() => listener().onText(text), 'words'),
    onReasoning: (text) => tell(() => listener().onReasoning(text), 'words'),
    onRewrite: (whole) => tell(() => listener().onRewrite(whole), 'words'),
    onSources: (sources) => tell(() => listener().onSources(sources), 'other'),
    onActivity: (activity) => tell(() => listener().onActivity?.(activity), 'other'),
    onUsage: (usage) => tell(() => listener().onUsage?.(usage), 'other'),
  };
}
