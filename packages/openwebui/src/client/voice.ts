/**
 * Speech in Open WebUI: what it hears as text, what it reads aloud, and whether it does either for this account. An API key
 * is not told by `/api/config`, so two requests that cost nothing find out: no engine ever sees them. Sources:
 * `routers/audio` of 0.7.2 and 0.12.4. Open WebUI keeps what it is sent and what it makes in its cache folder.
 */
import { isRecord, readErrorBody } from './error-body.ts';
import { multipartUpload } from './multipart-upload.ts';
import type { UpstreamResult } from './open-webui-client.ts';
import { type Reply, type ReplyMeans, requestReply } from './request-reply.ts';
import type { UpstreamAddress } from './upstream-address.ts';

/** What the account behind the key may have done. */
export interface VoiceOffer {
  /** Speech becomes text. An engine is always set; whether it works shows the first recording. */
  transcription: boolean;
  /** Text is read aloud. */
  speech: boolean;
}

export interface Recording {
  contentType: string;
  /** As Open WebUI allows it: `webm`. */
  ending: string;
  bytes: Uint8Array;
  /** Of what is said: `fr`. */
  language?: string | undefined;
}

export interface SpokenText {
  contentType: string;
  bytes: Buffer;
}

/** A small machine without a graphics card hears two minutes in about one. Beyond: `timeout`. */
const TRANSCRIPTION_MS = 90_000;
/** Some paragraphs. Beyond: `timeout`. */
const SPEECH_MS = 60_000;

const TRANSCRIPTIONS = '/api/v1/audio/transcriptions';
const SPEECH = '/api/v1/audio/speech';

export async function askVoiceOffer(means: ReplyMeans, address: UpstreamAddress): Promise<UpstreamResult<VoiceOffer>> {
  const [heard, said] = await Promise.all([
    // No sound, by its own word: after the permission, and before any engine.
    requestReply(means, address, TRANSCRIPTIONS, {
      method: 'POST',
      stream: uploadOf('question.txt', 'text/plain', Buffer.from('?')),
      once: true,
    }),
    // No JSON: after engine and permission, and before anything is said.
    requestReply(means, address, SPEECH, { method: 'POST', body: '?' }),
  ]);
  if ('failure' in heard) return { ok: false, failure: heard.failure };
  if ('failure' in said) return { ok: false, failure: said.failure };
  const lost = [heard.reply, said.reply].find(({ status }) => status === 401 || status >= 500);
  // 503: the slim image without an engine. It is an answer.
  if (lost && lost.status !== 503) return { ok: false, failure: lost.failure() };
  return { ok: true, value: { transcription: isBadRequest(heard.reply), speech: isBadRequest(said.reply) } };
}

export async function transcribe(
  means: ReplyMeans,
  address: UpstreamAddress,
  { contentType, ending, bytes, language }: Recording,
): Promise<UpstreamResult<string>> {
  const outcome = await requestReply(means, address, TRANSCRIPTIONS, {
    method: 'POST',
    stream: uploadOf(`recording.${ending}`, contentType, bytes, language === undefined ? {} : { language }),
    once: true,
    firstByteMs: TRANSCRIPTION_MS,
    totalMs: TRANSCRIPTION_MS,
  });
  if ('failure' in outcome) return { ok: false, failure: outcome.failure };
  const { json, status } = outcome.reply;
  if (status !== 200 || !isRecord(json) || typeof json.text !== 'string')
    return { ok: false, failure: outcome.reply.failure() };
  return { ok: true, value: json.text.replaceAll('\0', '').toWellFormed().trim() };
}

export async function readAloud(
  means: ReplyMeans,
  address: UpstreamAddress,
  text: string,
): Promise<UpstreamResult<SpokenText>> {
  const outcome = await requestReply(means, address, SPEECH, {
    method: 'POST',
    accept: 'audio/*',
    // Without a voice, the one that the administrator chose.
    body: JSON.stringify({ input: text }),
    once: true,
    firstByteMs: SPEECH_MS,
    totalMs: SPEECH_MS,
  });
  if ('failure' in outcome) return { ok: false, failure: outcome.failure };
  const { status, contentType } = outcome.reply;
  const bytes = outcome.reply.bytes();
  if (status !== 200 || !contentType.startsWith('audio/') || bytes.length === 0)
    return { ok: false, failure: outcome.reply.failure() };
  return { ok: true, value: { contentType, bytes } };
}

function isBadRequest({ status, json }: Reply): boolean {
  return status === 400 && readErrorBody(json).shape === 'detail';
}

function uploadOf(name: string, contentType: string, bytes: Uint8Array, fields?: Record<string, string>) {
  async function* pieces() {
    yield bytes;
  }
  return multipartUpload({ name, contentType, size: bytes.length, pieces: pieces() }, fields);
}
