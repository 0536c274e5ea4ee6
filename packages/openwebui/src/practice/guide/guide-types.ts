export type GuideLanguage = 'en' | 'fr';

/** One thing the practice assistant can tell. */
export interface GuidePassage {
  id: string;
  title: string;
  /** Word beginnings, without accents, that make a question fall here. */
  about: string[];
  /** Words that speak for this passage whatever else is asked about. */
  surely?: string[];
  /** Plain text, with lists by dashes and numbers. */
  text: string;
}
