import type { Call } from '../http/call.ts';
import { type JsonObject, objectBody, requiredText, text } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import type { Role } from '../identity/accounts.ts';
import { administrator, verifiedCaller } from '../identity/caller.ts';
import { isLifetime, makeSession } from '../identity/make-session.ts';
import { secondFactorFields } from '../identity/settings.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';
import { refuseEmail, signedInAccount } from './session-routes.ts';

/** What an administrator decides for the whole server. */
export const administrationRoutes: Route[] = [
  { method: 'POST', pattern: '/api/v1/auths/add', handle: addAccount },
  { method: 'GET', pattern: '/api/v1/auths/admin/config', handle: readSettings },
  { method: 'POST', pattern: '/api/v1/auths/admin/config', handle: writeSettings },
  { method: 'GET', pattern: '/api/v1/auths/admin/details', handle: firstAdministrator },
  { method: 'GET', pattern: '/openai/config', handle: providerSettings },
  { method: 'GET', pattern: '/api/v1/retrieval/config', handle: retrievalSettings },
  { method: 'GET', pattern: '/api/v1/configs/export', handle: exportEverything },
];

function addAccount(call: Call, world: World): Reply {
  administrator(call, world);
  const body = objectBody(call.body);
  const [name, email, password] = [
    requiredText(body, 'name'),
    requiredText(body, 'email'),
    requiredText(body, 'password'),
  ];
  refuseEmail(email, world);
  const account = world.accounts.add({ name, email, password, role: readRole(body.role) });
  // With a second factor on, a session is only to be had by signing in.
  const session = world.settings.flag('ENABLE_MFA')
    ? {}
    : { token: makeSession(account, world).token, token_type: 'Bearer' };
  return json({ ...signedInAccount(account, world), ...session });
}

function readRole(role: unknown): Role {
  return role === 'admin' || role === 'user' ? role : 'pending';
}

function readSettings(call: Call, world: World): Reply {
  administrator(call, world);
  return json(world.settings.toJson());
}

function writeSettings(call: Call, world: World): Reply {
  const caller = administrator(call, world);
  const body = objectBody(call.body);
  const touchesSecondFactor = world.has('secondFactor') && secondFactorFields.some((field) => field in body);
  if (touchesSecondFactor && !caller.session) throw new Refusal(403, refusalText.humanAdministrator);
  const before = world.settings.toJson();
  world.settings.update(acceptable(body));
  const after = world.settings.toJson();
  if (!secondFactorFields.some((field) => before[field] !== after[field])) return json(after);
  for (const account of world.accounts.all()) world.accounts.restamp(account);
  return json({ ...after, sessions_revoked: true });
}

/** A lifetime or a role that is none is dropped without a word. */
function acceptable(body: JsonObject): JsonObject {
  const { JWT_EXPIRES_IN: lifetime, DEFAULT_USER_ROLE: role, ...rest } = body;
  return {
    ...rest,
    ...(isLifetime(text(lifetime) ?? '') && { JWT_EXPIRES_IN: lifetime }),
    ...(['pending', 'user', 'admin'].includes(text(role) ?? '') && { DEFAULT_USER_ROLE: role }),
  };
}

function firstAdministrator(call: Call, world: World): Reply {
  verifiedCaller(call, world);
  const account = world.accounts.firstAdministrator();
  return json({ name: account?.name ?? null, email: account?.email ?? null });
}

/** Provider keys in clear: the reason why a gateway must not hold an administrator's key. */
function providerSettings(call: Call, world: World): Reply {
  administrator(call, world);
  return json(openAiSettings);
}

const openAiSettings = {
  ENABLE_OPENAI_API: true,
  OPENAI_API_BASE_URLS: ['http://practice-provider.invalid/v1'],
  OPENAI_API_KEYS: ['sk-prov'],
  OPENAI_API_CONFIGS: {},
};

function retrievalSettings(call: Call, world: World): Reply {
  administrator(call, world);
  return json({ status: true });
}

function exportEverything(call: Call, world: World): Reply {
  administrator(call, world);
  return json({
    version: 0,
    ui: { enable_signup: world.settings.flag('ENABLE_SIGNUP') },
    auth: { admin: world.settings.toJson() },
    openai: { api_base_urls: openAiSettings.OPENAI_API_BASE_URLS, api_keys: openAiSettings.OPENAI_API_KEYS },
  });
}
