/** All that is decided about one site, found out once where a request comes in and handed on. */

import type { FileKind } from '@guichet/contract/file-types';
import type { PublicSite, SiteTexts } from '@guichet/contract/public-site';
import type { ToolMode, VoiceWay } from '@guichet/contract/site-settings';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { LimitSettings } from '../limits/visitor-limits.ts';

export const DEFAULT_SITE = 'default';

/** Where the routes of a site's visitors are. */
export function visitorPathOf(site: string): string {
  return site === DEFAULT_SITE ? '/v1' : `/v1/sites/${site}`;
}

export interface SiteContext {
  id: string;
  /** What its owner calls it; without one it has the name of the model. */
  name?: string;
  /** Who provides the assistant, as visitors read it. */
  owner?: string;
  links: PublicSite['links'];
  /** Origins that may show its chat, besides our own address. */
  origins: readonly string[];
  /** Id of the model that answers; without one, the first that the key can see. */
  model?: string;
  /** Instructions put before each conversation. */
  system?: string;
  /** Collections of documents besides the model's own, by their ids. */
  collections: readonly string[];
  /** How far tools may go, as the owner chose it. What is possible at the moment may be less: `ToolModes`. */
  tools: ToolMode;
  /** The panel is in a frame of ours; visitors’ requests come from there and from nowhere else. */
  frame: boolean;
  /** Questions are proposed after an answer. */
  followUps: boolean;
  /** Whether visitors may speak and listen, and who does it. What Open WebUI offers may be less. */
  voice: VoiceWay;
  /** What visitors may attach to a question; no kind: nothing. What the model can take may be less. */
  files: { kinds: readonly FileKind[]; maxBytes: number };
  /** Visitors’ ratings are passed on to Open WebUI’s evaluations. */
  shareRatings: boolean;
  /** Visitors see what a tool was called with. */
  showToolArguments: boolean;
  /** Visitors get a short excerpt of each source. */
  sourceExcerpts: boolean;
  /** What the page says of itself goes along with a question, as quoted data. */
  pageContext: boolean;
  /** Whose pictures answers may show: `images.example.com`, `*.example.com`. */
  pictureHosts: readonly string[];
  /** What visitors say of themselves before their first question. */
  introduction: NonNullable<PublicSite['introduction']>;
  texts: Partial<Record<VisitorLocale, SiteTexts>>;
  limits: LimitSettings;
}
