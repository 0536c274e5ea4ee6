/** The running server's own look at itself: what it hands to the doctor. */
import type { AgentSessionState, DoctorInput, RedisState } from '@guichet/doctor';
import type { ServiceAgentSession } from '../credential/agent-session.ts';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import type { UnreadForwarded } from '../limits/unread-forwarded.ts';
import { lookAtRedis } from '../redis/check-redis.ts';
import type { SharedRedis } from '../redis/open-redis.ts';
import { redisStateOf } from '../redis/redis-state-of.ts';
import type { Replicas } from '../replicas/open-replicas.ts';
import type { MisnamedSetting } from '../settings/misnamed-settings.ts';
import type { Settings } from '../settings/read-settings.ts';
import { keyNeedsOf } from '../sites/key-needs-of.ts';
import type { SiteContext } from '../sites/site-context.ts';
import type { Sites } from '../sites/sites.ts';
import type { Storage } from '../storage/storage.ts';
import { doctorInputFromSettings } from './doctor-input-from-settings.ts';
import type { RefusedOrigins } from './refused-origins.ts';

export interface ServerDiagnosisParts {
  settings: () => Settings;
  desk: Pick<CredentialDesk, 'keeper' | 'answersMeanwhile'>;
  /** The site that the diagnosis is about. */
  site: () => Pick<SiteContext, 'collections' | 'tools'>;
  /** All that there are: the key must do for each. */
  sites: () => Pick<Sites, 'list' | 'any'>;
  storage: Pick<Storage, 'check'>;
  replicas: Pick<Replicas, 'redis'>;
  refusedOrigins: Pick<RefusedOrigins, 'list'>;
  unreadForwarded: Pick<UnreadForwarded, 'current'>;
  /** Of the whole agent. */
  agentSession: Pick<ServiceAgentSession, 'token' | 'state'>;
  salt: string;
  version: string;
  /** Names of settings that nobody reads. */
  misnamed: () => readonly MisnamedSetting[];
}

/** @param seenAt the address under which an operator's browser reached this server; counts when none is configured */
export function serverDoctorInput(parts: ServerDiagnosisParts, seenAt: string | undefined): DoctorInput {
  const { redis } = parts.replicas;
  const settings = parts.settings();
  const input = doctorInputFromSettings((key) => settings[key].text, parts.version);
  const { held } = parts.desk.keeper;
  // The console's credential counts before the settings', and only at the address it was given for.
  const fromConsole = held?.origin === 'console' && held.target.baseUrl === settings.openWebUiUrl.value;
  return {
    ...input,
    ...(fromConsole && { credential: held.target.credential }),
    publicUrl: input.publicUrl ?? seenAt,
    refusedOrigins: parts.refusedOrigins.list().map((site) => ({ ...site, since: new Date(site.since).toISOString() })),
    forwarded: { unread: parts.unreadForwarded.current },
    answersMeanwhile: parts.desk.answersMeanwhile,
    collections: [...parts.site().collections],
    tools: parts.site().tools,
    needs: keyNeedsOf(
      parts
        .sites()
        .list()
        .flatMap(({ id }) => parts.sites().any(id) ?? []),
    ),
    agentSession: () => askSession(parts.agentSession),
    salt: parts.salt,
    misnamed: parts.misnamed(),
    askStore: () => parts.storage.check(),
    ...(redis && { askRedis: () => stateOfRedis(redis) }),
  };
}

async function stateOfRedis(redis: SharedRedis): Promise<RedisState> {
  if (redis.lost !== undefined) return { kind: 'lost', reason: redis.lost };
  return redisStateOf(await redis.ask(lookAtRedis));
}

/** Makes a session where there is none, as the next question would: a wrong password shows at no other time. */
async function askSession(session: ServerDiagnosisParts['agentSession']): Promise<AgentSessionState> {
  if ((await session.token()).ok) return 'ready';
  return (await session.state()).problem ?? 'not-reached';
}
