/**
 * An error inside a reply of 200, in whatever shape the provider, its gateway or a pipe gives it. Open WebUI passes frames
 * on as they are, so all of these reach us in the middle of an answer.
 */
import { isRecord, readErrorBody } from './error-body.ts';
import { MAX_RAW_CHARS } from './upstream-limits.ts';

export interface StreamError {
  message: string;
  /** The provider's type and code, where there are any. */
  type?: string | undefined;
}

/** @returns undefined when this is no error */
export function readStreamError(value: unknown): StreamError | undefined {
  const found = find(value);
  if (!found) return undefined;
  const { message, type } = found;
  return { message: message.slice(0, MAX_RAW_CHARS), ...(type ? { type: type.slice(0, MAX_RAW_CHARS) } : {}) };
}

function find(value: unknown): StreamError | undefined {
  // Gemini answers with a list of one.
  if (Array.isArray(value)) return isRecord(value[0]) ? find(value[0]) : undefined;
  if (!isRecord(value) || isPiece(value)) return undefined;
  const body = readErrorBody(value);
  if (body.shape === 'error' && !isQuiet(value)) return { message: body.text, type: body.kind };
  return byOtherName(value) ?? inside(value) ?? bySign(value);
}

/** An ordinary piece of an answer, which nearly every frame is: nothing more of it is looked at. */
function isPiece({ choices, error, detail, errors }: Record<string, unknown>): boolean {
  if (!Array.isArray(choices) || error !== undefined || detail !== undefined || errors !== undefined) return false;
  const choice = choices[0];
  return isRecord(choice) && choice.error === undefined;
}

/** `errors` of Cloudflare, `error_msg` of Baidu, `base_resp` of MiniMax. */
function byOtherName(value: Record<string, unknown>): StreamError | undefined {
  const { errors, base_resp: base } = value;
  if (Array.isArray(errors) && errors.length > 0)
    return saidBy(isRecord(errors[0]) ? errors[0] : { message: errors[0] });
  if (isRecord(base) && typeof base.status_code === 'number' && base.status_code !== 0) {
    return { message: text(base.status_msg) ?? `status ${base.status_code}`, type: `${base.status_code}` };
  }
  const named = text(value.error_msg) ?? text(value.error_message) ?? text(value.errorMessage);
  return named === undefined ? undefined : { message: named, type: codeOf(value) };
}

/** OpenRouter puts it into the choice, the Responses API into the response, a pipe into an event of the interface. */
function inside(value: Record<string, unknown>): StreamError | undefined {
  const choice = Array.isArray(value.choices) ? value.choices[0] : undefined;
  if (isRecord(choice) && isError(choice.error)) return find({ error: choice.error });
  if (isRecord(value.response) && isError(value.response.error)) return find({ error: value.response.error });
  const { event } = value;
  if (!isRecord(event) || event.type !== 'chat:message:error') return undefined;
  const error = isRecord(event.data) ? event.data.error : undefined;
  return { message: (isRecord(error) ? text(error.content) : text(error)) ?? 'chat:message:error' };
}

/** No field is called error, but the frame says that it is one; `choices` beside it would be an answer's. */
function bySign(value: Record<string, unknown>): StreamError | undefined {
  if (Array.isArray(value.choices)) return undefined;
  const says =
    value.object === 'error' ||
    value.type === 'error' ||
    value.status === 'error' ||
    value.success === false ||
    (typeof value.statusCode === 'number' && value.statusCode >= 400) ||
    // DashScope: a word or an HTTP status as `code`, with its sentence.
    (text(value.message) !== undefined && isErrorCode(value.code));
  return says ? saidBy(value) : undefined;
}

/** Some gateways send an empty `error` with every piece of the answer. */
function isQuiet({ choices, error }: Record<string, unknown>): boolean {
  if (!Array.isArray(choices)) return false;
  return error === '' || error === 0 || (isRecord(error) && Object.keys(error).length === 0);
}

function isErrorCode(code: unknown): boolean {
  if (typeof code === 'number') return code >= 400;
  return typeof code === 'string' && !/^(|0|2\d\d|ok|success)$/i.test(code);
}

function saidBy(value: Record<string, unknown>): StreamError {
  const said = [value.message, value.detail, value.msg, value.data, value.title].map(text).find(Boolean);
  const type = [value.type === 'error' ? undefined : value.type, codeOf(value)].map(text).filter(Boolean).join(' ');
  return { message: said ?? 'an error without a word', type };
}

function codeOf(value: Record<string, unknown>): string {
  const codes = [value.code, value.error_code, value.statusCode, value.status === 'error' ? undefined : value.status];
  return codes.filter((code) => typeof code === 'string' || typeof code === 'number').join(' ');
}

function isError(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
