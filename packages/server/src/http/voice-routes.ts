/**
 * `POST /v1/transcriptions`: what a visitor says, as text; `GET /v1/messages/{id}/speech`: an answer, read aloud. Nothing of
 * either is kept here.
 */
import { MAX_RECORDING_BYTES } from '@guichet/contract/limits';
import { TranscriptionSchema } from '@guichet/contract/visitor-api';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { piecesOf } from '../files/pieces-of.ts';
import { readOn } from '../files/receive-file.ts';
import { budgetDay, secondsUntilTomorrow, type VisitorLimits, voiceLimitsOfDay } from '../limits/visitor-limits.ts';
import type { Storage } from '../storage/storage.ts';
import type { VoiceDesk } from '../voice/voice-desk.ts';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';
import { jsonAnswer, problems, VISITOR_TOKEN } from './route-docs.ts';
import { describedBase, describedParams, type VisitorBase } from './visitor-paths.ts';

export interface VoiceRouteParts {
  voice: VoiceDesk;
  storage: Pick<Storage, 'spend'>;
  limits: Pick<VisitorLimits, 'voice' | 'settings'>;
  now: () => number;
}

const FAILURES = {
  401: 'Token missing, invalid or expired',
  429: 'Too much speech of this visitor or network',
  502: 'Not offered by this site or by Open WebUI, or failed there',
  503: 'Too many at once',
};

export function voiceRoutes(app: OpenAPIHono<AppEnvironment>, parts: VoiceRouteParts, base: VisitorBase): void {
  const { voice, storage, limits, now } = parts;

  /** @throws ProblemError once a visitor or a network has had enough */
  async function spend(context: Context<AppEnvironment>): Promise<void> {
    const { visitorId } = context.get('visitor');
    const verdict = await limits.voice(visitorId);
    if (!verdict.ok) throw new ProblemError('voice-limit-reached', { retryAfter: verdict.retryAfter });
    const at = now();
    const ofDay = voiceLimitsOfDay(visitorId, context.get('client').networks, limits.settings);
    if (await storage.spend({ day: budgetDay(at), limits: ofDay })) return;
    throw new ProblemError('voice-limit-reached', { retryAfter: secondsUntilTomorrow(at) });
  }

  app.openAPIRegistry.registerPath({
    method: 'post',
    path: `${describedBase(base)}/transcriptions`,
    summary: 'Turn a recording into text',
    description:
      'Where `voice.transcription` of the site says so. The body is the sound itself, as a browser records it: WebM, MP4, Ogg or WAV. `Accept-Language` is the language that is spoken.',
    security: VISITOR_TOKEN,
    request: {
      params: describedParams(base),
      body: { required: true, content: { 'audio/*': { schema: z.any().meta({ type: 'string', format: 'binary' }) } } },
    },
    responses: {
      200: jsonAnswer('What was said; empty where nothing was.', TranscriptionSchema),
      ...problems({ 400: 'Empty, or no sound that browsers record', 413: 'Too large', ...FAILURES }),
    },
  });
  app.post(`${base}/transcriptions`, async (context) => {
    await voice.expect(context.get('site'), 'transcription');
    await spend(context);
    const bytes = await readRecording(context.req.raw);
    const text = await voice.transcribe(bytes, context.get('visitorLocale'));
    return context.json({ text }, 200, { 'Cache-Control': 'no-store' });
  });

  app.openAPIRegistry.registerPath({
    method: 'get',
    path: `${describedBase(base)}/messages/{id}/speech`,
    summary: 'Hear an answer',
    description:
      'Where `voice.speech` of the site says so. An answer is read in pieces of some sentences: `piece` counts from 0.',
    security: VISITOR_TOKEN,
    request: {
      params: describedParams(base, 'id'),
      query: z.object({ piece: z.string().optional() }),
    },
    responses: {
      200: { description: 'Sound.', content: { 'audio/*': { schema: { type: 'string', format: 'binary' } } } },
      204: { description: 'There is no such piece: all was read.' },
      ...problems({ 400: 'Not a number', 404: 'Unknown, or not this visitor’s answer', ...FAILURES }),
    },
  });
  app.get(`${base}/messages/:id/speech`, async (context) => {
    const piece = context.req.query('piece') ?? '0';
    if (!/^\d{1,3}$/.test(piece)) throw new ProblemError('bad-request');
    await voice.expect(context.get('site'), 'speech');
    const spoken = await voice.readAloud(
      context.req.param('id'),
      context.get('visitor').visitorId,
      Number(piece),
      // Only what is asked of an engine counts.
      () => spend(context),
    );
    if (!spoken) return context.body(null, 204);
    return context.body(Uint8Array.from(spoken.bytes), 200, {
      'Content-Type': soundType(spoken.contentType),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
    });
  });
}

/** Whatever Open WebUI calls it, no browser may take it for a page of this server. */
function soundType(contentType: string): string {
  return /^audio\/[\w.+-]{1,60}/.exec(contentType)?.[0] ?? 'application/octet-stream';
}

/** @throws ProblemError for none, or one that is too large */
async function readRecording({ body, headers }: Request): Promise<Uint8Array> {
  if (!body) throw new ProblemError('recording-unusable');
  const arriving = piecesOf(body);
  const pieces: Uint8Array[] = [];
  let size = Number(headers.get('content-length') ?? 0) > MAX_RECORDING_BYTES ? Number.POSITIVE_INFINITY : 0;
  try {
    if (size === 0) {
      for await (const piece of arriving) {
        size += piece.byteLength;
        if (size > MAX_RECORDING_BYTES) break;
        pieces.push(piece);
      }
    }
  } catch (cause) {
    // Whoever goes away in the middle of a request is no fault of ours.
    throw new ProblemError('bad-request', { cause });
  }
  if (size > MAX_RECORDING_BYTES) {
    await readOn(arriving, 2 * MAX_RECORDING_BYTES);
    throw new ProblemError('recording-too-large');
  }
  if (size === 0) throw new ProblemError('recording-unusable');
  return Buffer.concat(pieces);
}
