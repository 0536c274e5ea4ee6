/**
 * Every error that leaves the server, once: code → status and whether trying the same again can help.
 * The sentences stand in `problem-text/`, one file per language. Codes are never renamed or removed.
 */
export const ERRORS = {
  // What the request itself lacks.
  'bad-json': { status: 400, retryable: false },
  'bad-request': { status: 400, retryable: false },
  'text-missing': { status: 400, retryable: false },
  'text-too-long': { status: 413, retryable: false },
  'body-too-large': { status: 413, retryable: false },
  'content-type-unsupported': { status: 415, retryable: false },
  'attachments-unsupported': { status: 400, retryable: false },
  'too-many-files': { status: 400, retryable: false },
  'file-missing': { status: 400, retryable: false },
  'file-empty': { status: 400, retryable: false },
  'file-too-large': { status: 413, retryable: false },
  'file-kind-unsupported': { status: 415, retryable: false },
  'file-unknown': { status: 404, retryable: false },
  'recording-unusable': { status: 400, retryable: false },
  'recording-too-large': { status: 413, retryable: false },
  'idempotency-key-missing': { status: 400, retryable: false },
  'idempotency-key-malformed': { status: 400, retryable: false },
  'idempotency-key-reused': { status: 422, retryable: false },
  'last-event-id-unknown': { status: 400, retryable: false },
  // Who asks.
  'token-missing': { status: 401, retryable: false },
  'token-invalid': { status: 401, retryable: false },
  'token-expired': { status: 401, retryable: false },
  'origin-missing': { status: 403, retryable: false },
  'origin-not-allowed': { status: 403, retryable: false },
  'host-not-allowed': { status: 403, retryable: false },
  'not-found': { status: 404, retryable: false },
  'method-not-allowed': { status: 405, retryable: false },
  'run-in-progress': { status: 409, retryable: true },
  // Operators.
  'sign-in-needed': { status: 401, retryable: false },
  'link-invalid': { status: 401, retryable: false },
  'too-many-sign-ins': { status: 429, retryable: true },
  'password-wrong': { status: 401, retryable: false },
  'current-password-wanted': { status: 403, retryable: false },
  'current-password-wrong': { status: 403, retryable: false },
  'password-too-short': { status: 422, retryable: false },
  'password-too-long': { status: 422, retryable: false },
  'password-is-address': { status: 422, retryable: false },
  'password-is-site-name': { status: 422, retryable: false },
  'password-too-common': { status: 422, retryable: false },
  'sign-in-busy': { status: 503, retryable: true },
  'check-superseded': { status: 409, retryable: false },
  'site-unknown': { status: 404, retryable: false },
  'ticket-expired': { status: 410, retryable: false },
  'credential-unusable': { status: 422, retryable: false },
  'credential-refused': { status: 422, retryable: false },
  'address-missing': { status: 409, retryable: false },
  'diagnosis-busy': { status: 503, retryable: true },
  'sign-in-impossible': { status: 503, retryable: true },
  // How much.
  'too-many-messages': { status: 429, retryable: true },
  'daily-limit-reached': { status: 429, retryable: true },
  'too-many-runs': { status: 429, retryable: true },
  'too-many-visitors': { status: 429, retryable: true },
  'address-limit-reached': { status: 429, retryable: true },
  'too-many-requests': { status: 429, retryable: true },
  'file-limit-reached': { status: 429, retryable: true },
  'voice-limit-reached': { status: 429, retryable: true },
  'too-many-conversations': { status: 429, retryable: false },
  'too-many-readers': { status: 429, retryable: true },
  'network-busy': { status: 429, retryable: true },
  'too-many-measurements': { status: 429, retryable: true },
  'server-busy': { status: 503, retryable: true },
  // Our own side.
  'shutting-down': { status: 503, retryable: true },
  'storage-unavailable': { status: 503, retryable: true },
  'not-configured': { status: 503, retryable: false },
  internal: { status: 500, retryable: true },
  // The assistant did not answer. What exactly is wrong is for the operator; the visitor gets whether waiting helps.
  'assistant-unavailable': { status: 502, retryable: true },
  'assistant-misconfigured': { status: 502, retryable: false },
  'assistant-busy': { status: 503, retryable: true },
  'assistant-timeout': { status: 504, retryable: true },
  'assistant-refused': { status: 502, retryable: false },
  'file-refused': { status: 502, retryable: false },
  'file-unreadable': { status: 502, retryable: false },
  'file-storage-full': { status: 503, retryable: true },
  'voice-unavailable': { status: 502, retryable: true },
  'answer-empty': { status: 502, retryable: true },
  'answer-too-large': { status: 502, retryable: false },
} as const satisfies Record<string, { status: number; retryable: boolean }>;

export type ErrorCode = keyof typeof ERRORS;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
