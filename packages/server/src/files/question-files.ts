/**
 * A question’s files on their way to the model. Pictures go along in the question. Documents are handed to Open WebUI, asked
 * about once and deleted there, however the answer ends; what is still to be deleted is on record, and tried again.
 */
import { randomUUID } from 'node:crypto';
import { FILE_TYPES, type FileKind } from '@guichet/contract/file-types';
import type { VisitorFile } from '@guichet/contract/visitor-api';
import type { ChatPicture, OpenWebUiClient, UpstreamFailure } from '@guichet/openwebui/client';
import { whenStorageIsBack } from '../answer/when-storage-is-back.ts';
import type { Logger } from '../observe/logger.ts';
import type { Storage } from '../storage/storage.ts';

export interface QuestionFilesParts {
  storage: Pick<
    Storage,
    | 'readQuestionFiles'
    | 'readFilePieces'
    | 'dropUnaskedFiles'
    | 'noteUpstreamDocument'
    | 'forgetUpstreamDocument'
    | 'leftUpstreamDocuments'
  >;
  client: Pick<OpenWebUiClient, 'uploadDocument' | 'findDocuments' | 'readDocument' | 'deleteDocument'>;
  logger: Pick<Logger, 'error' | 'info'>;
  now: () => number;
}

/** The run that answers, as far as its files are concerned. */
export interface AskingRun {
  id: string;
  questionId: string;
  /** Aborted when nobody wants the answer any more. */
  signal: AbortSignal;
  /** Documents are being read, which takes a while; and when they are. */
  onReading: (done: boolean) => void;
}

export type PreparedFiles =
  | { ok: true; pictures: ChatPicture[]; documentIds: string[] }
  | { ok: false; failure: UpstreamFailure };

/** Between two looks for what is left to do. A document that could not be deleted is tried again after it. */
const SWEEP_EVERY_MS = 60_000;

/** Nobody takes longer to write a question. What was attached and never asked about is deleted then. */
export const UNASKED_KEPT_MS = 60 * 60_000;

/** What a document is noted by until its id is known. */
const MARK = 'mark:';

export class QuestionFiles {
  readonly #parts: QuestionFilesParts;
  #sweeping: NodeJS.Timeout | undefined;

  constructor(parts: QuestionFilesParts) {
    this.#parts = parts;
  }

  /** @param kinds what the model takes. The documents have to be deleted with `release` */
  async prepare(run: AskingRun, kinds: readonly FileKind[]): Promise<PreparedFiles> {
    const { storage } = this.#parts;
    const files = await whenStorageIsBack(
      () => storage.readQuestionFiles(run.questionId),
      () => !run.signal.aborted,
    );
    const kindOf = (file: VisitorFile) => FILE_TYPES.find(({ contentType }) => contentType === file.contentType)?.kind;
    // What the owner switched off since the file came, or a model that takes less than the one before.
    if (files.some((file) => !kinds.some((kind) => kind === kindOf(file)))) return notTaken();
    const pictures: ChatPicture[] = [];
    for (const file of files.filter((one) => kindOf(one) === 'pictures'))
      pictures.push({ contentType: file.contentType, base64: await this.#base64(file.id) });
    const documents = files.filter((one) => kindOf(one) === 'documents');
    if (documents.length === 0) return { ok: true, pictures, documentIds: [] };
    run.onReading(false);
    const handed = await Promise.all(documents.map((document) => this.#handOver(document, run)));
    run.onReading(true);
    const failed = handed.find((one) => !one.ok);
    const documentIds = handed.flatMap((one) => (one.id === undefined ? [] : [one.id]));
    if (!failed || failed.ok) return { ok: true, pictures, documentIds };
    void this.release(documentIds);
    return { ok: false, failure: failed.failure };
  }

  /** Deletes documents in Open WebUI. What cannot be deleted now is tried again later. */
  async release(documentIds: readonly string[]): Promise<void> {
    const { client, storage, logger } = this.#parts;
    for (const id of documentIds) {
      try {
        const isGone = id.startsWith(MARK) ? await this.#deleteMarked(id) : (await client.deleteDocument(id)).ok;
        if (isGone) await storage.forgetUpstreamDocument(id);
      } catch (error) {
        logger.error({ err: error }, 'Guichet could not note that a document was deleted in Open WebUI.');
      }
    }
  }

  start(): void {
    void this.sweep();
    this.#sweeping = setInterval(() => void this.sweep(), SWEEP_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#sweeping);
  }

  /** What answers left behind whose process died, and what nobody asked about. */
  async sweep(): Promise<void> {
    const { storage, logger, now } = this.#parts;
    try {
      await storage.dropUnaskedFiles(now() - UNASKED_KEPT_MS);
      await this.release(await storage.leftUpstreamDocuments());
    } catch (error) {
      logger.error({ err: error }, 'Guichet could not delete visitors’ files that nobody needs.');
    }
  }

  async #handOver(
    { id: fileId, name, contentType, size }: VisitorFile,
    run: AskingRun,
  ): Promise<{ ok: true; id: string } | { ok: false; id?: string; failure: UpstreamFailure }> {
    const { client, storage, now } = this.#parts;
    const pieces = bytesOf(storage.readFilePieces(fileId));
    // On record before it is on its way: this process may end, or the answer be lost, while Open WebUI has it already.
    const mark = `${MARK}${randomUUID()}`;
    await storage.noteUpstreamDocument({ id: mark, runId: run.id, createdAt: now() });
    const uploaded = await client.uploadDocument({ name, contentType, size, pieces, mark });
    if (!uploaded.ok) {
      if (!mayHaveCome(uploaded.failure)) await storage.forgetUpstreamDocument(mark);
      return uploaded;
    }
    const { id } = uploaded.value;
    await storage.noteUpstreamDocument({ id, runId: run.id, createdAt: now() });
    await storage.forgetUpstreamDocument(mark);
    const read = await client.readDocument(id, run.signal);
    return read.ok ? { ok: true, id } : { ok: false, id, failure: read.failure };
  }

  /** @returns false where it has to be tried again */
  async #deleteMarked(mark: string): Promise<boolean> {
    const { client } = this.#parts;
    const found = await client.findDocuments(mark);
    // Who refuses to tell its documents will do so the next time as well.
    if (!found.ok) return found.failure.status !== undefined;
    const deleted = await Promise.all(found.value.map((id) => client.deleteDocument(id)));
    return deleted.every(({ ok }) => ok);
  }

  async #base64(fileId: string): Promise<string> {
    let whole = '';
    for await (const piece of this.#parts.storage.readFilePieces(fileId)) whole += piece;
    return whole;
  }
}

/** Nobody said what became of it. */
function mayHaveCome({ phase, status }: UpstreamFailure): boolean {
  return phase !== 'connect' && status === undefined;
}

async function* bytesOf(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece, 'base64');
}

function notTaken(): PreparedFiles {
  const failure = { code: 'file-kind-unsupported', cause: 'unknown', confidence: 'certain', phase: 'connect' } as const;
  return { ok: false, failure };
}
