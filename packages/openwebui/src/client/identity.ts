/**
 * Whose credential this is. Which route tells depends on the version and on the credential: `/users/user/status` from
 * 0.6.41 on, `/auths/` before and for whom the first is switched off; from 0.12 on the second refuses API keys.
 * The bodies carry the token or a person's private settings: four fields are copied, the rest is dropped unread.
 */
import { isRecord, readErrorBody } from './error-body.ts';
import type { UpstreamIdentity, UpstreamResult } from './open-webui-client.ts';
import { type Reply, type ReplyMeans, requestReply } from './request-reply.ts';
import type { UpstreamAddress } from './upstream-address.ts';

export async function askIdentity(
  means: ReplyMeans,
  address: UpstreamAddress,
): Promise<UpstreamResult<UpstreamIdentity>> {
  const status = await ask(means, address, '/api/v1/users/user/status');
  if (!('identity' in status) && !('pending' in status) && !('elsewhere' in status)) return status.result;
  if ('identity' in status) return { ok: true, value: status.identity };
  // Here the older route still tells the name of a pending account, up to 0.11.4 even to its key.
  const auths = await ask(means, address, '/api/v1/auths/');
  if ('identity' in auths) return { ok: true, value: auths.identity };
  if ('pending' in status || 'pending' in auths) return { ok: true, value: { role: 'pending' } };
  if ('elsewhere' in auths) return roleByProbe(means, address, status.result);
  return auths.result;
}

type Step = { identity: UpstreamIdentity } | (({ pending: true } | { elsewhere: true } | object) & { result: Failed });
type Failed = Extract<UpstreamResult<never>, { ok: false }>;

async function ask(means: ReplyMeans, address: UpstreamAddress, path: string): Promise<Step> {
  const outcome = await requestReply(means, address, path);
  if ('failure' in outcome) return { result: { ok: false, failure: outcome.failure } };
  const { reply } = outcome;
  const identity = reply.status === 200 ? readIdentity(reply.json) : undefined;
  if (identity) return { identity };
  const failure = reply.failure();
  // A page instead of an answer: this version lacks the route, or this is no Open WebUI.
  if (reply.status === 200) return { elsewhere: true, result: { ok: false, failure: withoutBody(failure) } };
  const result: Failed = { ok: false, failure };
  if (reply.status === 401 && failure.cause === 'account-pending') return { pending: true, result };
  return isClosedRoute(reply) ? { elsewhere: true, result } : { result };
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

/** Neither route answers: an administrator's credential still shows itself by what it may read. */
async function roleByProbe(
  means: ReplyMeans,
  address: UpstreamAddress,
  otherwise: Failed,
): Promise<UpstreamResult<UpstreamIdentity>> {
  const outcome = await requestReply(means, address, '/api/v1/users/default/permissions');
  if ('failure' in outcome) return { ok: false, failure: outcome.failure };
  const { status, json } = outcome.reply;
  if (status === 200 && isRecord(json)) return { ok: true, value: { role: 'admin' } };
  if (status !== 401) return otherwise;
  // For this route a plain user's 401 and a pending one's read alike; whoever sees models is not pending.
  const models = await requestReply(means, address, '/api/models');
  if ('failure' in models) return { ok: false, failure: models.failure };
  if (models.reply.status === 200) return { ok: true, value: { role: 'user' } };
  const failure = models.reply.failure();
  return failure.cause === 'account-pending' ? { ok: true, value: { role: 'pending' } } : { ok: false, failure };
}

function readIdentity(json: unknown): UpstreamIdentity | undefined {
  if (!isRecord(json) || typeof json.role !== 'string') return undefined;
  const { role, id, name, email } = json;
  return {
    role: role === 'admin' || role === 'user' || role === 'pending' ? role : 'unknown',
    ...(typeof id === 'string' ? { accountId: id } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof email === 'string' ? { email } : {}),
  };
}

function withoutBody<Failure extends { raw?: string }>({ raw: _raw, ...rest }: Failure): Omit<Failure, 'raw'> {
  return rest;
}
