/**
 * The visitor's conversations, as far as this browser knows them: the one that all its tabs show. Kept for the next page,
 * loaded from the server, agreed on between tabs.
 */
import type { Conversation } from '@guichet/contract/visitor-api';
import type { KeptValues } from '../connection/kept-values.ts';
import { pause, pauseMs } from '../connection/pause.ts';
import { Refusal } from '../connection/refusal.ts';
import { type TabNews, tabChannel } from '../connection/tab-channel.ts';
import type { VisitorClient } from '../connection/visitor-client.ts';
import type { VisitorSessions } from '../connection/visitor-session.ts';

export interface ConversationList {
  /** Loads the conversation this browser is in. A load asked for while one is under way follows it. */
  load(): Promise<void>;
  /** Which one this browser is in from here on; undefined: a new one. */
  choose(id: string | undefined): void;
  /** Tells the other tabs what happened here. */
  tellTabs(what: TabNews['what']): void;
  leave(): void;
}

export interface ConversationListOptions {
  server: string;
  site: string;
  client: Pick<VisitorClient, 'conversation'>;
  sessions: Pick<VisitorSessions, 'current' | 'forget'>;
  kept: KeptValues;
  /** A question that the server has not taken yet: its view is older than what is shown. */
  isAsking: () => boolean;
  onLoaded: (conversation: Conversation) => void;
  /** The server does not answer, and is asked again. */
  onWaiting: () => void;
  /** The conversation is gone, or another tab began a new one. */
  onGone: () => void;
  /** Another tab has shown the last answer to the visitor. */
  onRead: () => void;
}

/** About a minute and a half. */
const ATTEMPTS = 9;

export function conversationList(options: ConversationListOptions): ConversationList {
  const { client, sessions, kept } = options;
  const channel = tabChannel(options.server, options.site, (news) => void hear(news));
  let loading: Promise<void> | undefined;
  let loadAgain = false;

  async function hear(news: TabNews): Promise<void> {
    if (news.visitor !== sessions.current()?.visitor.id) return;
    if (news.what === 'read') return options.onRead();
    if (news.conversation === null) return options.onGone();
    kept.set('conversation', news.conversation);
    await load();
  }

  function load(): Promise<void> {
    if (loading) {
      loadAgain = true;
      return loading;
    }
    loading = loadOnce().finally(() => {
      loading = undefined;
      if (loadAgain) {
        loadAgain = false;
        void load();
      }
    });
    return loading;
  }

  async function loadOnce(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const id = kept.get('conversation');
      if (!id || !sessions.current()) return;
      try {
        const whole = await client.conversation(id);
        if (kept.get('conversation') !== id) continue;
        if (!options.isAsking()) options.onLoaded(whole);
        return;
      } catch (thrown) {
        if (thrown instanceof Refusal && thrown.status < 500 && thrown.status !== 429) {
          if (thrown.needsNewVisitor) sessions.forget();
          if (thrown.status === 401 || thrown.status === 404) options.onGone();
          return;
        }
        if (attempt >= ATTEMPTS) return;
        options.onWaiting();
        await pause(pauseMs(attempt - 1), new AbortController().signal);
      }
    }
  }

  return {
    load,
    choose: (id) => kept.set('conversation', id),
    tellTabs(what) {
      const visitor = sessions.current()?.visitor.id;
      if (visitor) channel.tell({ visitor, conversation: kept.get('conversation') ?? null, what });
    },
    leave: () => channel.close(),
  };
}
