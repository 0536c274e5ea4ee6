/** The one file of a `multipart/form-data` body, read as it arrives: never more of it in memory than the network brought. */

/** A part’s headers, and a part that is no file. Beyond: `undefined`, as if there were no file. */
const MOST_HEAD_BYTES = 8 * 1024;
const MOST_PARTS = 10;

const HEAD_END = Buffer.from('\r\n\r\n');

export interface FilePart {
  /** As the sender calls it. */
  name: string;
  pieces: AsyncIterable<Buffer>;
}

/** The body ended in the middle of a part. */
export class BodyCut extends Error {
  override name = 'BodyCut';
}

/** @returns undefined where there is no file in it. The pieces throw `BodyCut` when the sender goes away */
export async function readFilePart(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
): Promise<FilePart | undefined> {
  const [, quoted, bare] =
    /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]{1,100})"|([^\s;]{1,100}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const reader = new PieceReader(body);
  if ((await reader.all(delimiter)) === undefined) return undefined;
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    const head = (await reader.all(HEAD_END))?.toString('utf8');
    if (head === undefined || head.startsWith('--')) return undefined;
    const [, name] = /^content-disposition:.*[;\s]filename="([^"\r\n]*)"/im.exec(head) ?? [];
    if (name !== undefined) return { name: decoded(name), pieces: reader.until(delimiter) };
    if ((await reader.all(delimiter)) === undefined) return undefined;
  }
  return undefined;
}

/** Browsers write what would end the name as `%22`, `%0D` and `%0A`, and leave every other `%` alone. */
function decoded(name: string): string {
  return name.replace(/%22/g, '"').replace(/%0[da]/gi, ' ');
}

class PieceReader {
  readonly #source: AsyncIterator<Uint8Array>;
  /** The first delimiter may stand at the very beginning, without the line end before it. */
  #held = Buffer.from('\r\n');

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#source = body[Symbol.asyncIterator]();
  }

  /** What comes before the needle, which is taken away with it. */
  async *until(needle: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(needle);
      if (at !== -1) {
        const rest = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + needle.length);
        if (rest.length > 0) yield rest;
        return;
      }
      const safe = this.#held.length - needle.length + 1;
      if (safe > 0) {
        yield this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(safe);
      }
      const { done, value } = await this.#source.next();
      if (done) throw new BodyCut();
      this.#held = Buffer.concat([this.#held, value]);
    }
  }

  /** All of it, where that is little. */
  async all(needle: Buffer): Promise<Buffer | undefined> {
    const pieces: Buffer[] = [];
    let size = 0;
    try {
      for await (const piece of this.until(needle)) {
        size += piece.length;
        if (size > MOST_HEAD_BYTES) return undefined;
        pieces.push(piece);
      }
    } catch (error) {
      if (error instanceof BodyCut) return undefined;
      throw error;
    }
    return Buffer.concat(pieces);
  }
}
