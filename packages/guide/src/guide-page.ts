/** What a page of the guide is, once it has been read. */
import type { Locale } from '@guichet/contract/locale';

/** The parts of the guide, in their order. */
export const SECTIONS = ['start', 'keys', 'run', 'findings', 'reference'] as const;
export type Section = (typeof SECTIONS)[number];

export interface GuideHeading {
  id: string;
  level: number;
  text: string;
}

/** A stretch of a page that a search can lead to: from one heading to the next. */
export interface Passage {
  /** Empty: the page's beginning. */
  anchor: string;
  heading: string;
  text: string;
}

export interface GuidePage {
  locale: Locale;
  /** Last part of the address; the same in every language. */
  slug: string;
  title: string;
  /** One sentence, plain text. */
  summary: string;
  section: Section;
  /** Small numbers come first within a section. */
  order: number;
  /** What people may look for that the text does not say. */
  keywords: readonly string[];
  /** The check whose finding it explains, and the causes that finding may name. */
  check?: string;
  causes: readonly string[];
  /** Relative to the guide's folder. */
  file: string;
  html: string;
  headings: readonly GuideHeading[];
  passages: readonly Passage[];
}

/** A setting of Guichet, told by whoever reads the settings. */
export interface SettingFact {
  name: string;
  aliases: readonly string[];
  secret: boolean;
  words: Readonly<Record<Locale, SettingWords>>;
}

export interface SettingWords {
  meaning: string;
  /** What counts when nothing is set. */
  defaultText: string;
  example: string;
}

/** What pages say of the running Guichet and the guide cannot know by itself. */
export interface GuideFacts {
  version: string;
  settings: readonly SettingFact[];
}
