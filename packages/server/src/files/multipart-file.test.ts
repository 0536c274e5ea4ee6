import { describe, expect, it } from 'vitest';
import { BodyCut, readFilePart } from './multipart-file.ts';

const TYPE = 'multipart/form-data; boundary=xyz';
const form = (...parts: string[]) => `${parts.map((part) => `--xyz\r\n${part}\r\n`).join('')}--xyz--\r\n`;
const file = (content: string, name = 'a.txt') =>
  `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${content}`;

async function* cut(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(body: string, { size = 7, type = TYPE } = {}) {
  const part = await readFilePart(cut(body, size), type);
  if (!part) return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of part.pieces) pieces.push(piece);
  return { name: part.name, content: Buffer.concat(pieces).toString() };
}

describe('a form with a file', () => {
  it.each([1, 2, 3, 7, 64, 10_000])('is read the same, however the network cuts it: %i bytes', async (size) => {
    const content = 'one\r\n--xy\r\n--xyZ\r\n\r\nend\r\n';
    const body = form('Content-Disposition: form-data; name="note"\r\n\r\nhello', file(content));
    expect(await read(body, { size })).toEqual({ name: 'a.txt', content });
  });

  it('may be empty, and have a name with quotes and line ends in it', async () => {
    expect(await read(form(file('', 'a%22b%0D%0Ac%25.txt')))).toEqual({ name: 'a"b  c%25.txt', content: '' });
  });

  it('takes a boundary in quotes', async () => {
    const type = 'multipart/form-data; charset=utf-8; boundary="xyz"';
    expect(await read(form(file('hi')), { type })).toEqual({ name: 'a.txt', content: 'hi' });
  });

  it.each([
    ['no form', 'hello', 'text/plain'],
    ['no boundary', form(file('hi')), 'multipart/form-data'],
    ['another boundary', form(file('hi')), 'multipart/form-data; boundary=abc'],
    ['no part', '--xyz--\r\n', TYPE],
    ['no file', form('Content-Disposition: form-data; name="note"\r\n\r\nhello'), TYPE],
    ['headers without end', `--xyz\r\n${'X: y\r\n'.repeat(5_000)}`, TYPE],
    ['nothing', '', TYPE],
  ])('is none with %s', async (_, body, type) => {
    expect(await read(body, { type })).toBeUndefined();
  });

  it('that ends in the middle is told apart from a whole one', async () => {
    await expect(read(`--xyz\r\n${file('half of i')}`)).rejects.toThrow(BodyCut);
  });
});
