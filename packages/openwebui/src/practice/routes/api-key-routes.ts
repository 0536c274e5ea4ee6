import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import { anyCaller, type Caller } from '../identity/caller.ts';
import { mayUseApiKeys } from '../identity/permissions.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

const pattern = '/api/v1/auths/api_key';

/** Everybody's one API key: a key may read, renew and delete itself. */
export const apiKeyRoutes: Route[] = [
  { method: 'POST', pattern, handle: makeKey },
  { method: 'GET', pattern, handle: readKey },
  { method: 'DELETE', pattern, handle: deleteKey },
];

function makeKey(call: Call, world: World): Reply {
  const { account } = anyCaller(call, world);
  if (!mayUseApiKeys(account, world)) throw new Refusal(403, refusalText.apiKeyCreation);
  return json({ api_key: world.keys.make(account.id) });
}

function readKey(call: Call, world: World): Reply {
  const { account } = callerForOwnKey(call, world);
  const key = world.keys.of(account.id);
  if (!key) throw new Refusal(404, refusalText.apiKeyMissing);
  return json({ api_key: key });
}

function deleteKey(call: Call, world: World): Reply {
  const { account } = callerForOwnKey(call, world);
  world.keys.delete(account.id);
  return json(true);
}

function callerForOwnKey(call: Call, world: World): Caller {
  const caller = anyCaller(call, world);
  if (world.has('apiKeyReadNeedsPermission') && !mayUseApiKeys(caller.account, world)) {
    throw new Refusal(403, refusalText.apiKeyCreation);
  }
  return caller;
}
