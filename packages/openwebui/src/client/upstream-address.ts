import type { ErrorCode } from '@guichet/contract/error-catalogue';
import { withSingleScheme } from '@guichet/contract/single-scheme';
import type { UpstreamTarget } from './open-webui-client.ts';
import type { UpstreamFailure } from './upstream-failure.ts';

/** A target that has been checked: the only place where an origin and the header for it stand together. */
export interface UpstreamAddress {
  origin: string;
  /** The path below which its whole API lives, as `/chatgpt`; empty when it has the host for itself. */
  basePath: string;
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
  if (withSingleScheme(target.baseUrl) !== undefined) return missing('url-malformed', 'assistant-misconfigured');
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    return missing('url-malformed', 'assistant-misconfigured');
  }
  const basePath = url.pathname.replace(/\/+$/, '');
  if (isOwnPath(basePath)) return missing('url-has-path', 'assistant-misconfigured');
  const credential = target.credential;
  if (credential === '') return missing('key-missing', 'not-configured');
  if (!/^[\x21-\x7e]+$/.test(credential)) return missing('key-malformed', 'assistant-misconfigured');
  return { ok: true, value: { origin: url.origin, basePath, authorization: `Bearer ${credential}`, credential } };
}

/**
 * Paths of Open WebUI's own, which people copy along from another program's guide or from the page they are on. Below
 * one of these lives nothing; below any other its whole API may, when a proxy has put it there.
 */
const OWN_PATH = /\/(?:api|v1|ollama|openai|c|auth|admin|workspace|settings)(?:\/|$)/i;

export function isOwnPath(path: string): boolean {
  return OWN_PATH.test(path);
}

/** What is left of a path without the part that is Open WebUI's own. */
export function withoutOwnPath(path: string): string {
  const start = path.search(OWN_PATH);
  return (start < 0 ? path : path.slice(0, start)).replace(/\/+$/, '');
}

function missing(cause: UpstreamFailure['cause'], code: ErrorCode): { ok: false; failure: UpstreamFailure } {
  return { ok: false, failure: { code, cause, confidence: 'certain', phase: 'connect' } };
}
