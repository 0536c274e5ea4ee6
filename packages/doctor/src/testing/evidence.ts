/** Evidence for the tables of checks: everything as it should be, but for what a row names. */
import { recognise } from '@guichet/keys';
import { SAMPLE_KEYS, sampleSessionClaims, sampleToken, seededRandom } from '@guichet/keys/samples';
import type { ModelEquipment } from '@guichet/openwebui/client';
import type { ReachFinding } from '@guichet/openwebui/reach';
import type {
  AccessEvidence,
  AddressEvidence,
  AnswerEvidence,
  CertificateEvidence,
  CredentialEvidence,
  FrontEvidence,
  ModelEvidence,
  OwnSettings,
  ReachEvidence,
  Seen,
  SeenFailure,
  SeenReply,
} from '../evidence/evidence-map.ts';
import { readAddress } from '../evidence/read-address.ts';

/** Every table's present. */
export const NOW_MS = Date.parse('2026-11-30T12:00:00Z');
export const DAY_MS = 86_400_000;

export function failure(cause: SeenFailure['cause'], more: Partial<SeenFailure> = {}): SeenFailure {
  return { cause, confidence: 'certain', ...more };
}

export function failed(cause: SeenFailure['cause'], more: Partial<SeenFailure> = {}) {
  return { kind: 'failed' as const, failure: failure(cause, more) };
}

/** @param text as it is written in the settings */
export function address(
  text: string,
  more: Partial<Extract<AddressEvidence, { kind: 'address' }>> = {},
): AddressEvidence {
  const read = readAddress(text);
  return read.kind === 'address' ? { ...read, ...more } : read;
}

export function reply(status: number, more: Partial<SeenReply> = {}): Extract<Seen, { kind: 'reply' }> {
  const plain = {
    contentType: 'application/json',
    hasProcessTime: true,
    asksForPassword: false,
    isHtml: false,
    looksLikeSignIn: false,
    ms: 12,
  };
  return { kind: 'reply', reply: { status, ...plain, ...more } };
}

/** Somebody else's: Open WebUI's mark is not on it. */
export function foreignReply(status: number, more: Partial<SeenReply> = {}): Extract<Seen, { kind: 'reply' }> {
  return reply(status, { hasProcessTime: false, contentType: 'text/html', isHtml: true, ...more });
}

export function front(more: Partial<FrontEvidence> = {}): FrontEvidence {
  const health = reply(200, { json: { status: true } });
  return { health, version: reply(200), config: reply(200), isOpenWebUi: true, openWebUiVersion: '0.12.4', ...more };
}

/** One that does not say which it is. */
export function frontWithoutVersion(more: Partial<FrontEvidence> = {}): FrontEvidence {
  const { openWebUiVersion: _version, ...hidden } = front(more);
  return hidden;
}

/** Whoever answers there is not Open WebUI. */
export function notOpenWebUi(health: Seen, more: Partial<FrontEvidence> = {}): FrontEvidence {
  return { health, version: health, config: health, isOpenWebUi: false, ...more };
}

export const API_KEY = SAMPLE_KEYS['open-webui-api-key'](seededRandom(11));

/** @param text as it is written in the settings */
export function credential(text: string, more: Partial<CredentialEvidence> = {}): CredentialEvidence {
  const recognition = recognise(text, { now: new Date(NOW_MS), salt: 'of the tables' });
  return { recognition, nowMs: NOW_MS, sendable: recognition.cause === undefined, ...more };
}

/** Of a session token: it ends so many days from now. */
export function sessionToken(days: number, more: Partial<CredentialEvidence> = {}): CredentialEvidence {
  const times = { issuedAt: NOW_MS / 1000 - 3_600, expiresAt: NOW_MS / 1000 + days * 86_400 };
  const random = seededRandom(12);
  return credential(sampleToken(random, sampleSessionClaims(random, '0.12-or-later', times)), {
    sendable: true,
    session: { stamped: true, secondFactor: true },
    ...more,
  });
}

/** The key was refused, or the list of models could not be had. */
export function refused(cause: SeenFailure['cause'], more: Partial<SeenFailure> = {}): AccessEvidence {
  return { failure: failure(cause, more), ms: 40 };
}

export function access(...models: string[]): AccessEvidence {
  return { models: models.map((id) => ({ id, name: id, suggestions: [], equipment: NOTHING_EXTRA })), ms: 40 };
}

const NOTHING_EXTRA: ModelEquipment = {
  toolIds: [],
  filterIds: [],
  features: [],
  hasKnowledge: false,
  knowledgeIds: [],
  builtinTools: {},
  offersBuiltinTools: true,
  functionCalling: undefined,
};

export function model(more: Partial<ModelEvidence> = {}): ModelEvidence {
  return { used: 'echo', listed: true, row: 'unknown', ...more };
}

export function answer(more: Partial<AnswerEvidence> = {}): AnswerEvidence {
  return { end: 'complete', pieces: [600, 700], characters: 10, sources: 0, ms: 800, limited: false, ...more };
}

/** No answer came. */
export function noAnswer(
  cause: SeenFailure['cause'],
  seen: Partial<SeenFailure> = {},
  more: Partial<AnswerEvidence> = {},
): AnswerEvidence {
  return answer({ end: 'failed', pieces: [], characters: 0, failure: failure(cause, seen), ...more });
}

export function certificate(
  more: Partial<Extract<CertificateEvidence, { kind: 'seen' }>> = {},
): Extract<CertificateEvidence, { kind: 'seen' }> {
  return {
    kind: 'seen',
    names: ['chat.example.com'],
    coversHost: true,
    issuer: 'An Authority',
    validFromMs: NOW_MS - 30 * DAY_MS,
    validToMs: NOW_MS + 60 * DAY_MS,
    selfSigned: false,
    nowMs: NOW_MS,
    ...more,
  };
}

export function own(more: Partial<OwnSettings> = {}): OwnSettings {
  return { allowedOrigins: [], refusedOrigins: [], keyNeeds: {}, ...more };
}

/** One thing that the key was tried on. */
export function found(id: ReachFinding['id'], reach: ReachFinding['reach'], needed = false): ReachFinding {
  return { id, reach, needed, proof: { path: '/' } };
}

export function reach(findings: readonly ReachFinding[], more: Partial<ReachEvidence> = {}): ReachEvidence {
  return { findings, restricted: false, binds: true, line: '/api/models', ...more };
}
