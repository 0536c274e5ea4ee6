import type { Call } from './http/call.ts';
import { refuseUnreadableJson } from './http/read-call.ts';
import { html, json, type Reply } from './http/reply.ts';
import { findRoute } from './http/router.ts';
import { refuseByEarlyAllowList } from './identity/caller.ts';
import { crashOnOddAuthorization } from './identity/credential.ts';
import { secondFactorText } from './identity/second-factor-desk.ts';
import { Refusal } from './refusal.ts';
import { refusalText } from './refusal-text.ts';
import { allRoutes } from './routes/all-routes.ts';
import type { World } from './world.ts';

/** The shell of the web interface, which answers every GET that no route takes. */
const SHELL =
  '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8" /><title>Open WebUI</title></head>\n' +
  '<body><p>This is a practice Open WebUI: a stand-in without a web interface.</p></body>\n</html>\n';
const AUTHENTICATION = '/api/v1/auths/';

/** From request to answer. Throws only what a real server would crash of. */
export async function answerCall(call: Call, world: World): Promise<Reply> {
  crashOnOddAuthorization(call.headers, world.has);
  try {
    return guarded(call, await route(call, world), world);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return guarded(call, json({ detail: detailOf(error, call, world) }, error.status, error.headers), world);
  }
}

async function route(call: Call, world: World): Promise<Reply> {
  refuseByEarlyAllowList(call, world);
  const found = findRoute(allRoutes, call.method, call.path, world);
  if (!found) return withoutRoute(call);
  refuseTooManyFromOneAddress(call, world);
  if (!found.route.readsBodyItself) refuseUnreadableJson(call.body);
  return found.route.handle({ ...call, params: found.params }, world);
}

function withoutRoute(call: Call): Reply {
  if (call.method === 'GET' || call.method === 'HEAD') return html(SHELL);
  throw new Refusal(405, refusalText.methodNotAllowed);
}

/** With a second factor on, everything posted about authentication counts against the sender's address. */
function refuseTooManyFromOneAddress(call: Call, world: World): void {
  if (call.method !== 'POST' || !call.path.startsWith(AUTHENTICATION) || !world.settings.flag('ENABLE_MFA')) return;
  const { perAddress } = world.secondFactorBudgets;
  if (!perAddress.isTooMany(call.remoteAddress)) return;
  const seconds = perAddress.retryAfterSeconds(call.remoteAddress);
  throw new Refusal(429, secondFactorText.tooManyAttempts, { 'retry-after': String(seconds) });
}

/** From 0.12 on nothing about authentication is to be stored, and its complaints tell nothing. */
function guarded(call: Call, reply: Reply, world: World): Reply {
  if (!call.path.startsWith(AUTHENTICATION) || !world.has('neverStoreSignIn')) return reply;
  return { ...reply, headers: { 'cache-control': 'no-store', ...reply.headers } };
}

function detailOf(refusal: Refusal, call: Call, world: World): unknown {
  const hushed = refusal.status === 422 && call.path.startsWith(AUTHENTICATION) && world.has('neverStoreSignIn');
  return hushed ? refusalText.invalidAuthentication : refusal.detail;
}
