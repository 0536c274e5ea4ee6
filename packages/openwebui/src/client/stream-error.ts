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
  return { message: message.slice(0, MAX_RAW_CHARS), ...(type && { type: type.slice(0, MAX_RAW_CHARS) }) };
}

function find(value: unknown): StreamError | undefined {
  // Gemini answers with a list of one.
  if (Array.isArray(value)) return isRecord(value[0]) ? find(value[0]) : undefined;
  if (!isRecord(value) || isPiece(value)) return undefined;
  const body = readErrorBody(value);
  if (body.shape === 'error' && !isQuiet(value.error, value.choices)) {
    // `"error": true` and `"error": 1` only say that there is one.
    return typeof value.error === 'object' || typeof value.error === 'string'
      ? { message: body.text, type: body.kind }
      : saidBy(value, body.text);
  }
  return byOtherName(value) ?? inside(value) ?? bySign(value);
}

/** An ordinary piece of an answer, which nearly every frame is: nothing more of it is looked at. */
function isPiece({ choices, error, detail, errors }: Record<string, unknown>): boolean {
  if (!Array.isArray(choices) || error !== undefined || detail !== undefined || errors !== undefined) return false;
  const choice = choices[0];
  return isRecord(choice) && choice.error === undefined && errorInDelta(choice) === undefined;
}

function errorInDelta({ delta, message }: Record<string, unknown>): unknown {
  return isRecord(delta) ? delta.error : isRecord(message) ? message.error : undefined;
}

/**
 * `errors` of Cloudflare, `error_msg` of Baidu, `base_resp` of MiniMax, `internalServerException` of Bedrock, `fault` of
 * Apigee, and `Error` in whatever spelling.
 */
function byOtherName(value: Record<string, unknown>): StreamError | undefined {
  const { base_resp: base } = value;
  if (isRecord(base) && typeof base.status_code === 'number' && base.status_code !== 0) {
    return { message: text(base.status_msg) ?? `status ${base.status_code}`, type: `${base.status_code}` };
  }
  // Beside an answer, only its own names are an error's.
  if (Array.isArray(value.choices)) return undefined;
  const words = Object.entries(value).find(([name, said]) => ERROR_WORDS.test(name) && text(said) !== undefined);
  if (words) return { message: String(words[1]), type: codeOf(value) };
  for (const [name, said] of Object.entries(value)) {
    if (!isErrorName(name) || holdsNothing(said, 1)) continue;
    if (typeof said === 'string') return { message: said, type: codeOf(value) };
    const first = Array.isArray(said) ? said[0] : said;
    if (isRecord(first)) {
      const { message, type } = saidBy(first, name);
      return { message, type: [name, type].filter(Boolean).join(' ') };
    }
    return text(first) ? { message: String(first), type: codeOf(value) } : saidBy(value);
  }
  return isRecord(value.detail) ? (find({ error: value.detail.error }) ?? saidBy(value.detail)) : undefined;
}

/** `error_msg`, `errorMessage`, `error_description`. */
const ERROR_WORDS = /^error[_-]?(msg|message|description|text)$/i;

/** Objects around an answer or an error: of the Responses API, of batches, of gateways. */
const AROUND = ['response', 'data', 'body', 'result'];

/** OpenRouter puts it into the choice, the Responses API into the response, a pipe into an event of the interface. */
function inside(value: Record<string, unknown>): StreamError | undefined {
  const choice = Array.isArray(value.choices) ? value.choices[0] : undefined;
  if (isRecord(choice)) {
    const error = [choice.error, errorInDelta(choice)].find((one) => isError(one) && !isQuiet(one, value.choices));
    if (error !== undefined) return find({ error });
  }
  for (const name of AROUND) {
    const around = value[name];
    if (isRecord(around) && !holdsNothing(around.error, 1)) return find({ error: around.error });
  }
  const { event } = value;
  if (!isRecord(event) || typeof event.type !== 'string') return undefined;
  const data = isRecord(event.data) ? event.data : {};
  const isOne = event.type === 'chat:message:error' || isErrorName(event.type);
  if (!isOne && holdsNothing(data.error, 1)) return undefined;
  const { error } = data;
  const said = isRecord(error) ? (text(error.content) ?? text(error.message)) : (text(error) ?? text(data.message));
  return { message: said ?? event.type };
}

/** No field is called error, but the frame says that it is one; `choices` beside it would be an answer's. */
function bySign(value: Record<string, unknown>): StreamError | undefined {
  if (Array.isArray(value.choices)) return undefined;
  const { object, type, event, status, statusCode, __type: awsType } = value;
  const says =
    [object, type, event, status, awsType].some((name) => typeof name === 'string' && isErrorName(name)) ||
    value.success === false ||
    value.ok === false ||
    [statusCode, status].some((code) => typeof code === 'number' && code >= 400) ||
    // DashScope: a word or an HTTP status as `code`, with its sentence.
    ((text(value.message) ?? text(value.msg)) !== undefined && isErrorCode(value.code));
  return says ? saidBy(value) : undefined;
}

/** "error", "Exception", "server_error", "response.failed", "ThrottlingException", "is_error". */
export function isErrorName(name: string): boolean {
  return /(^|[^a-z])(error|errors|err|exception|fatal|failed|failure|fault)$|[a-z](error|exception|failure)$/i.test(
    name,
  );
}

/** Some gateways send an empty `error` with every piece of the answer: `{}`, `[]`, `{"code": null, "message": ""}`. */
function isQuiet(error: unknown, choices: unknown): boolean {
  return Array.isArray(choices) && holdsNothing(error, 1);
}

const NO_WORDS = new Set(['', 'none', 'null', 'ok']);

/** Levels of an error that are looked at for a word. */
const DEEPEST_WORD = 4;

function holdsNothing(value: unknown, depth: number): boolean {
  if (value === undefined || value === null || value === false || value === 0) return true;
  if (typeof value === 'string') return NO_WORDS.has(value.trim().toLowerCase());
  if (typeof value !== 'object' || depth > DEEPEST_WORD) return false;
  return Object.values(value).every((part) => holdsNothing(part, depth + 1));
}

function isErrorCode(code: unknown): boolean {
  if (typeof code === 'number') return code !== 0 && (code < 200 || code >= 300);
  return typeof code === 'string' && !/^(|0|2\d\d|ok|success)$/i.test(code);
}

/** Where its words may stand. */
const SAID = ['message', 'detail', 'msg', 'data', 'title', 'reason', 'faultstring', 'content', 'description', 'error'];

function wordsOf(value: Record<string, unknown>): string | undefined {
  return SAID.map((name) => text(value[name])).find(Boolean);
}

function saidBy(value: Record<string, unknown>, otherwise?: string): StreamError {
  const said = wordsOf(value) ?? (isRecord(value.data) ? wordsOf(value.data) : undefined) ?? otherwise;
  const type = [value.type === 'error' ? undefined : value.type, codeOf(value)].map(text).filter(Boolean).join(' ');
  return { message: said ?? 'an error without a word', type };
}

function codeOf(value: Record<string, unknown>): string {
  const codes = [value.code, value.error_code, value.errorCode, value.statusCode, value.__type];
  if (typeof value.status !== 'string' || !isErrorName(value.status)) codes.push(value.status);
  return codes.filter((code) => typeof code === 'string' || typeof code === 'number').join(' ');
}

function isError(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
