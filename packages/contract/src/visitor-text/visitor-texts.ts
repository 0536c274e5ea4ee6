import type { ActivityKind } from '../answer-activity.ts';
import type { VisitorErrorCode } from '../operator-errors.ts';

/** Everything the server says to visitors, in one of their languages. What the widget says itself is in the widget. */
export interface VisitorTexts {
  /** One sentence per error: what is, and what to do. No blame, no jargon, no exclamation mark. */
  problems: Readonly<Record<VisitorErrorCode, string>>;
  /** Said to a visitor whose question waits for its turn. */
  queue: { before: (count: number) => string; begun: string };
  /** What the assistant does besides writing: while it runs, and afterwards. */
  activities: Readonly<Record<ActivityKind, Readonly<Record<'running' | 'done' | 'failed', string>>>>;
  /** The same with a tool's own title, as its owner wrote it. */
  namedActivity: Readonly<Record<'running' | 'done' | 'failed', (title: string) => string>>;
  /** Said while Open WebUI reads what a visitor attached, and afterwards. */
  readingFiles: Readonly<Record<'running' | 'done', string>>;
  /** Where nobody said what a picture shows: that there is one has to be heard all the same. */
  pictureUndescribed: string;
  /** What a site may say in this language, for operators who look for the form of the setting. */
  examples: Readonly<Record<'greeting' | 'placeholder' | 'aiNotice' | 'dataNotice' | 'consent', string>>;
}
