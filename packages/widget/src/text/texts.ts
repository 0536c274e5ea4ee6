import type { CountedForms } from '@guichet/contract/counted';
import type { Failure } from '../conversation/conversation-state.ts';
import type { en } from './en.ts';
import type { enFiles } from './en-files.ts';
import type { enGreet } from './en-greet.ts';
import type { enIntroduction } from './en-introduction.ts';
import type { enKeyWarning } from './en-key-warning.ts';
import type { enPanels } from './en-panels.ts';
import type { enVoice } from './en-voice.ts';

/** Same keys in every language: a missing text does not compile. Forms of a number differ from one to the next. */
export type Texts = Words<typeof en> & {
  panels?: PanelTexts;
  keyWarning?: KeyWarningTexts;
  files?: FileTexts;
  introduction?: IntroductionTexts;
  greet?: GreetTexts;
  voice?: VoiceTexts;
};

/** What the pieces that come on demand say. */
export type PanelTexts = Words<typeof enPanels>;

/** What is said before a message that holds a key or a password. */
export type KeyWarningTexts = Words<typeof enKeyWarning>;

/** What is said of files that visitors attach. */
export type FileTexts = Words<typeof enFiles>;

/** What visitors are asked before their first question. */
export type IntroductionTexts = Words<typeof enIntroduction>;

/** What is said of speaking and listening. */
export type VoiceTexts = Words<typeof enVoice>;

/** What the greeting that shows itself says. */
export type GreetTexts = Words<typeof enGreet>;

/** Of a language that is a chunk: it brings all words. */
export type TranslatedTexts = Texts & {
  panels: PanelTexts;
  keyWarning: KeyWarningTexts;
  files: FileTexts;
  introduction: IntroductionTexts;
  greet: GreetTexts;
  voice: VoiceTexts;
};

type Words<Given> = {
  [Key in keyof Given]: Given[Key] extends string
    ? Widened<Given[Key]>
    : Given[Key] extends CountedForms
      ? CountedForms
      : Words<Given[Key]>;
};

type Widened<Text extends string> = Text extends 'ltr' | 'rtl' ? 'ltr' | 'rtl' : string;

/**
 * One sentence for what went wrong. The server says its own errors in the visitor's language, so the widget carries
 * sentences only for what no server said.
 */
export function failureText(failure: Failure, texts: Texts): string {
  if (failure.detail) return failure.detail;
  if (failure.code === 'unreachable') return texts.unreachable;
  if (failure.code === 'page-refused') return texts.pageRefused;
  return failure.code === 'unexpected-answer' ? texts.unexpectedAnswer : texts.noAnswer;
}
