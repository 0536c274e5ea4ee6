import { chatLine, chatRow, type StoredChat, withAuthors } from '../content/chats.ts';
import type { Call } from '../http/call.ts';
import { isObject, type JsonObject, objectBody, requiredText, text } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import type { Account } from '../identity/accounts.ts';
import { administrator, verifiedCaller } from '../identity/caller.ts';
import { permissionsOf } from '../identity/permissions.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

const CHATS_PER_PAGE = 60;

/** Conversations stored in Open WebUI. */
export const chatRoutes: Route[] = [
  { method: 'POST', pattern: '/api/v1/chats/new', handle: createChat },
  { method: 'GET', pattern: '/api/v1/chats/', handle: listChats },
  { method: 'GET', pattern: '/api/v1/chats/list', handle: listChats },
  { method: 'GET', pattern: '/api/v1/chats/all', handle: allChats },
  { method: 'GET', pattern: '/api/v1/chats/archived', handle: nothingKept },
  { method: 'GET', pattern: '/api/v1/notes/', handle: nothingKept },
  { method: 'GET', pattern: '/api/v1/memories/', handle: nothingKept },
  { method: 'GET', pattern: '/api/v1/chats/list/user/:id', handle: chatsOfAccount },
  { method: 'DELETE', pattern: '/api/v1/chats/', handle: deleteAllChats },
  { method: 'GET', pattern: '/api/v1/chats/:id', handle: (call, world) => json(chatRow(ownChat(call, world).chat)) },
  { method: 'POST', pattern: '/api/v1/chats/:id', handle: updateChat },
  { method: 'POST', pattern: '/api/v1/chats/:id/tags', handle: tagChat },
  { method: 'DELETE', pattern: '/api/v1/chats/:id', handle: deleteChat },
];

function createChat(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  if (world.has('authoredMessages') && permissionsOf(account, world).chat?.temporary_enforced) {
    throw new Refusal(403, refusalText.noPermission);
  }
  const body = objectBody(call.body);
  const chat = authored(isObject(body.chat) ? body.chat : {}, account, world);
  return json(chatRow(world.chats.create(account.id, chat, world.accounts.seconds(), text(body.folder_id) ?? null)));
}

function listChats(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  return json(page(world.chats.of(account.id), call).map((chat) => chatLine(chat, world)));
}

/** Notes, memories and put-away chats: the practice server makes none. */
function nothingKept(call: Call, world: World): Reply {
  verifiedCaller(call, world);
  return json([]);
}

/** Without a page number everything. */
function page(chats: StoredChat[], call: Call): StoredChat[] {
  const number = Number(call.query.get('page')) || undefined;
  return number === undefined ? chats : chats.slice((number - 1) * CHATS_PER_PAGE, number * CHATS_PER_PAGE);
}

/** One complete chat per line. */
function allChats(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const lines = world.chats.of(account.id).map((chat) => `${JSON.stringify(chatRow(chat))}\n`);
  return { status: 200, text: lines.join(''), contentType: 'application/x-ndjson' };
}

function chatsOfAccount(call: Call, world: World): Reply {
  administrator(call, world);
  return json(page(world.chats.of(call.params.id ?? ''), call).map((chat) => chatLine(chat, world)));
}

function updateChat(call: Call, world: World): Reply {
  const { chat, account } = ownChat(call, world);
  const body = objectBody(call.body);
  const merged = mergeChat(chat.chat, isObject(body.chat) ? body.chat : {});
  chat.chat = authored(merged, account, world);
  chat.updatedAt = world.accounts.seconds();
  return json(chatRow(chat));
}

/** Fields replace each other; the messages of the history are merged by id. */
function mergeChat(before: JsonObject, change: JsonObject): JsonObject {
  const merged = { ...before, ...change };
  if (!isObject(before.history) || !isObject(change.history)) return merged;
  const messages = { ...objectOrNone(before.history.messages), ...objectOrNone(change.history.messages) };
  return { ...merged, history: { ...before.history, ...change.history, messages } };
}

function objectOrNone(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function tagChat(call: Call, world: World): Reply {
  const { chat, account } = ownChat(call, world);
  const name = requiredText(objectBody(call.body), 'name');
  if (!chat.tags.includes(name)) chat.tags.push(name);
  return json(
    chat.tags.map((tag) => ({
      id: tag.toLowerCase().replaceAll(' ', '_'),
      name: tag,
      user_id: account.id,
      meta: null,
    })),
  );
}

function deleteChat(call: Call, world: World): Reply {
  const { chat, account } = ownChat(call, world);
  refuseWithoutDelete(account, world);
  return json(world.chats.delete(chat.id));
}

function deleteAllChats(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  refuseWithoutDelete(account, world);
  for (const chat of world.chats.of(account.id)) world.chats.delete(chat.id);
  return json(true);
}

function refuseWithoutDelete(account: Account, world: World): void {
  if (account.role !== 'admin' && permissionsOf(account, world).chat?.delete === false) {
    throw new Refusal(401, refusalText.noPermission);
  }
}

/** 401, not 404: a gateway must not take it for a refused key. */
function ownChat(call: Call, world: World): { chat: StoredChat; account: Account } {
  const { account } = verifiedCaller(call, world);
  const chat = world.chats.own(call.params.id, account.id);
  if (!chat) throw new Refusal(401, refusalText.notFound);
  return { chat, account };
}

function authored(chat: JsonObject, account: Account, world: World): JsonObject {
  return world.has('authoredMessages') ? withAuthors(chat, account) : chat;
}
