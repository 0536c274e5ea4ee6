import { ask, CHAT_PATH } from './record-answers.ts';
import type { Service } from './record-identity.ts';
import type { Recorder } from './recorder.ts';

const FEEDBACK_PATH = '/api/v1/evaluations/feedback';

/** Stored conversations: the ids that turn an answer into something else, and feedback. */
export async function recordChats(recorder: Recorder, { key: as }: Service): Promise<void> {
  const trap = (name: string, ids: object) =>
    recorder.ask(`trap: ${name}`, 'POST', CHAT_PATH, {
      as,
      body: { model: 'echo', ...ids, messages: ask('hi'), stream: true },
      keepCharacters: 500,
    });
  await trap('session_id alone', { session_id: 's' });
  await trap('session_id and foreign chat_id', { session_id: 's', chat_id: 'c' });
  await trap('foreign chat_id', { chat_id: 'c' });
  await trap('parent_id null', { parent_id: null });
  await recorder.ask('chats after the traps', 'GET', '/api/v1/chats/?page=1', { as });
  const made = await recorder.ask('chat, new', 'POST', '/api/v1/chats/new', { as, body: { chat: conversation } });
  const chatId = String(made.json.id);
  recorder.mark(chatId, '<chat-id>');
  await trap('own chat_id alone', { chat_id: chatId });
  await trap('own chat_id and id, streamed', { chat_id: chatId, id: 'm9' });
  await trap('own chat_id, id and session_id', { chat_id: chatId, id: 'm10', session_id: 's' });
  const given = await recorder.ask('feedback, new', 'POST', FEEDBACK_PATH, { as, body: feedback(chatId) });
  await recorder.ask('feedback, delete', 'DELETE', `${FEEDBACK_PATH}/${String(given.json.id)}`, { as });
  await recorder.ask('chat, delete', 'DELETE', `/api/v1/chats/${chatId}`, { as });
  await recorder.ask('chat, unknown id', 'GET', '/api/v1/chats/abc', { as });
}

const question = { id: 'm1', parentId: null, childrenIds: ['m2'], role: 'user', content: 'q', timestamp: 1 };
const answer = {
  id: 'm2',
  parentId: 'm1',
  childrenIds: [],
  role: 'assistant',
  content: 'a',
  model: 'echo',
  done: true,
};
const conversation = {
  title: 't',
  models: ['echo'],
  history: { currentId: 'm2', messages: { m1: question, m2: { ...answer, timestamp: 2 } } },
  messages: [],
  tags: ['guichet'],
  timestamp: 1,
};

function feedback(chatId: string) {
  return {
    type: 'rating',
    data: { rating: 1, model_id: 'echo', reason: 'r', comment: 'c' },
    meta: { chat_id: chatId, message_id: 'm2', model_id: 'echo' },
    snapshot: { chat: {} },
  };
}
