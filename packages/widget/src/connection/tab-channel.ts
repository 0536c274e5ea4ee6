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

export function tabChannel(server: string, site: string, onNews: (news: TabNews) => void): TabChannel {
  const name = keptName(server, site, 'signal');
  return typeof BroadcastChannel === 'function' ? broadcast(name, onNews) : throughStorage(name, onNews);
}

function broadcast(name: string, onNews: (news: TabNews) => void): TabChannel {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<TabNews>) => onNews(event.data);
  return { tell: (news) => channel.postMessage(news), close: () => channel.close() };
}

/** For browsers without channels: writing a value makes an event in every other tab. */
function throughStorage(name: string, onNews: (news: TabNews) => void): TabChannel {
  const listen = (event: StorageEvent) => {
    if (event.key === name && event.newValue) onNews(JSON.parse(event.newValue).news);
  };
  addEventListener('storage', listen);
  return {
    tell(news) {
      try {
        localStorage.setItem(name, JSON.stringify({ news, at: Math.random() }));
      } catch {
        // Without storage the tabs go on side by side.
      }
    },
    close: () => removeEventListener('storage', listen),
  };
}
