import { type StoredChat, withAuthors } from '../content/chats.ts';
import { isObject, type JsonObject } from '../http/read-body.ts';
import type { ProviderAnswer } from '../provider/provider-types.ts';
import type { World } from '../world.ts';

/** Reads an answer to its end and writes it into a chat, errors included. */
export async function storeAnswer(
  chat: StoredChat,
  messageId: string,
  answer: ProviderAnswer,
  world: World,
): Promise<void> {
  const message = { id: messageId, role: 'assistant', done: true, ...(await outcome(answer)) };
  const history: JsonObject = isObject(chat.chat.history) ? chat.chat.history : {};
  const messages = isObject(history.messages) ? history.messages : {};
  const stored = {
    ...chat.chat,
    history: { ...history, currentId: messageId, messages: { ...messages, [messageId]: message } },
  };
  const owner = world.accounts.byId(chat.ownerId);
  chat.chat = owner && world.has('authoredMessages') ? withAuthors(stored, owner) : stored;
  chat.updatedAt = world.accounts.seconds();
}

async function outcome(answer: ProviderAnswer): Promise<JsonObject> {
  if (answer.kind === 'whole') {
    return answer.status >= 400
      ? { content: '', error: { content: answer.body } }
      : { content: contentIn(answer.body) };
  }
  let content = '';
  try {
    for await (const frame of answer.frames) content += contentIn(frame);
  } catch {
    // What came before the connection broke is kept.
  }
  return { content };
}

/** The text of every `content` member, whole answers and chunks alike. */
function contentIn(json: string): string {
  return [...json.matchAll(/"content":("(?:[^"\\]|\\.)*")/g)]
    .map((match) => String(JSON.parse(match[1] ?? '""')))
    .join('');
}
