/** Whether this process can serve, and if not, why: one sentence for each reason. */
import type { CauseTexts } from '@guichet/contract/cause-text/cause-texts';
import type { OpenWebUiClient } from '@guichet/openwebui/client';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import type { SharedRedis } from '../redis/open-redis.ts';
import { steadyNow } from '../steady-clock.ts';
import type { Storage } from '../storage/storage.ts';
import type { ServerTexts } from '../text/server-texts.ts';

export interface ReadinessReason {
  code:
    | 'shutting-down'
    | 'storage-unavailable'
    | 'not-configured'
    | 'open-webui-unreachable'
    | 'credential-refused'
    /** Serves all the same: each replica goes on alone. */
    | 'redis-unavailable';
  detail: string;
}

export interface Readiness {
  state(): Promise<{ ready: boolean; reasons: ReadinessReason[] }>;
}

export interface ReadinessParts {
  storage: Pick<Storage, 'check'>;
  client: Pick<OpenWebUiClient, 'health'>;
  desk: Pick<CredentialDesk, 'lack' | 'watch'>;
  /** In the language of the log, which can change. */
  texts: () => CauseTexts;
  closing: () => boolean;
  /** Undefined without `REDIS_URL`. */
  redis?: Pick<SharedRedis, 'lost' | 'place'> | undefined;
  redisTexts?: () => Pick<ServerTexts['start']['redis'], 'away'>;
  now?: () => number;
}

/** Probes come every few seconds from several sides; Open WebUI and the disk are asked this often at most. */
const KEPT_MS = 5_000;

export function createReadiness(parts: ReadinessParts): Readiness {
  const now = parts.now ?? steadyNow;
  let kept: { reasons: Promise<ReadinessReason[]>; until: number } | undefined;

  async function ask(): Promise<ReadinessReason[]> {
    const [storage, upstream] = await Promise.all([storageReason(parts.storage), upstreamReason(parts)]);
    return [storage, upstream].filter((reason) => reason !== undefined);
  }

  return {
    async state() {
      if (parts.closing()) {
        return { ready: false, reasons: [{ code: 'shutting-down', detail: 'Guichet is shutting down.' }] };
      }
      if (!kept || kept.until <= now()) kept = { reasons: ask(), until: now() + KEPT_MS };
      const reasons = await kept.reasons;
      const redis = redisReason(parts);
      return { ready: reasons.length === 0, reasons: redis ? [...reasons, redis] : reasons };
    },
  };
}

async function storageReason(storage: Pick<Storage, 'check'>): Promise<ReadinessReason | undefined> {
  try {
    await storage.check();
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { code: 'storage-unavailable', detail: `Guichet cannot write its data: ${reason}.` };
  }
}

function redisReason({ redis, redisTexts }: ReadinessParts): ReadinessReason | undefined {
  if (redis?.lost === undefined || !redisTexts) return undefined;
  return { code: 'redis-unavailable', detail: redisTexts().away(redis.place, redis.lost) };
}

async function upstreamReason({ client, desk, texts }: ReadinessParts): Promise<ReadinessReason | undefined> {
  if (desk.lack) {
    const cause = desk.lack.kind === 'key-unusable' ? (desk.lack.recognition.cause ?? 'key-malformed') : 'key-missing';
    return { code: 'not-configured', detail: `${texts()[cause]} (OPENWEBUI_API_KEY)` };
  }
  const health = await client.health();
  if (!health.ok) return { code: 'open-webui-unreachable', detail: texts()[health.failure.cause] };
  if (!health.value.openWebUi) return { code: 'open-webui-unreachable', detail: texts()['not-open-webui'] };
  const { state } = desk.watch;
  if (state.kind === 'refused') return { code: 'credential-refused', detail: texts()[state.cause] };
  return undefined;
}
