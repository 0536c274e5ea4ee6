/** Whether this process can serve, and if not, why: one sentence for each reason. */
import type { OpenWebUiClient } from '@guichet/openwebui/client';
import type { Storage } from '../storage/storage.ts';

export interface ReadinessReason {
  code: 'shutting-down' | 'storage-unavailable' | 'not-configured' | 'open-webui-unreachable';
  detail: string;
}

export interface Readiness {
  state(): Promise<{ ready: boolean; reasons: ReadinessReason[] }>;
}

export interface ReadinessParts {
  storage: Pick<Storage, 'check'>;
  client: Pick<OpenWebUiClient, 'health'>;
  configured: () => boolean;
  closing: () => boolean;
  now?: () => number;
}

/** Probes come every few seconds from several sides; Open WebUI and the disk are asked this often at most. */
const KEPT_MS = 5_000;

export function createReadiness(parts: ReadinessParts): Readiness {
  const now = parts.now ?? Date.now;
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
      return { ready: reasons.length === 0, reasons };
    },
  };
}

async function storageReason(storage: Pick<Storage, 'check'>): Promise<ReadinessReason | undefined> {
  try {
    await storage.check();
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { code: 'storage-unavailable', detail: `The storage cannot be written: ${said}.` };
  }
}

async function upstreamReason({ client, configured }: ReadinessParts): Promise<ReadinessReason | undefined> {
  if (!configured()) {
    return {
      code: 'not-configured',
      detail: 'OPENWEBUI_URL and OPENWEBUI_API_KEY are needed; one of them is missing.',
    };
  }
  const health = await client.health();
  if (health.ok && health.value.openWebUi) return undefined;
  const cause = health.ok ? 'not-open-webui' : health.failure.cause;
  return { code: 'open-webui-unreachable', detail: `Open WebUI does not answer as it should (${cause}).` };
}
