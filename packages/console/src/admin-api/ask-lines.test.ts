import { describe, expect, it } from 'vitest';
import { createAskLines } from './ask-lines.ts';
import { LineReader } from './line-reader.ts';

const TEXT = '{"kind":"before","text":"Créer"}\n\n{"kind":"end"}\n';

function answering(answer: () => Response | Promise<Response>) {
  let signedOut = 0;
  const askLines = createAskLines({ fetch: async () => answer(), locale: () => 'fr', onSignedOut: () => signedOut++ });
  return { askLines, signedOut: () => signedOut };
}

function inPieces(bytes: Uint8Array, cut: number, end?: Error): Response {
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      stream.enqueue(bytes.slice(0, cut));
      stream.enqueue(bytes.slice(cut));
      if (end) stream.error(end);
      else stream.close();
    },
  });
  return new Response(body);
}

describe('askLines', () => {
  it('hands each line on, wherever the bytes are cut', async () => {
    const bytes = new TextEncoder().encode(TEXT);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const lines: unknown[] = [];
      const { askLines } = answering(() => inPieces(bytes, cut));
      expect(await askLines('/x', {}, (line) => lines.push(line))).toEqual({ ok: true, value: undefined });
      expect(lines).toEqual([{ kind: 'before', text: 'Créer' }, { kind: 'end' }]);
    }
  });

  it('makes problems values: a refusal, a page of somebody else, a line that is none, nobody there', async () => {
    const refusal = answering(() => Response.json({ code: 'sign-in-needed' }, { status: 401 }));
    expect(await refusal.askLines('/x', {}, () => {})).toMatchObject({ failure: { code: 'sign-in-needed' } });
    expect(refusal.signedOut()).toBe(1);
    const page = answering(() => new Response('<html>\n'));
    expect(await page.askLines('/x', {}, () => {})).toMatchObject({ failure: { code: 'unexpected-answer' } });
    const nobody = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await nobody.askLines('/x', {}, () => {})).toMatchObject({ failure: { code: 'unreachable' } });
  });
});

it('a line that was cut off is not handed on', () => {
  const lines = new LineReader();
  expect(lines.take('{"a":1}\n{"b"')).toEqual(['{"a":1}']);
  expect(lines.take('')).toEqual([]);
});
