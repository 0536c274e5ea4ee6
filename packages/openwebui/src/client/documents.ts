/**
 * Documents of visitors in Open WebUI: handed over, read there, asked about in one question, deleted. All of them belong to
 * the account behind the key; nobody but Guichet knows their ids.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ErrorCode } from '@guichet/contract/error-catalogue';
import { isRecord, readErrorBody } from './error-body.ts';
import { multipartUpload, type UploadedFile } from './multipart-upload.ts';
import type { UpstreamResult } from './open-webui-client.ts';
import { type Reply, type ReplyMeans, requestReply } from './request-reply.ts';
import type { UpstreamAddress } from './upstream-address.ts';
import type { UpstreamFailure } from './upstream-failure.ts';
import { MAX_RAW_CHARS } from './upstream-limits.ts';

/** Some megabytes over a slow way, and Open WebUI stores them before it answers. Beyond: `timeout`. */
const UPLOAD_MS = 120_000;
/** Reading a long document takes a minute on a small machine. Beyond: `assistant-timeout`. */
const READ_MS = 180_000;
const LOOK_EVERY_MS = 400;

const PATH = '/api/v1/files/';

export async function uploadDocument(
  means: ReplyMeans,
  address: UpstreamAddress,
  document: UploadedFile,
): Promise<UpstreamResult<{ id: string }>> {
  const outcome = await requestReply(means, address, PATH, {
    method: 'POST',
    stream: multipartUpload(document),
    once: true,
    firstByteMs: UPLOAD_MS,
    totalMs: UPLOAD_MS,
  });
  if ('failure' in outcome) return { ok: false, failure: outcome.failure };
  const { json, status } = outcome.reply;
  const id = status === 200 && isRecord(json) && typeof json.id === 'string' ? json.id : undefined;
  return id === undefined ? { ok: false, failure: refusalOf(outcome.reply) } : { ok: true, value: { id } };
}

export async function readDocument(
  means: ReplyMeans,
  address: UpstreamAddress,
  id: string,
  signal: AbortSignal,
): Promise<UpstreamResult<'read'>> {
  for (let waitedMs = 0; waitedMs < READ_MS && !signal.aborted; waitedMs += LOOK_EVERY_MS) {
    const outcome = await requestReply(means, address, `${PATH}${encodeURIComponent(id)}/process/status`);
    if ('failure' in outcome) return { ok: false, failure: outcome.failure };
    const { json, status } = outcome.reply;
    if (status !== 200 || !isRecord(json)) return { ok: false, failure: refusalOf(outcome.reply) };
    if (json.status === 'completed') return { ok: true, value: 'read' };
    if (json.status === 'failed') return { ok: false, failure: await whyUnreadable(means, address, id) };
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return { ok: false, failure: { ...UNKNOWN, code: 'assistant-timeout', cause: 'timeout' } };
}

export async function deleteDocument(
  means: ReplyMeans,
  address: UpstreamAddress,
  id: string,
): Promise<UpstreamResult<'deleted'>> {
  const outcome = await requestReply(means, address, `${PATH}${encodeURIComponent(id)}`, { method: 'DELETE' });
  if ('failure' in outcome) return { ok: false, failure: outcome.failure };
  const { reply } = outcome;
  // Open WebUI says so itself, in JSON: a page in front of it that finds nothing here is another matter.
  const isGone = reply.status === 404 && isRecord(reply.json);
  return reply.status === 200 || isGone ? { ok: true, value: 'deleted' } : { ok: false, failure: refusalOf(reply) };
}

const UNKNOWN = { cause: 'unknown', confidence: 'probable', phase: 'response' } as const;

/** The operating system’s words, which Open WebUI hands on, in the languages that servers are set to. */
const STORAGE_FULL = /no space left|not enough space|disk (?:is )?full|quota exceeded|plus d.espace|auf dem gerät/i;

/** What it says of the key or of itself is as everywhere; the rest is about this document. */
function refusalOf(reply: Reply): UpstreamFailure {
  const failure = reply.failure();
  const detail = readErrorBody(reply.json);
  const isAboutFile = failure.front === undefined && detail?.shape === 'detail' && reply.status !== 401;
  if (reply.status === 507 || STORAGE_FULL.test(reply.text)) return about(failure, 'file-storage-full');
  if (reply.status === 413) return about(failure, 'file-too-large');
  if (reply.status === 403 || !isAboutFile) return failure;
  return about(failure, 'file-refused');
}

function about(failure: UpstreamFailure, code: ErrorCode): UpstreamFailure {
  return { ...failure, ...UNKNOWN, code };
}

/** Its own words go to the log; a visitor could do nothing with them. */
async function whyUnreadable(means: ReplyMeans, address: UpstreamAddress, id: string): Promise<UpstreamFailure> {
  const outcome = await requestReply(means, address, `${PATH}${encodeURIComponent(id)}`);
  const row = 'reply' in outcome ? outcome.reply.json : undefined;
  const data = isRecord(row) && isRecord(row.data) ? row.data : {};
  const raw = typeof data.error === 'string' ? data.error.slice(0, MAX_RAW_CHARS) : '';
  const code = STORAGE_FULL.test(raw) ? 'file-storage-full' : 'file-unreadable';
  return { ...UNKNOWN, code, ...(raw !== '' && { raw }) };
}
