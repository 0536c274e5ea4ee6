/** Files that a run made: fetched, known by their bytes, and deleted upstream, so that nothing stays in the account. */
import { randomUUID } from 'node:crypto';
import type { AnswerFile } from '../chat-completion-types.ts';
import { isRecord } from '../error-body.ts';
import { startExchange } from '../exchange.ts';
import { type ReplyMeans, requestReply } from '../request-reply.ts';
import type { UpstreamAddress } from '../upstream-address.ts';
import type { FileReference } from './file-reference.ts';

export interface FileMeans extends ReplyMeans {
  fileBytes: number;
  files: number;
  /** The service account's key. */
  address: UpstreamAddress;
  /** The clock when the run began, in milliseconds. */
  startedAtMs: number;
}

export interface FileListener {
  onFile(file: AnswerFile): void;
  /** Not handed on, or not deleted: what and why, for the log. */
  onTrouble(what: 'file-dropped' | 'file-left', detail: string): void;
}

export interface AgentFiles {
  take(file: FileReference): void;
  /** Nothing is handed on any more; what is there is still deleted. */
  close(): void;
  isIdle(): boolean;
  /** All that was taken is handed on, or dropped. Never rejects. */
  handed(): Promise<void>;
  /** And deleted upstream as well. Never rejects. */
  settled(): Promise<void>;
}

/** How far a server's clock may be off before a file counts as older than the run, in milliseconds. */
const CLOCK_SKEW_MS = 5 * 60_000;

export function createAgentFiles(means: FileMeans, listener: FileListener): AgentFiles {
  const handing = new Set<Promise<void>>();
  const removing = new Set<Promise<void>>();
  let closed = false;
  let count = 0;

  function take(file: FileReference): void {
    const handed = handOver(file, ++count <= means.files);
    track(handing, handed);
    const { fileId } = file;
    if (fileId !== undefined)
      track(
        removing,
        handed.then(() => removeFile(fileId)),
      );
  }

  function track(set: Set<Promise<void>>, task: Promise<void>): void {
    set.add(task);
    void task.finally(() => set.delete(task));
  }

  async function handOver(file: FileReference, isWanted: boolean): Promise<void> {
    if (!isWanted) listener.onTrouble('file-dropped', `more than ${means.files} files`);
    if (!isWanted || closed) return;
    if (file.base64 !== undefined) handOn(file, decoded(file.base64));
    else if (file.fileId !== undefined) handOn(file, await fetchFile(means, file.fileId));
  }

  function decoded(base64: string): Uint8Array | string {
    return base64.length * 0.75 > means.fileBytes ? 'too large' : Buffer.from(base64, 'base64');
  }

  function handOn(file: FileReference, bytes: Uint8Array | string): void {
    if (typeof bytes === 'string') {
      listener.onTrouble('file-dropped', bytes);
      return;
    }
    const contentType = pictureTypeOf(bytes);
    if (!contentType) {
      listener.onTrouble('file-dropped', 'no PNG, JPEG, WebP or GIF by its bytes');
      return;
    }
    if (closed) return;
    const { name, description } = file;
    listener.onFile({
      id: randomUUID(),
      contentType,
      bytes,
      ...(name && { name }),
      ...(description && { description }),
    });
  }

  /** Only what this run made: an owner's tool may also show a file that was there before. */
  async function removeFile(fileId: string): Promise<void> {
    const path = `/api/v1/files/${fileId}`;
    const about = await requestReply(means, means.address, path);
    const createdAt = 'reply' in about && isRecord(about.reply.json) ? about.reply.json.created_at : undefined;
    if (typeof createdAt !== 'number' || createdAt * 1000 < means.startedAtMs - CLOCK_SKEW_MS) {
      listener.onTrouble(
        'file-left',
        typeof createdAt === 'number' ? 'older than the answer' : 'not to be asked about',
      );
      return;
    }
    const outcome = await requestReply(means, means.address, path, { method: 'DELETE' });
    if ('failure' in outcome) listener.onTrouble('file-left', outcome.failure.raw ?? outcome.failure.cause);
    else if (outcome.reply.status !== 200) listener.onTrouble('file-left', `status ${outcome.reply.status}`);
  }

  return {
    take,
    close() {
      closed = true;
    },
    isIdle: () => handing.size === 0,
    handed: () => emptied(handing),
    settled: () => emptied(removing),
  };
}

async function emptied(tasks: Set<Promise<void>>): Promise<void> {
  while (tasks.size > 0) await Promise.all(tasks);
}

/** @returns the bytes, or why there are none */
function fetchFile(means: FileMeans, fileId: string): Promise<Uint8Array | string> {
  const { promise, resolve } = Promise.withResolvers<Uint8Array | string>();
  const chunks: Buffer[] = [];
  let bytes = 0;
  const exchange = startExchange(
    means,
    means.address,
    {
      method: 'GET',
      path: `/api/v1/files/${fileId}/content`,
      accept: 'image/*',
      firstByteMs: means.timeouts.replyMs,
      totalMs: means.timeouts.replyMs,
    },
    {
      onHead(status) {
        if (status === 200) return;
        exchange.close();
        resolve(`status ${status}`);
      },
      onData(chunk) {
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes <= means.fileBytes) return;
        exchange.close();
        resolve('too large');
      },
      onEnd: () => resolve(Buffer.concat(chunks)),
      onError: (error) => resolve(error.message),
    },
  );
  return promise;
}

const PICTURE_BEGINNINGS: [contentType: string, matches: (bytes: Buffer) => boolean][] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['image/gif', (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))],
  ['image/webp', (bytes) => /^RIFF.{4}WEBP$/s.test(bytes.toString('latin1', 0, 12))],
];

/** By the first bytes: what anybody else says of a file is a claim. SVG is a program and not among them. */
export function pictureTypeOf(bytes: Uint8Array): string | undefined {
  const beginning = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16));
  return PICTURE_BEGINNINGS.find(([, matches]) => matches(beginning))?.[0];
}
