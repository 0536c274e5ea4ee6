import type { Cause } from '@guichet/contract/cause';
import type { ErrorCode } from '@guichet/contract/error-catalogue';
import type { FrontWord } from './front-reply.ts';
import type { ProviderMatter } from './provider-matter.ts';

/**
 * A failure of Open WebUI, translated. `code` is for the visitor, `cause` for the operator, `raw` for the log alone:
 * it may hold a masked provider key or an internal address.
 */
export interface UpstreamFailure {
  code: ErrorCode;
  cause: Cause | 'unknown';
  /** How sure the translation is; the doctor asks again where it is only probable. */
  confidence: 'certain' | 'probable' | 'unknown';
  phase: 'connect' | 'first-byte' | 'stream' | 'response';
  /** What a provider's error is about, where its status or words say so. */
  matter?: ProviderMatter;
  /** Somebody in front of Open WebUI said it, in its place. */
  front?: FrontWord;
  status?: number;
  contentType?: string;
  /** Whether the reply carried `X-Process-Time`, which Open WebUI writes on every reply but that of a crash. */
  marked?: boolean;
  /** Open WebUI's or the provider's own text, at most 2,000 characters. Never shown, only logged. */
  raw?: string;
  /** Seconds, from `Retry-After` or `Retry-After-Ms`. */
  retryAfter?: number;
}
