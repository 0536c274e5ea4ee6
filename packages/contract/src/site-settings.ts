import type { VisitorLocale } from './visitor-text/visitor-languages.ts';

/**
 * How far an answer may use the tools that the model's owner gave it in Open WebUI.
 * `off`: none; documents and filters count all the same. `one-round`: tools and web search run once, before the answer.
 * `whole-agent`: the model calls tools as often as it needs, as in Open WebUI's own chat.
 */
export const TOOL_MODES = ['off', 'one-round', 'whole-agent'] as const;
export type ToolMode = (typeof TOOL_MODES)[number];

/** What anybody may know of a site: enough to draw its widget, nothing that costs money or opens a door. */
export interface PublicSite {
  id: string;
  /** The name in the widget's header, in the language asked for. */
  name: string;
  /** True while answers come from the practice server, so that nobody takes them for the owner's. */
  practice: boolean;
  languages: VisitorLocale[];
  look: { accent: string; position: 'right' | 'left'; theme: 'auto' | 'light' | 'dark' };
  /** Per language; a missing language falls back to the widget's own text. */
  texts: Partial<Record<VisitorLocale, SiteTexts>>;
  features: { attachments: boolean; feedback: boolean; stop: boolean; followUps: boolean };
  limits: { messageChars: number };
}

export interface SiteTexts {
  greeting?: string;
  placeholder?: string;
  /** Questions offered before the first message. */
  suggestions?: string[];
}
