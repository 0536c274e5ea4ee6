import type { SettingProblemTexts } from './setting-problem-texts.ts';

/** What is said about a setting that is refused, in one language. */
export interface SettingTexts {
  problem: SettingProblemTexts;
  /** A whole line: `problem` is one of the above. */
  refused: (name: string, problem: string, example: string) => string;
  /** The same where an example would not help. */
  refusedPlainly: (name: string, problem: string) => string;
  /** For the log. */
  proxiesTooWide: (ranges: string) => string;
  /** For the log; `sentence` says which and why. */
  storedProblem: (sentence: string) => string;
  /** A name that nobody reads, and the one that is meant. */
  misnamed: (name: string, meant: string) => string;
}
