import type { Chat } from '../chat/chat.ts';
import type { Refusal } from '../connection/refusal.ts';
import type { OwnRequest } from '../connection/visitor-client.ts';

/**
 * A request about what this visitor has. A token that no longer opens anything is replaced. Where that made another visitor
 * of this browser, as everywhere but on sites that say who it is, what was asked for cannot be had any more: the new one
 * has nothing, and an empty list or file would be untrue.
 *
 * @returns undefined where it is gone; the chat then begins a new conversation
 */
export async function ownAgain(chat: Chat, path: string, init?: OwnRequest): Promise<Response | undefined> {
  const before = visitorOf(chat);
  const isGone = () => before !== undefined && visitorOf(chat) !== before;
  try {
    const response = await chat.own(path, init).catch((thrown: Partial<Refusal>) => {
      // Thrown by the widget, whose class of it this piece does not have.
      if (thrown.status !== 401) throw thrown;
      chat.renew();
      return chat.own(path, init);
    });
    if (!isGone()) return response;
  } catch (thrown) {
    if (!isGone()) throw thrown;
  }
  chat.newConversation();
  return undefined;
}

function visitorOf({ kept }: Chat): string | undefined {
  try {
    return JSON.parse(kept.get('visitor') ?? '{}').visitor?.id;
  } catch {
    return undefined;
  }
}
