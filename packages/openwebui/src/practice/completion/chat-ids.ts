import { type StoredChat, withAuthors } from '../content/chats.ts';
import { type JsonObject, text } from '../http/read-body.ts';
import type { Account } from '../identity/accounts.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

/** Which way an answer goes. Only the ids in the request decide. */
export type CompletionMode =
  /** Over HTTP, nothing stored. */
  | { kind: 'plain' }
  /** Into the chat; over HTTP only when it is not streamed. */
  | { kind: 'stored'; chat: StoredChat; messageId: string }
  /** Into the chat, later; over HTTP only that it has begun. */
  | { kind: 'task'; chat: StoredChat; messageId: string | undefined }
  /** To the sockets of the account, kept nowhere; over HTTP that it has begun, or without a session only its end. */
  | { kind: 'temporary'; chatId: string; messageId: string; sessionId: string | undefined };

/** Reads the ids as this version does: every one of them is a trap for a gateway that sends it. */
export function completionMode(body: JsonObject, account: Account, world: World): CompletionMode {
  const chatId = text(body.chat_id);
  if (!chatId) {
    if (body.parent_id === null && world.has('newChatForNullParent')) createEmptyChat(account, world);
    return { kind: 'plain' };
  }
  const messageIdGiven = text(body.id) || undefined;
  if (chatId.startsWith('local:') && messageIdGiven && world.has('wholeAgent')) {
    return { kind: 'temporary', chatId, messageId: messageIdGiven, sessionId: text(body.session_id) || undefined };
  }
  const chat = world.chats.own(chatId, account.id);
  if (!chat) throw unknownChat(world);
  // 0.6 looks for a row of settings that is not there.
  if (!world.has('ownChatIdWorks')) throw new Refusal(400, "'NoneType' object has no attribute 'get'");
  const messageId = messageIdGiven;
  if (!messageId && world.has('ownChatIdNeedsMessageId')) throw new Refusal(409, refusalText.messageExists);
  if (text(body.session_id)) return { kind: 'task', chat, messageId };
  if (messageId && world.has('storedTurnSwallowsAnswer')) return { kind: 'stored', chat, messageId };
  return { kind: 'plain' };
}

function unknownChat(world: World): Refusal {
  if (world.has('unknownChatText')) return new Refusal(404, refusalText.notFound);
  if (world.has('foreignChatIs404')) return new Refusal(404, refusalText.somethingWrong);
  return new Refusal(400, `404: ${refusalText.somethingWrong}`);
}

function createEmptyChat(account: Account, world: World): void {
  const chat = { title: 'New Chat', models: [], history: { currentId: null, messages: {} }, messages: [], tags: [] };
  world.chats.create(
    account.id,
    world.has('authoredMessages') ? withAuthors(chat, account) : chat,
    world.accounts.seconds(),
  );
}
