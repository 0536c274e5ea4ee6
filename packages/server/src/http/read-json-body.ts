/** A request's JSON body, checked: size while it arrives, then content type, syntax and shape. */
import { MAX_BODY_BYTES } from '@guichet/contract/limits';
import type { Context } from 'hono';
import type { z } from 'zod';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';

/** @throws ProblemError with the reason in its code */
export async function readJsonBody<Schema extends z.ZodType>(
  context: Context<AppEnvironment>,
  schema: Schema,
  options: { emptyAllowed?: boolean } = {},
): Promise<z.output<Schema>> {
  const text = await readText(context.req.raw);
  if (text === '' && options.emptyAllowed) return check(schema, {});
  if (!/^application\/(?:[\w.-]+\+)?json(?:\s*;|\s*$)/i.test(context.req.header('content-type') ?? '')) {
    throw new ProblemError('content-type-unsupported');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ProblemError('bad-json', { cause });
  }
  return check(schema, value);
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ProblemError('bad-request', { cause: parsed.error });
  return parsed.data;
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw new ProblemError('body-too-large');
  if (!request.body) return '';
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of request.body) {
      size += piece.byteLength;
      if (size > MAX_BODY_BYTES) throw new ProblemError('body-too-large');
      pieces.push(piece);
    }
  } catch (cause) {
    // Whoever goes away in the middle of a request is no fault of ours.
    throw cause instanceof ProblemError ? cause : new ProblemError('bad-request', { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch (cause) {
    throw new ProblemError('bad-json', { cause });
  }
}
