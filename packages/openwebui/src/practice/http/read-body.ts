import { Refusal } from '../refusal.ts';

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body as an object, or FastAPI's 422. */
export function objectBody(body: unknown): JsonObject {
  if (isObject(body)) return body;
  if (body === undefined)
    throw new Refusal(422, [{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }]);
  throw new Refusal(422, [
    { type: 'dict_type', loc: ['body'], msg: 'Input should be a valid dictionary', input: body },
  ]);
}

/** A field that must be a string, or FastAPI's 422 for it. */
export function requiredText(body: JsonObject, field: string): string {
  const value = body[field];
  if (typeof value === 'string') return value;
  throw new Refusal(422, [
    value === undefined
      ? { type: 'missing', loc: ['body', field], msg: 'Field required', input: body }
      : { type: 'string_type', loc: ['body', field], msg: 'Input should be a valid string', input: value },
  ]);
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function objects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
