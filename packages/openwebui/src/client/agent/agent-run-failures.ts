/** Why the whole agent did not answer, where nobody upstream says it. */
import type { UpstreamFailure } from '../upstream-failure.ts';

export const BUSY: UpstreamFailure = {
  code: 'assistant-busy',
  cause: 'unknown',
  confidence: 'certain',
  phase: 'connect',
  raw: 'too many runs of the whole agent at a time',
};

export const BEHIND_SOCKS: UpstreamFailure = {
  code: 'assistant-misconfigured',
  cause: 'unknown',
  confidence: 'certain',
  phase: 'connect',
  raw: "the whole agent's socket goes through no SOCKS proxy",
};

export function eventTooLarge(eventBytes: number): UpstreamFailure {
  return {
    code: 'answer-too-large',
    cause: 'unknown',
    confidence: 'certain',
    phase: 'stream',
    raw: `an event of more than ${eventBytes} bytes`,
  };
}

export function socketGone(reason: string, reconnectMs: number): UpstreamFailure {
  return {
    code: 'assistant-unavailable',
    cause: 'connection-refused',
    confidence: 'probable',
    phase: 'stream',
    raw: `the socket was lost (${reason}) and did not come back in ${reconnectMs} ms`,
  };
}

export function internalFailure(error: unknown): UpstreamFailure {
  const raw = error instanceof Error ? error.message : String(error);
  return { code: 'internal', cause: 'unknown', confidence: 'unknown', phase: 'connect', raw };
}

/** Replies of versions that know no such question; it was not taken on. */
export function isUnknownWay({ status, cause }: UpstreamFailure): boolean {
  return status === 422 || ((status === 404 || status === 405) && cause === 'not-open-webui');
}
