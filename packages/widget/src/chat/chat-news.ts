import type { WishedLook } from '../launcher/dress-launcher.ts';

/** What a page around the widget may want to know; the element turns each into a DOM event `guichet:<name>`. */
export interface ChatNews {
  ready: { server: string; site: string; version: string };
  open: Record<string, never>;
  close: Record<string, never>;
  'message-sent': { text: string };
  'message-received': { id: string | undefined; text: string };
  'response-start': { id: string | undefined };
  'response-end': { id: string | undefined; status: string };
  unread: { count: number };
  feedback: { id: string; rating: 1 | -1 };
  error: { code: string; ref: string | undefined };
  /** From a panel in a frame to the page outside, which draws the bubble; no event there. */
  launcher: WishedLook & { name: string; label: string; resize: string; direction: string };
}

export type ChatNewsName = keyof ChatNews;

export type TellChatNews = <Name extends ChatNewsName>(name: Name, detail: ChatNews[Name]) => void;
