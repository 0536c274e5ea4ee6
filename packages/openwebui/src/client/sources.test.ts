import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORDED_VERSIONS, recordedReplies } from './recorded-replies.ts';
import { createSourceCollector } from './sources.ts';

describe.each(RECORDED_VERSIONS)('the sources recorded of %s', (version) => {
  it.each([
    ['knowledge, params.function_calling legacy', 'prices.txt', 'Tickets cost seven euros.'],
    ['knowledge, files collection', 'prices.txt', 'Tickets cost seven euros.'],
    ['answer with a file, streamed', 'hours.txt', 'The shop opens at nine and closes at five.'],
  ])('%s', (name, title, snippet) => {
    const body = recordedReplies(version).find((reply) => reply.name === name)?.body ?? '';
    const frame = JSON.parse(/^data: (.*)$/m.exec(body)?.[1] ?? '');
    expect(createSourceCollector().add(frame.sources)).toEqual([{ id: '1', title, snippet }]);
  });
});

describe('sources', () => {
  it('are numbered as the model was told: by source, in order of first appearance', () => {
    const entry = (source: string) => ({
      source: { id: 'kb', name: 'KB' },
      document: ['x'],
      metadata: [{ source, name: source }],
    });
    const collector = createSourceCollector();
    expect(
      collector.add([entry('b.txt'), entry('a.txt'), entry('b.txt')])?.map(({ id, title }) => `${id} ${title}`),
    ).toEqual(['1 b.txt', '2 a.txt']);
    expect(collector.add([entry('a.txt')])).toBeUndefined();
    expect(collector.add([entry('c.txt')])?.at(-1)).toMatchObject({ id: '3', title: 'c.txt' });
  });

  it('have an address only when it is one of the web', () => {
    const urlOf = (source: string) => createSourceCollector().add([{ source: { id: source, name: 'n' } }])?.[0]?.url;
    expect(urlOf('https://a.example/x?y=1')).toBe('https://a.example/x?y=1');
    for (const bad of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'https://u:p@a.example/',
      'a.txt',
      'http://',
    ]) {
      expect(urlOf(bad)).toBeUndefined();
    }
  });

  it('show no path of the server', () => {
    const titleOf = (name: string) => createSourceCollector().add([{ source: { name } }])?.[0]?.title;
    expect(titleOf('/app/backend/data/uploads/x/prices.txt')).toBe('prices.txt');
    expect(titleOf('C:\\data\\prices.txt')).toBe('prices.txt');
    expect(titleOf('Opening hours / prices')).toBe('Opening hours / prices');
  });

  it.each([
    ['file:///srv/open-webui/uploads/prices.txt', 'prices.txt'],
    ['\\\\nas\\share\\Clients 2026\\prices.txt', 'prices.txt'],
    ['~/Documents/prices.txt', 'prices.txt'],
    ['./data/prices.txt', 'prices.txt'],
    ['../../secret/prices list.txt', 'prices list.txt'],
    ['uploads/3f2b9c1e_prices.txt', '3f2b9c1e_prices.txt'],
    ['Clients/Dupont & fils/contract 2026.pdf', 'contract 2026.pdf'],
    ['s3://bucket/private/prices.txt', 'prices.txt'],
    ['smb://nas/share/prices.txt', 'prices.txt'],
    ['/srv/data/folder/', 'folder'],
    ['https://u:p4ss@intranet.example/prices', 'https://intranet.example/prices'],
    ['https://www.example.com/prices', 'https://www.example.com/prices'],
    ['AC/DC', 'AC/DC'],
    ['Opening hours / prices.', 'Opening hours / prices.'],
    ['TCP/IP explained', 'TCP/IP explained'],
    ['24/7', '24/7'],
  ])('show the name of %s', (name, title) => {
    expect(createSourceCollector().add([{ source: { name } }])?.[0]?.title).toBe(title);
  });

  it('show no passage as a title, whichever field it stands in', () => {
    const passage = `${'The contract with Dupont ends in June.\n'.repeat(8)}`;
    const titleOf = (source: object, metadata: object) =>
      createSourceCollector().add([{ source, document: [`Page 1\n${passage}`], metadata: [metadata] }])?.[0]?.title;
    expect(titleOf({ name: 'contract.pdf' }, { title: passage })).toBe('contract.pdf');
    expect(titleOf({ name: passage, id: 'https://a.example/x' }, {})).toBe('https://a.example/x');
    expect(titleOf({ name: passage }, { name: passage.replaceAll('\n', ' ') })).toBe('1');
    // A title of usual length may well be the document's first line, and a long one may say what is not in it.
    expect(titleOf({}, { title: 'The contract with Dupont ends in June.' })).toBe(
      'The contract with Dupont ends in June.',
    );
    expect(titleOf({}, { title: 'A'.repeat(150) })).toBe('A'.repeat(150));
  });

  it('show a short piece of a document, never the whole', () => {
    const [source] =
      createSourceCollector().add([{ source: { id: 's' }, document: [`a\n\n${'b'.repeat(5000)}`] }]) ?? [];
    expect(source?.snippet).toHaveLength(300);
    expect(source?.snippet?.startsWith('a bbb')).toBe(true);
  });

  it('are few and hold four fields, whatever comes in', () => {
    const value = fc.jsonValue();
    const entry = fc.record({ source: value, document: value, metadata: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(value, fc.array(fc.oneof(entry, value))), (list) => {
        const sources = createSourceCollector().add(list) ?? [];
        expect(sources.length).toBeLessThanOrEqual(50);
        for (const source of sources) {
          for (const key of Object.keys(source)) expect(['id', 'title', 'url', 'snippet']).toContain(key);
          expect(source.title).not.toBe('');
        }
      }),
    );
  });
});
