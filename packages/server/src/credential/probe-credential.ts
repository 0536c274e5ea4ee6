/**
 * Whether Open WebUI takes a credential: asked, not guessed from its shape. `/api/models` decides, because every usable
 * credential may read it and a provider's refusal never shows there; the identity only adds whose it is.
 */
import type { OpenWebUiClient, UpstreamFailure, UpstreamIdentity } from '@guichet/openwebui/client';

export type ProbeResult =
  | { ok: true; role: UpstreamIdentity['role']; modelCount: number }
  | { ok: false; failure: UpstreamFailure };

export async function probeCredential(client: Pick<OpenWebUiClient, 'models' | 'identity'>): Promise<ProbeResult> {
  const models = await client.models();
  if (!models.ok) return { ok: false, failure: models.failure };
  const identity = await client.identity();
  return { ok: true, role: identity.ok ? identity.value.role : 'unknown', modelCount: models.value.length };
}
