import { AI_WRITTEN } from '@guichet/contract/digital-source-type';
import { expect, it } from 'vitest';
import { copyMarked, markedHtml } from './copy-marked.ts';

it('what is copied as HTML is the answer’s text, marked, whatever it holds', () => {
  expect(markedHtml('<img src=x onerror="alert(1)"> & more\nend')).toBe(
    `<div data-digital-source-type="${AI_WRITTEN}">&#60;img src=x onerror=&#34;alert(1)&#34;&#62; &#38; more<br>end</div>`,
  );
});

it('where a browser writes plain text alone, that is marked too', async () => {
  const written: string[] = [];
  const clipboard = {
    write: () => Promise.reject(new TypeError('Not allowed')),
    writeText: (text: string) => Promise.resolve(void written.push(text)),
  };
  await copyMarked(clipboard as unknown as Clipboard, 'An answer');
  expect(written).toEqual(['An answer\n\n[AI-generated]']);
});
