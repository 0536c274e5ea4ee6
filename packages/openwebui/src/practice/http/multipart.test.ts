import { expect, it } from 'vitest';
import { readMultipart } from './multipart.ts';

it('reads files and fields, bytes and line breaks untouched', async () => {
  const form = new FormData();
  form.append('metadata', '{"a":1}');
  form.append('file', new Blob([Uint8Array.of(0, 13, 10, 255)], { type: 'image/png' }), 'a picture.png');
  const response = new Response(form);
  const parts = readMultipart(Buffer.from(await response.arrayBuffer()), response.headers.get('content-type') ?? '');
  expect(parts.map(({ name, filename, contentType }) => [name, filename, contentType])).toEqual([
    ['metadata', undefined, 'text/plain'],
    ['file', 'a picture.png', 'image/png'],
  ]);
  expect([...(parts[1]?.content ?? [])]).toEqual([0, 13, 10, 255]);
});

it('finds nothing in what is no form', () => {
  expect(readMultipart(Buffer.from('x'), 'multipart/form-data')).toEqual([]);
});
