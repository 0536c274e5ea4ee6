/** Files that visitors attach to questions, and what of them is in Open WebUI. */
import type { VisitorFile } from '@guichet/contract/visitor-api';
import type { DailySpending } from './storage.ts';

/** Of a file, as it is stored: small enough for a row, and a multiple of three, so that pieces of base64 can be joined. */
export const PIECE_BYTES = 192 * 1024;

export interface VisitorFiles {
  /** Counts it and makes a place for it; without its end it is nobody’s to use. */
  beginVisitorFile(
    file: { id: string; visitorId: string; createdAt: number },
    spending: DailySpending,
  ): Promise<'begun' | 'visitor-unknown' | 'limit-reached'>;
  /** @param place from 0, without gaps. All pieces but the last have `PIECE_BYTES` */
  addFilePiece(fileId: string, place: number, bytes: Uint8Array): Promise<void>;
  /** All of it is there: it can be asked about. @returns false when it was erased meanwhile */
  completeVisitorFile(id: string, file: Pick<VisitorFile, 'name' | 'contentType' | 'size'>): Promise<boolean>;
  /** One that was not asked about yet. @returns false where the visitor has no such file */
  dropVisitorFile(id: string, visitorId: string): Promise<boolean>;
  /** Those that were begun before and never asked about. @returns how many */
  dropUnaskedFiles(before: number): Promise<number>;
  readVisitorFile(id: string, visitorId: string): Promise<VisitorFile | undefined>;
  /** Of a question, in the order in which they were attached. */
  readQuestionFiles(messageId: string): Promise<VisitorFile[]>;
  /** One piece in base64, joined to the next without anything between. */
  readFilePieces(fileId: string): AsyncIterable<string>;

  /** A document is in Open WebUI for a run, and has to be deleted there. */
  noteUpstreamDocument(document: { id: string; runId: string; createdAt: number }): Promise<void>;
  forgetUpstreamDocument(id: string): Promise<void>;
  /** Those whose run is over, or gone. */
  leftUpstreamDocuments(): Promise<string[]>;
}
