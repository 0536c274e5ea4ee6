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

const UTF8 = new TextDecoder('utf-8', { fatal: true });

async function readText(request: Request): Promise<string> {
  const bytes = await readBytes(request);
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw new ProblemError('bad-json', { cause });
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const length = request.headers.get('content-length');
  if (Number(length ?? 0) > MAX_BODY_BYTES) throw new ProblemError('body-too-large');
  try {
    // Node's parser hands on no more than what was announced. As a stream, a body costs as much as all else of its request.
    return length === null ? await readPieces(request) : new Uint8Array(await request.arrayBuffer());
  } catch (cause) {
    // Whoever goes away in the middle of a request is no fault of ours.
    throw cause instanceof ProblemError ? cause : new ProblemError('bad-request', { cause });
  }
}

/** Of a length that nobody announced. */
async function readPieces({ body }: Request): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.byteLength;
    if (size > MAX_BODY_BYTES) throw new ProblemError('body-too-large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
