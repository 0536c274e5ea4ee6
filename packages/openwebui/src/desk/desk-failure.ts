import { readErrorBody } from '../client/error-body.ts';
import { parseJson } from '../client/parse-json.ts';
import { createSecretRemover } from '../client/secret-remover.ts';
import type { UpstreamFailure } from '../client/upstream-failure.ts';

/** Why a call did not do what it should. Safe to log and to show to an operator. */
export interface DeskFailure {
  cause: UpstreamFailure['cause'];
  confidence: UpstreamFailure['confidence'];
  /** `connect`: nothing was sent. Anything later without a status: it may have been carried out all the same. */
  phase: UpstreamFailure['phase'];
  status?: number;
  /** Open WebUI's own sentence, at most 200 characters, without anything that was sent in secret. */
  said?: string;
  /** Seconds. */
  retryAfter?: number;
}

const SAID_CHARS = 200;

/** Drops the raw text, which may repeat what was sent (older versions show a request they cannot read in full). */
export function deskFailure(failure: UpstreamFailure, secrets: readonly string[]): DeskFailure {
  const { cause, confidence, phase, status, retryAfter } = failure;
  const said = saidIn(failure.raw, secrets);
  return {
    cause,
    confidence,
    phase,
    ...(status !== undefined && { status }),
    ...(said !== undefined && { said }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** @returns the sentence in `detail`; lists of complaints repeat their input and are left out */
export function saidIn(text: string | undefined, secrets: readonly string[]): string | undefined {
  const body = readErrorBody(parseJson(text ?? ''));
  if (body.shape !== 'detail') return undefined;
  const clean = secrets
    .filter((secret) => secret !== '')
    .reduce((sentence, secret) => createSecretRemover(secret)(sentence.replaceAll(secret, '[secret]')), body.text);
  return clean.slice(0, SAID_CHARS);
}
