/** The site's public settings, or why they cannot be had. */
import type { PublicSite } from '@guichet/contract/public-site';
import { type ReadonlySignal, signal } from '@preact/signals';
import { failureFrom } from '../connection/refusal.ts';
import type { VisitorClient } from '../connection/visitor-client.ts';
import type { Failure } from '../conversation/conversation-state.ts';
import type { TellChatNews } from './chat-news.ts';

export interface SiteSettings {
  site: ReadonlySignal<PublicSite | undefined>;
  /** Why the chat cannot be used at all; undefined while it can. */
  trouble: ReadonlySignal<Failure | undefined>;
  load(): Promise<void>;
}

export function siteSettings(client: VisitorClient, server: string, tell: TellChatNews): SiteSettings {
  const site = signal<PublicSite | undefined>(undefined);
  const trouble = signal<Failure | undefined>(undefined);

  /** A browser does not say whether a request got lost or was refused: that only shows in asking another way. */
  async function troubleFrom(thrown: unknown): Promise<Failure> {
    const failure = failureFrom(thrown);
    if (failure.code !== 'unreachable' || !(await client.answersAtAll())) return failure;
    console.warn(`Guichet: ${server} answers, but not to ${location.origin}. Allow this origin there.`);
    return { code: 'page-refused', retryable: true };
  }

  async function load(): Promise<void> {
    trouble.value = undefined;
    try {
      site.value = await client.site();
    } catch (thrown) {
      const failure = await troubleFrom(thrown);
      trouble.value = failure;
      tell('error', { code: failure.code, ref: failure.ref });
    }
  }

  return { site, trouble, load };
}
