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

/** What a document is found by whose id nobody heard. Open WebUI keeps it beside the file and shows it to nobody else. */
export interface MarkedDocument extends UploadedFile {
  mark: string;
}

const MARK = 'guichet';

/** The newest come first, 50 on a page, and a lost one is looked for within minutes. */
const MOST_PAGES = 20;

export async function uploadDocument(
  means: ReplyMeans,
  address: UpstreamAddress,
  document: MarkedDocument,
): Promise<UpstreamResult<{ id: string }>> {
  const outcome = await requestReply(means, address, PATH, {
    method: 'POST',
    stream: multipartUpload(document, { metadata: JSON.stringify({ [MARK]: document.mark }) }),
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

/** @returns the ids of the documents that were handed over with this mark */
export async function findDocuments(
  means: ReplyMeans,
  address: UpstreamAddress,
  mark: string,
): Promise<UpstreamResult<string[]>> {
  const found: string[] = [];
  let seen = 0;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const outcome = await requestReply(means, address, `${PATH}?content=false&page=${page}`);
    if ('failure' in outcome) return { ok: false, failure: outcome.failure };
    const { json, status } = outcome.reply;
    // Before 0.8.11 all of them are one list, without pages.
    const rows = isRecord(json) ? json.items : json;
    if (status !== 200 || !Array.isArray(rows)) return { ok: false, failure: refusalOf(outcome.reply) };
    found.push(...rows.filter((row) => markOf(row) === mark).map(({ id }) => String(id)));
    seen += rows.length;
    const total = isRecord(json) && typeof json.total === 'number' ? json.total : seen;
    if (rows.length === 0 || seen >= total) break;
  }
  return { ok: true, value: found };
}

function markOf(row: unknown): unknown {
  const meta = isRecord(row) && isRecord(row.meta) ? row.meta : {};
  return isRecord(meta.data) ? meta.data[MARK] : undefined;
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
