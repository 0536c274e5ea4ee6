import type { Call } from '../http/call.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';
import type { Account } from './accounts.ts';
import { isPathAllowed } from './allow-list.ts';
import { readCredential } from './credential.ts';
import { mayUseApiKeys } from './permissions.ts';
import { readSessionToken, type SessionClaims } from './session-token.ts';

export interface Caller {
  account: Account;
  credential: string;
  /** Undefined for an API key. */
  session?: SessionClaims;
}

/** Anybody with a good credential, pending accounts too. */
export function anyCaller(call: Call, world: World): Caller {
  const credential = readCredential(call.headers, world.has);
  if (!credential) throw new Refusal(401, refusalText.notAuthenticated);
  const caller = credential.startsWith('sk-')
    ? callerByKey(credential, call, world)
    : callerBySession(credential, world);
  caller.account.lastActiveAt = world.accounts.seconds();
  return caller;
}

/** An account that an administrator has let in. */
export function verifiedCaller(call: Call, world: World): Caller {
  const caller = anyCaller(call, world);
  if (caller.account.role === 'pending') throw new Refusal(401, refusalText.noPermission);
  return caller;
}

export function administrator(call: Call, world: World): Caller {
  const caller = anyCaller(call, world);
  if (caller.account.role !== 'admin') throw new Refusal(401, refusalText.noPermission);
  return caller;
}

/** A session, never an API key. */
export function humanCaller(call: Call, world: World): Caller & { session: SessionClaims } {
  const caller = anyCaller(call, world);
  if (!caller.session) throw new Refusal(403, refusalText.humanSession);
  return { ...caller, session: caller.session };
}

/** Up to 0.8 the allow-list stands before everything else, unknown keys and public routes included. */
export function refuseByEarlyAllowList(call: Call, world: World): void {
  if (world.has('allowListInsideAuthentication')) return;
  const credential = readCredential(call.headers, world.has);
  if (!credential?.startsWith('sk-') || isAllowed(call, world)) return;
  throw new Refusal(403, refusalText.apiKeyEndpoint);
}

function callerByKey(key: string, call: Call, world: World): Caller {
  const account = world.accounts.byId(world.keys.ownerOf(key) ?? '');
  if (!account) throw new Refusal(401, refusalText.sessionExpired);
  if (!mayUseApiKeys(account, world)) throw new Refusal(403, refusalText.apiKeysOff);
  if (world.has('allowListInsideAuthentication') && !isAllowed(call, world)) {
    throw new Refusal(403, refusalText.noPermission);
  }
  return { account, credential: key };
}

function isAllowed(call: Call, world: World): boolean {
  if (!world.settings.flag('ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS')) return true;
  return isPathAllowed(call.path, world.settings.text('API_KEYS_ALLOWED_ENDPOINTS'));
}

/** Throws what Open WebUI answers to a session token it does not take. */
export function callerBySession(token: string, world: World): Caller {
  const session = readSessionToken(token, world.secret, Math.floor(world.now() / 1000));
  if (!session?.id) throw new Refusal(401, refusalText.unauthorized);
  const account = world.accounts.byId(session.id);
  if (!account) {
    throw new Refusal(401, world.has('sessionStamp') ? refusalText.invalidAuthentication : refusalText.sessionExpired);
  }
  if (world.has('sessionStamp') && isStale(session, account, world)) throw new Refusal(401, refusalText.invalidToken);
  return { account, credential: token, session };
}

function isStale(session: SessionClaims, account: Account, world: World): boolean {
  if (account.sessionStamp !== null && session.session_stamp !== account.sessionStamp) return true;
  return world.settings.flag('ENABLE_MFA') && session.mfa_verified !== true;
}
