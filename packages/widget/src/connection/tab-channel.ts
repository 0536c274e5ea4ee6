/** Tells the other tabs of this browser that a conversation moved on. What happened they read from the server. */
import { keptName } from './kept-values.ts';

export interface TabNews {
  visitor: string;
  /** The conversation all tabs show now; null after "new conversation". */
  conversation: string | null;
  /** `run`: an answer has begun. `read`: the visitor has seen the last answer. */
  what: 'run' | 'changed' | 'read';
}

export interface TabChannel {
  tell(news: TabNews): void;
  close(): void;
}

/** A page that may not use channels, or whose browser has none, goes on alone. */
export function tabChannel(server: string, site: string, onNews: (news: TabNews) => void): TabChannel {
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(keptName(server, site, 'signal'));
    channel.onmessage = (event: MessageEvent<TabNews>) => onNews(event.data);
  } catch {
    channel = undefined;
  }
  return {
    tell(news) {
      try {
        channel?.postMessage(news);
      } catch {
        // The other tabs find out when they are loaded again.
      }
    },
    close: () => channel?.close(),
  };
}
