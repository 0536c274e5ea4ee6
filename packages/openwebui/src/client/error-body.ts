/** The shapes in which an error reaches us: Open WebUI's own `detail`, and three of providers and pipes. */

import { MAX_RAW_CHARS } from './upstream-limits.ts';

export type ErrorBody =
  /** `{"detail": string}`: Open WebUI's own word, or a provider's sentence in the versions that keep no more of it. */
  | { shape: 'detail'; text: string }
  /** `{"detail": [...]}`: a request it could not read (FastAPI's validation). */
  | { shape: 'invalid-request'; text: string; isAboutField: boolean }
  /** `{"error": ...}`: a provider's or a pipe's. */
  | { shape: 'error'; text: string; kind?: string | undefined }
  | { shape: 'none' };

export function readErrorBody(value: unknown): ErrorBody {
  // Gemini packs its errors into a list of one.
  if (Array.isArray(value)) return isRecord(value[0]) && value[0].error ? readErrorBody(value[0]) : { shape: 'none' };
  if (!isRecord(value)) return { shape: 'none' };
  if (value.error !== undefined && value.error !== null && value.error !== false) return errorShape(value.error);
  if (typeof value.detail === 'string') return { shape: 'detail', text: value.detail };
  if (Array.isArray(value.detail)) {
    const isAboutField = value.detail.some((entry) => isRecord(entry) && namesField(entry.loc));
    return { shape: 'invalid-request', text: asJson(value.detail), isAboutField };
  }
  return { shape: 'none' };
}

/** `["body", "num_ctx"]`, and neither `["body"]` nor a place in unreadable JSON (`["body", 1]`). */
function namesField(loc: unknown): boolean {
  return Array.isArray(loc) && loc.slice(1).some((part) => typeof part === 'string');
}

function errorShape(error: unknown): ErrorBody {
  if (typeof error === 'string') return { shape: 'error', text: error };
  if (!isRecord(error)) return { shape: 'error', text: asJson(error) };
  const said = [error.message, error.detail].find((part) => typeof part === 'string' && part !== '');
  const kind = [error.type, error.code, error.status]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ');
  // OpenRouter says "Provider returned error" and puts what that was beside it.
  const inner = isRecord(error.metadata) && typeof error.metadata.raw === 'string' ? ` ${error.metadata.raw}` : '';
  const text = (typeof said === 'string' ? said : asJson(error)) + inner;
  return { shape: 'error', text, ...(kind && { kind }) };
}

/** Parts of an error's object that are quoted, and levels of it: what somebody needs to understand it, and not megabytes. */
const MOST_PARTS = 20;
const MOST_LEVELS = 4;

function asJson(value: unknown, level = 1): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, MAX_RAW_CHARS));
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value));
  if (level > MOST_LEVELS) return '"…"';
  if (Array.isArray(value)) {
    return `[${value
      .slice(0, MOST_PARTS)
      .map((part) => asJson(part, level + 1))
      .join(',')}]`;
  }
  const parts: string[] = [];
  for (const name in value) {
    if (parts.length === MOST_PARTS) break;
    parts.push(
      `${JSON.stringify(name.slice(0, MAX_RAW_CHARS))}:${asJson(value[name as keyof typeof value], level + 1)}`,
    );
  }
  return `{${parts.join(',')}}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
