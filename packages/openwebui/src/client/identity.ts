/**
 * Whose credential this is. Which route tells depends on the version and on the credential: `/users/user/status` from
 * 0.6.41 on, `/auths/` before it and where "User Status" is switched off; from 0.12 on the second refuses API keys.
 * The bodies carry the token or a person's private settings: four fields are copied, the rest is dropped unread.
 */
import { cutText } from './cut-text.ts';
import { isRecord, readErrorBody } from './error-body.ts';
import type { UpstreamIdentity, UpstreamResult } from './open-webui-client.ts';
import { type Reply, type ReplyMeans, requestReply } from './request-reply.ts';
import type { UpstreamAddress } from './upstream-address.ts';
import type { UpstreamFailure } from './upstream-failure.ts';
import { MAX_IDENTITY_CHARS } from './upstream-limits.ts';

type Told =
  | { kind: 'known'; identity: UpstreamIdentity }
  /** The account waits for an administrator's approval. */
  | { kind: 'pending' }
  /** This route does not tell; another may. */
  | { kind: 'elsewhere'; failure: UpstreamFailure }
  | { kind: 'refused'; failure: UpstreamFailure };

export async function askIdentity(
  means: ReplyMeans,
  address: UpstreamAddress,
): Promise<UpstreamResult<UpstreamIdentity>> {
  const first = await askRoute(means, address, '/api/v1/users/user/status');
  if (first.kind === 'known' || first.kind === 'refused') return resultOf(first);
  // The older route also tells the name of a pending account, up to 0.11.4 even to its key.
  const second = await askRoute(means, address, '/api/v1/auths/');
  if (second.kind === 'known') return resultOf(second);
  if (first.kind === 'pending') return resultOf(first);
  if (second.kind === 'elsewhere') return resultOf(await probeRole(means, address, first.failure));
  return resultOf(second);
}

function resultOf(told: Told): UpstreamResult<UpstreamIdentity> {
  if (told.kind === 'known') return { ok: true, value: told.identity };
  if (told.kind === 'pending') return { ok: true, value: { role: 'pending' } };
  return { ok: false, failure: told.failure };
}

async function askRoute(means: ReplyMeans, address: UpstreamAddress, path: string): Promise<Told> {
  const outcome = await requestReply(means, address, path);
  if ('failure' in outcome) return { kind: 'refused', failure: outcome.failure };
  const { reply } = outcome;
  const identity = reply.status === 200 ? readIdentity(reply.json) : undefined;
  if (identity) return { kind: 'known', identity };
  // A page instead of an answer: this version lacks the route, or this is no Open WebUI.
  if (reply.status === 200) return { kind: 'elsewhere', failure: withoutBody(reply.failure()) };
  return readRefusal(reply);
}

function readRefusal(reply: Reply): Told {
  const failure = reply.failure();
  if (failure.cause === 'account-pending') return { kind: 'pending' };
  return { kind: isClosedRoute(reply) ? 'elsewhere' : 'refused', failure };
}

/** The route is switched off ("User Status"), or open to people's sessions only (0.12). */
function isClosedRoute(reply: Reply): boolean {
  const body = readErrorBody(reply.json);
  if (reply.status !== 403 || body.shape !== 'detail') return false;
  return (
    body.text === 'A human session is required.' ||
    body.text === 'The requested action has been restricted as a security measure.'
  );
}

/** No route tells: an administrator's credential still shows itself by what it may read. */
async function probeRole(means: ReplyMeans, address: UpstreamAddress, otherwise: UpstreamFailure): Promise<Told> {
  const permissions = await requestReply(means, address, '/api/v1/users/default/permissions');
  if ('failure' in permissions) return { kind: 'refused', failure: permissions.failure };
  const { status, json } = permissions.reply;
  if (status === 200 && isRecord(json)) return { kind: 'known', identity: { role: 'admin' } };
  if (status !== 401) return { kind: 'refused', failure: otherwise };
  // Here a plain account's 401 reads like a pending one's; whoever sees models is not pending.
  const models = await requestReply(means, address, '/api/models');
  if ('failure' in models) return { kind: 'refused', failure: models.failure };
  return models.reply.status === 200 ? { kind: 'known', identity: { role: 'user' } } : readRefusal(models.reply);
}

function readIdentity(json: unknown): UpstreamIdentity | undefined {
  if (!isRecord(json) || typeof json.role !== 'string') return undefined;
  const { role, id, name, email } = json;
  return {
    role: role === 'admin' || role === 'user' || role === 'pending' ? role : 'unknown',
    ...(typeof id === 'string' && { accountId: cutText(id, MAX_IDENTITY_CHARS) }),
    ...(typeof name === 'string' && { name: cutText(name, MAX_IDENTITY_CHARS) }),
    ...(typeof email === 'string' && { email: cutText(email, MAX_IDENTITY_CHARS) }),
  };
}

function withoutBody({ raw: _raw, ...rest }: UpstreamFailure): UpstreamFailure {
  return rest;
}
