import { randomUUID } from 'node:crypto';
import { isObject, type JsonObject, text } from '../http/read-body.ts';
import type { World } from '../world.ts';

export interface StoredChat {
  id: string;
  ownerId: string;
  chat: JsonObject;
  folderId: string | null;
  createdAt: number;
  updatedAt: number;
  archived: boolean;
  pinned: boolean;
  tags: string[];
}

export class Chats {
  readonly #chats = new Map<string, StoredChat>();

  create(ownerId: string, chat: JsonObject, seconds: number, folderId: string | null = null): StoredChat {
    const stored: StoredChat = {
      id: randomUUID(),
      ownerId,
      chat,
      folderId,
      createdAt: seconds,
      updatedAt: seconds,
      archived: false,
      pinned: false,
      tags: [],
    };
    this.#chats.set(stored.id, stored);
    return stored;
  }

  /** Own chats only: somebody else's is as unknown as one that never was. */
  own(id: unknown, ownerId: string): StoredChat | undefined {
    const chat = typeof id === 'string' ? this.#chats.get(id) : undefined;
    return chat?.ownerId === ownerId ? chat : undefined;
  }

  /** Newest first. */
  of(ownerId: string): StoredChat[] {
    return [...this.#chats.values()].filter((chat) => chat.ownerId === ownerId).reverse();
  }

  delete(id: string): boolean {
    return this.#chats.delete(id);
  }
}

export function chatTitle(chat: StoredChat): string {
  return text(chat.chat.title) ?? 'New Chat';
}

export function chatRow(chat: StoredChat): JsonObject {
  return {
    id: chat.id,
    user_id: chat.ownerId,
    title: chatTitle(chat),
    chat: chat.chat,
    updated_at: chat.updatedAt,
    created_at: chat.createdAt,
    share_id: null,
    archived: chat.archived,
    pinned: chat.pinned,
    meta: chat.tags.length > 0 ? { tags: chat.tags } : {},
    folder_id: chat.folderId,
  };
}

/** A chat as the list shows it. */
export function chatLine(chat: StoredChat, world: World): JsonObject {
  return {
    id: chat.id,
    title: chatTitle(chat),
    updated_at: chat.updatedAt,
    created_at: chat.createdAt,
    ...(world.has('chatListTellsLastRead') && {
      last_read_at: world.has('chatListTellsSnippet') ? chat.updatedAt : null,
    }),
    ...(world.has('chatListTellsSnippet') && { snippet: null, active: false, archived: chat.archived }),
  };
}

/** From 0.12 on the server writes the author onto every message, whatever the client sent. */
export function withAuthors(chat: JsonObject, author: { id: string; name: string }): JsonObject {
  const history = isObject(chat.history) ? chat.history : undefined;
  if (!history || !isObject(history.messages)) return chat;
  const messages = Object.fromEntries(
    Object.entries(history.messages).map(([id, message]) => [
      id,
      isObject(message) ? authored(message, author) : message,
    ]),
  );
  return { ...chat, history: { ...history, messages } };
}

function authored(message: JsonObject, author: { id: string; name: string }): JsonObject {
  const signed = { ...message, user_id: author.id };
  return message.role === 'user' ? { ...signed, user: { id: author.id, name: author.name } } : signed;
}
