/** The site's public settings, or why they cannot be had. */
import type { PublicSite } from '@guichet/contract/public-site';
import { type ReadonlySignal, signal } from '@preact/signals';
import { failureFrom, Refusal } from '../connection/refusal.ts';
import type { VisitorClient } from '../connection/visitor-client.ts';
import type { Failure } from '../conversation/conversation-state.ts';
import type { TellChatNews } from './chat-news.ts';

export interface SiteSettings {
  site: ReadonlySignal<PublicSite | undefined>;
  /** Why the chat cannot be used at all; undefined while it can. */
  trouble: ReadonlySignal<Failure | undefined>;
  load(): Promise<void>;
  /** What is really the matter when a request got lost: a browser says the same of one that was refused. */
  explain(thrown: unknown): Promise<unknown>;
}

export interface SiteSettingsOptions {
  client: Pick<VisitorClient, 'site' | 'answersAtAll'>;
  server: string;
  siteId: string;
  tell: TellChatNews;
}

export function siteSettings({ client, server, siteId, tell }: SiteSettingsOptions): SiteSettings {
  const site = signal<PublicSite | undefined>(undefined);
  const trouble = signal<Failure | undefined>(undefined);
  let isWarned = false;

  /** @returns undefined where the site can be had */
  async function refusal(): Promise<unknown> {
    try {
      site.value = await client.site();
      return undefined;
    } catch (thrown) {
      const isRefused = thrown instanceof Refusal ? thrown.status === 403 : await client.answersAtAll();
      if (!isRefused) return thrown;
      if (!isWarned)
        console.warn(
          `Guichet: ${server} does not answer ${location.origin} for the site "${siteId}": it does not exist, is paused, or does not allow this origin. ${server}/guide/en/allowed-origins`,
        );
      isWarned = true;
      return thrown instanceof Refusal ? thrown : new Refusal(403, { code: 'page-refused', retryable: false });
    }
  }

  async function load(): Promise<void> {
    trouble.value = undefined;
    const thrown = await refusal();
    if (!thrown) return;
    const failure = failureFrom(thrown);
    trouble.value = failure;
    tell('error', { code: failure.code, ref: failure.ref });
  }

  return {
    site,
    trouble,
    load,
    async explain(thrown) {
      return thrown instanceof Refusal ? thrown : ((await refusal()) ?? thrown);
    },
  };
}
