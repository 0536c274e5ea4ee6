import type { ErrorCode } from '@guichet/contract/error-catalogue';
import type { UpstreamTarget } from './open-webui-client.ts';
import type { UpstreamFailure } from './upstream-failure.ts';

/** A target that has been checked: the only place where an origin and the header for it stand together. */
export interface UpstreamAddress {
  origin: string;
  /** The value of `Authorization`; without line breaks or anything else that could end a header. */
  authorization: string;
  credential: string;
}

/** Says what is wrong with a target before anything is sent to it. */
export function readAddress(
  target: UpstreamTarget | undefined,
): { ok: true; value: UpstreamAddress } | { ok: false; failure: UpstreamFailure } {
  if (!target || target.baseUrl.trim() === '') return missing('url-missing', 'not-configured');
  const url = URL.parse(target.baseUrl.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    return missing('url-malformed', 'assistant-misconfigured');
  }
  if (url.pathname !== '/') return missing('url-has-path', 'assistant-misconfigured');
  const credential = target.credential;
  if (credential === '') return missing('key-missing', 'not-configured');
  if (!/^[\x21-\x7e]+$/.test(credential)) return missing('key-malformed', 'assistant-misconfigured');
  return { ok: true, value: { origin: url.origin, authorization: `Bearer ${credential}`, credential } };
}

function missing(cause: UpstreamFailure['cause'], code: ErrorCode): { ok: false; failure: UpstreamFailure } {
  return { ok: false, failure: { code, cause, confidence: 'certain', phase: 'connect' } };
}
