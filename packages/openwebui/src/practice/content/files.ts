import { createHash, randomUUID } from 'node:crypto';
import type { JsonObject } from '../http/read-body.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

export type FileStatus = 'pending' | 'processing' | 'completed' | 'failed';

export interface StoredFile {
  id: string;
  ownerId: string;
  name: string;
  contentType: string;
  content: Buffer;
  /** What whoever uploaded it said of it. */
  metadata: JsonObject;
  hash: string;
  createdAt: number;
  /** Real time: processing goes on however a test sets the server's clock. */
  uploadedAtMs: number;
}

/** How long a file is pending, and then processing, before it is done. */
const PENDING_MS = 60;
const PROCESSING_MS = 180;

export class Files {
  readonly #files = new Map<string, StoredFile>();
  /** Names of files whose processing fails, and in which words; set by tests. */
  readonly failing = new Map<string, string>();
  /** Names of files that are not taken at all, with the answer; set by tests. */
  readonly refusing = new Map<string, { status: number; detail: string }>();

  add(
    file: Pick<StoredFile, 'ownerId' | 'name' | 'contentType' | 'content' | 'createdAt'> &
      Partial<Pick<StoredFile, 'metadata'>>,
  ): StoredFile {
    const stored: StoredFile = {
      metadata: {},
      ...file,
      id: randomUUID(),
      hash: createHash('sha256').update(file.content).digest('hex'),
      uploadedAtMs: performance.now(),
    };
    this.#files.set(stored.id, stored);
    return stored;
  }

  byId(id: string): StoredFile | undefined {
    return this.#files.get(id);
  }

  all(): StoredFile[] {
    return [...this.#files.values()];
  }

  delete(id: string): boolean {
    return this.#files.delete(id);
  }

  statusOf(file: StoredFile, world: World): FileStatus {
    const ageMs = performance.now() - file.uploadedAtMs;
    if (ageMs < PENDING_MS) return 'pending';
    if (ageMs < PROCESSING_MS) return world.has('fileIsProcessing') ? 'processing' : 'pending';
    return this.failing.has(file.name) || isBlank(file) ? 'failed' : 'completed';
  }
}

/** There is nothing in it to be found. */
function isBlank({ content }: StoredFile): boolean {
  return content.toString('utf8').trim() === '';
}

function dataOf(file: StoredFile, status: FileStatus, world: World): JsonObject {
  if (status === 'completed') return { status, content: file.content.toString('utf8') };
  return status === 'failed'
    ? { status, error: world.files.failing.get(file.name) ?? refusalText.emptyContent }
    : { status };
}

/** The row a file route answers. */
export function fileRow(file: StoredFile, status: FileStatus, world: World): JsonObject {
  return {
    id: file.id,
    user_id: file.ownerId,
    hash: status === 'completed' ? file.hash : null,
    filename: file.name,
    data: dataOf(file, status, world),
    meta: {
      name: file.name,
      content_type: file.contentType,
      size: file.content.length,
      ...(world.has('fileHashInMeta') && { file_hash: file.hash }),
      data: file.metadata,
    },
    created_at: file.createdAt,
    updated_at: file.createdAt,
    status: true,
    path: `/app/backend/data/uploads/${file.id}_${file.name}`,
    ...(!world.has('accessGrants') && { access_control: null }),
  };
}
