/** A visitor’s file on its way into the storage, piece by piece: counted, looked at, refused at the first byte too many. */
import type { ErrorCode } from '@guichet/contract/error-catalogue';
import type { FileKind } from '@guichet/contract/file-types';
import type { VisitorFile } from '@guichet/contract/visitor-api';
import type { DailySpending, Storage } from '../storage/storage.ts';
import { PIECE_BYTES } from '../storage/visitor-files.ts';
import { cleanFileName } from './clean-file-name.ts';
import { FileTypeDetector } from './file-type-detector.ts';
import { BodyCut, type FilePart, readFilePart } from './multipart-file.ts';

export interface ArrivingFile {
  id: string;
  visitorId: string;
  createdAt: number;
  body: AsyncIterable<Uint8Array>;
  contentType: string;
  kinds: readonly FileKind[];
  maxBytes: number;
  spending: DailySpending;
}

export type ReceivedFile = { ok: true; file: VisitorFile } | { ok: false; code: ErrorCode };

type FileStorage = Pick<Storage, 'beginVisitorFile' | 'addFilePiece' | 'completeVisitorFile' | 'dropVisitorFile'>;

/** Thrown between the pieces, and caught here. */
class Refused extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/** @throws what the storage throws; what had come of the file is gone then, and after every refusal */
export async function receiveFile(storage: FileStorage, arriving: ArrivingFile): Promise<ReceivedFile> {
  const part = await readFilePart(arriving.body, arriving.contentType);
  if (!part) return { ok: false, code: 'file-missing' };
  const { id, visitorId, createdAt, spending } = arriving;
  const begun = await storage.beginVisitorFile({ id, visitorId, createdAt }, spending);
  if (begun === 'limit-reached') return { ok: false, code: 'file-limit-reached' };
  if (begun === 'visitor-unknown') return { ok: false, code: 'token-invalid' };
  try {
    const file = await keep(storage, part, arriving);
    if (!(await storage.completeVisitorFile(id, file))) throw new Refused('token-invalid');
    return { ok: true, file: { id, ...file, status: 'ready' } };
  } catch (error) {
    await storage.dropVisitorFile(id, visitorId);
    if (error instanceof Refused) {
      await readOn(arriving.body, arriving.maxBytes);
      return { ok: false, code: error.code };
    }
    if (error instanceof BodyCut) return { ok: false, code: 'bad-request' };
    throw error;
  }
}

async function keep(
  storage: FileStorage,
  part: FilePart,
  { id, kinds, maxBytes }: ArrivingFile,
): Promise<Pick<VisitorFile, 'name' | 'contentType' | 'size'>> {
  const detector = new FileTypeDetector();
  let size = 0;
  let place = 0;
  for await (const piece of inPieces(part.pieces)) {
    size += piece.length;
    if (size > maxBytes) throw new Refused('file-too-large');
    if (!detector.add(piece)) throw new Refused('file-kind-unsupported');
    await storage.addFilePiece(id, place++, piece);
  }
  if (size === 0) throw new Refused('file-empty');
  const type = detector.type();
  if (!type || !kinds.includes(type.kind)) throw new Refused('file-kind-unsupported');
  return { name: cleanFileName(part.name, type), contentType: type.contentType, size };
}

/** As large as they are stored, however the network cut them. */
async function* inPieces(arriving: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const bytes of arriving) {
    held.push(bytes);
    size += bytes.length;
    if (size < PIECE_BYTES) continue;
    let rest = Buffer.concat(held);
    for (; rest.length >= PIECE_BYTES; rest = rest.subarray(PIECE_BYTES)) yield rest.subarray(0, PIECE_BYTES);
    held = [rest];
    size = rest.length;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** A browser that is still sending hears an answer only once it has sent all: so much more is taken in, and left. */
export async function readOn(body: AsyncIterable<Uint8Array>, bytes: number): Promise<void> {
  let left = bytes;
  try {
    for await (const piece of body) {
      left -= piece.length;
      if (left < 0) return;
    }
  } catch {
    // Whoever went away hears nothing anyway.
  }
}
