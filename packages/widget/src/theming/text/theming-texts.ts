import type { AnswerSource } from '@guichet/contract/chat-event';
import type { Preset } from '../presets.ts';
import type { ReadPlace } from '../seen-contrast.ts';
import type { Colour, Measure, Shade } from '../theme.ts';

export interface ThemingTexts {
  title: string;
  lead: string;
  otherLanguage: string;
  guide: string;
  skip: string;
  noScript: string;
  presets: { heading: string; names: Record<Preset, string>; notes: Partial<Record<Preset, string>> };
  line: {
    heading: string;
    accent: string;
    accentHint: string;
    theme: string;
    themes: Record<'auto' | Shade, string>;
    position: string;
    positions: Record<'right' | 'left', string>;
  };
  colours: {
    heading: string;
    hint: string;
    names: Record<Colour, string>;
    shades: Record<Shade, string>;
    pick: (what: string) => string;
  };
  measures: { heading: string; hint: string; names: Record<Measure, string>; examples: Record<Measure, string> };
  wrongValue: string;
  paste: {
    heading: string;
    where: string;
    copy: string;
    copied: string;
    noClipboard: string;
    reset: string;
    link: string;
  };
  preview: { heading: string; note: string; shades: Record<Shade, string> };
  contrast: {
    heading: string;
    note: string;
    places: Record<ReadPlace, string>;
    enough: (ratio: string) => string;
    tooLow: (ratio: string) => string;
    summary: (count: number) => string;
  };
  sample: {
    name: string;
    shades: Record<Shade, string>;
    greeting: string;
    question: string;
    answer: string;
    sources: AnswerSource[];
    secondQuestion: string;
    cutAnswer: string;
    draft: string;
    reply: string;
  };
}
