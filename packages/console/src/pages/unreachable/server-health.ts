/** What anybody may ask the server: whether it is there, and whether it can serve. For when the operators' part is out of reach. */

export type ServerHealth =
  | { kind: 'silent' }
  /** Something answers that is not Guichet. */
  | { kind: 'other' }
  /** `reasons`: why it cannot serve visitors; empty when it can. */
  | { kind: 'alive'; reasons: UnreadyReason[] };

export interface UnreadyReason {
  /** The server's stable word. */
  code: string;
  /** Its sentence, in its own language. */
  detail: string;
}

/** Asking whether it can serve lets the server ask Open WebUI. */
const PATIENCE_MS = 15_000;

export async function askServerHealth(fetched: typeof fetch): Promise<ServerHealth> {
  let response: Response;
  try {
    response = await fetched('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    return { kind: 'silent' };
  }
  try {
    const state = (await response.json()) as { ready?: unknown; reasons?: { code?: unknown; detail?: unknown }[] };
    if (typeof state.ready !== 'boolean' || !Array.isArray(state.reasons)) return { kind: 'other' };
    return {
      kind: 'alive',
      reasons: state.reasons.map(({ code, detail }) => ({ code: String(code), detail: String(detail) })),
    };
  } catch {
    return { kind: 'other' };
  }
}
