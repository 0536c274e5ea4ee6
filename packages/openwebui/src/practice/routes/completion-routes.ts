import { completeChat, completeTask } from '../completion/complete-chat.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import { administrator, verifiedCaller } from '../identity/caller.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

export const completionRoutes: Route[] = [
  { method: 'POST', pattern: '/api/chat/completions', handle: completeChat },
  { method: 'POST', pattern: '/api/v1/chat/completions', handle: completeChat },
  { method: 'POST', pattern: '/api/v1/tasks/:task/completions', handle: completeTask },
  { method: 'POST', pattern: '/api/tasks/stop/:id', handle: stopTask },
  { method: 'GET', pattern: '/api/tasks/chat/:id', handle: tasksOfChat },
  { method: 'POST', pattern: '/api/tasks/chat/:id/stop', handle: stopChat },
];

/** Tasks end by themselves here; only who may stop one is practised. */
function stopTask(call: Call, world: World): Reply {
  if (world.has('stopTaskIsForAdministrators')) administrator(call, world);
  else verifiedCaller(call, world);
  return json({ status: true, message: `Task ${call.params.id} successfully stopped.` });
}

function tasksOfChat(call: Call, world: World): Reply {
  verifiedCaller(call, world);
  return json({ task_ids: [] });
}

const TEMPORARY = 'local:';

/** Every run of a chat. Of a temporary one only as long as its socket is known, and only for whoever opened it. */
function stopChat(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const chatId = call.params.id ?? '';
  const isOwn = chatId.startsWith(TEMPORARY)
    ? world.sockets.isKnown(chatId.slice(TEMPORARY.length), account.id, world)
    : world.chats.own(chatId, account.id) !== undefined;
  if (!isOwn) throw new Refusal(404, refusalText.notFound);
  const count = world.agentRuns.stop(chatId);
  return json({ status: true, message: `${count} tasks stopped.` });
}
