import type { UpstreamFailure } from './upstream-failure.ts';

/** Takes our credential out of a failure's original text: some servers and proxies repeat what they were shown. */
export function withoutSecret(failure: UpstreamFailure, credential: string): UpstreamFailure {
  if (credential === '' || failure.raw === undefined || !failure.raw.includes(credential)) return failure;
  return { ...failure, raw: failure.raw.replaceAll(credential, '[credential]') };
}
