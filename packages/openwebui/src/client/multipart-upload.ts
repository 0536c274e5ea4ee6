/** One file as a `multipart/form-data` body, sent piece by piece, with fields beside it. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ExchangeRequest } from './exchange.ts';

export interface UploadedFile {
  /** Without a path, quotes or line breaks. */
  name: string;
  contentType: string;
  size: number;
  /** Exactly `size` bytes. */
  pieces: AsyncIterable<Uint8Array>;
}

export function multipartUpload(
  { name, contentType, size, pieces }: UploadedFile,
  fields: Readonly<Record<string, string>> = {},
): NonNullable<ExchangeRequest['stream']> {
  const boundary = `guichet-${randomUUID()}`;
  const before = Object.entries(fields).map(
    ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = Buffer.from(
    `${before.join('')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${contentType}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* pieces;
    yield tail;
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    length: head.length + size + tail.length,
    pieces: Readable.from(whole(), { objectMode: false }),
  };
}
