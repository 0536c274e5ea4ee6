/** The shapes in which an error reaches us: Open WebUI's own `detail`, and three of providers and pipes. */

export type ErrorBody =
  /** `{"detail": string}`: Open WebUI's own word, or a provider's sentence in the versions that keep no more of it. */
  | { shape: 'detail'; text: string }
  /** `{"detail": [...]}`: a request it could not read (FastAPI's validation). */
  | { shape: 'invalid-request'; text: string }
  /** `{"error": ...}`: a provider's or a pipe's. */
  | { shape: 'error'; text: string; kind?: string | undefined }
  | { shape: 'none' };

export function readErrorBody(value: unknown): ErrorBody {
  if (!isRecord(value)) return { shape: 'none' };
  if (value.error !== undefined && value.error !== null && value.error !== false) return errorShape(value.error);
  if (typeof value.detail === 'string') return { shape: 'detail', text: value.detail };
  if (Array.isArray(value.detail)) return { shape: 'invalid-request', text: JSON.stringify(value.detail) };
  return { shape: 'none' };
}

function errorShape(error: unknown): ErrorBody {
  if (typeof error === 'string') return { shape: 'error', text: error };
  if (!isRecord(error)) return { shape: 'error', text: JSON.stringify(error) };
  const said = [error.message, error.detail].find((part) => typeof part === 'string' && part !== '');
  const kind = [error.type, error.code, error.status].filter((part) => part !== undefined && part !== null).join(' ');
  const text = typeof said === 'string' ? said : JSON.stringify(error);
  return { shape: 'error', text, ...(kind ? { kind } : {}) };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
