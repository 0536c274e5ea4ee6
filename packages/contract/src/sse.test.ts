import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseParser, encodeSseEvent, SSE_PING, type SseMessage, SseTooLong } from './sse.ts';

function parse(pieces: string[], flush = false) {
  const messages: SseMessage[] = [];
  const comments: string[] = [];
  const parser = createSseParser({
    onMessage: (message) => messages.push(message),
    onComment: (text) => comments.push(text),
  });
  for (const piece of pieces) parser.feed(piece);
  parser.end({ flush });
  return { messages, comments };
}

function dataOf(text: string, flush = false): string[] {
  return parse([text], flush).messages.map((message) => message.data);
}

/** The web platform's own cases for the format of event streams, in our words. */
describe('the event stream format', () => {
  it('leaves out one byte order mark at the start, and only there', () => {
    expect(dataOf('\ufeffdata:1\n\n\ufeffdata:2\n\ndata:3\n\n')).toEqual(['1', '3']);
  });

  it('takes a second byte order mark for part of a field name', () => {
    expect(dataOf('\ufeff\ufeffdata:1\n\ndata:2\n\ndata:3\n\n')).toEqual(['2', '3']);
  });

  it('skips comments, also between the lines of an event', () => {
    const { messages, comments } = parse([`data:1\n:\0\n:\r\ndata:2\n:${'x'.repeat(4096)}\rdata:3\n:data:fail\n\n`]);
    expect(messages.map((message) => message.data)).toEqual(['1\n2\n3']);
    expect(comments).toEqual(['\0', '', 'x'.repeat(4096), 'data:fail']);
  });

  it('drops an event that no empty line closed, unless it is asked to deliver it', () => {
    const text = 'retry:1000\ndata:test1\n\nid:test\ndata:test2';
    expect(dataOf(text)).toEqual(['test1']);
    expect(dataOf(text, true)).toEqual(['test1', 'test2']);
    expect(dataOf(`${text}\n`, true)).toEqual(['test1', 'test2']);
  });

  it('takes data with and without a colon, and joins several lines', () => {
    expect(dataOf('data:\n\ndata\ndata\n\ndata:test\n\n')).toEqual(['', '\n', 'test']);
  });

  it('gives the type of an event to that event alone', () => {
    const { messages } = parse(['event:test\ndata:x\n\ndata:x\n\n']);
    expect(messages.map((message) => message.event)).toEqual(['test', '']);
  });

  it('takes an empty type for none', () => {
    expect(parse(['event: \ndata:data\n\n']).messages).toEqual([{ event: '', data: 'data', id: '' }]);
  });

  it('keeps an id until another comes', () => {
    const { messages } = parse(['id: 1\ndata:a\n\ndata:b\n\nid\ndata:c\n\n']);
    expect(messages.map((message) => message.id)).toEqual(['1', '1', '']);
  });

  it('does not believe an id with a null character', () => {
    const { messages } = parse(['id:1\0\ndata:a\n\nid:2\ndata:b\n\nid:\0 3\ndata:c\n\n']);
    expect(messages.map((message) => message.id)).toEqual(['', '2', '2']);
  });

  it('reads field names exactly: case, spaces and null characters count', () => {
    const text =
      'data:\0\ndata:  2\rData:1\ndata\0:2\ndata:1\r\0data:4\nda-ta:3\rdata_5\ndata:3\rdata:\r\n data:32\ndata:4\n\n';
    expect(dataOf(text)).toEqual(['\0\n 2\n1\n3\n\n4']);
  });

  it('takes off one space after the colon, and no other white space', () => {
    expect(dataOf('data:\ttest\rdata: \ndata:test\n\n')).toEqual(['\ttest\n\ntest']);
  });

  it('leaves unknown fields out', () => {
    expect(dataOf('data:test\n data\ndata\nfoobar:xxx\nretry:3000\njustsometext\n:thisisacommentyay\n\n')).toEqual([
      'test\n',
    ]);
  });

  it('takes CR, LF and CR LF for line ends, mixed', () => {
    expect(dataOf('data:test\r\ndata\ndata:test\r\n\r')).toEqual(['test\n\ntest']);
    expect(dataOf('data:1\r\rdata:2\n\ndata:3\r\n\r\n')).toEqual(['1', '2', '3']);
  });

  it('delivers null characters in data', () => {
    expect(dataOf('data:\0\n\n\n\n')).toEqual(['\0']);
  });

  it('delivers characters beyond the basic plane', () => {
    expect(dataOf('data:ok…🎉\n\n')).toEqual(['ok…🎉']);
  });

  it('tells no event for a type or an id alone', () => {
    expect(dataOf('event:a\n\nid:1\n\n\n\n')).toEqual([]);
  });
});

describe('the parser', () => {
  const line = fc.constantFrom(
    ...['data:a', 'data: b', 'data', 'event:e', 'id:7', 'id', ':c', 'retry:5', 'x:y', '', 'data:é🎉'],
  );
  const ending = fc.constantFrom('\n', '\r', '\r\n');
  const stream = fc
    .array(fc.tuple(line, ending), { maxLength: 30 })
    .map((lines) => lines.map(([text, end]) => text + end).join(''));

  it('says the same however the text is cut', () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat(), { maxLength: 12 }), (text, cuts) => {
        const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
        const pieces = [0, ...places].map((from, i) => text.slice(from, places[i] ?? text.length));
        expect(parse(pieces, true)).toEqual(parse([text], true));
      }),
    );
  });

  it('says the same with every kind of line end', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const [lf, cr, crlf] = ['\n', '\r', '\r\n'].map((end) =>
          parse([lines.map((text) => text + end).join('')], true),
        );
        expect(cr).toEqual(lf);
        expect(crlf).toEqual(lf);
      }),
    );
  });

  it('says what an established parser says', () => {
    fc.assert(
      fc.property(stream, (text) => {
        const theirs: { event: string; data: string; id: string }[] = [];
        let lastId = '';
        const parser = createParser({
          onEvent: (event) => {
            if (event.id !== undefined) lastId = event.id;
            theirs.push({ event: event.event ?? '', data: event.data, id: lastId });
          },
        });
        // A carriage return at the very end waits there for what follows; here it is a line end at once.
        parser.feed(text.endsWith('\r') ? `${text}\n` : text);
        const ours = parse([text]).messages.map(({ event, data }) => ({ event, data }));
        expect(ours).toEqual(theirs.map(({ event, data }) => ({ event, data })));
      }),
    );
  });

  it('reads what the encoder writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const data = JSON.stringify({ text });
        const { messages, comments } = parse([SSE_PING, encodeSseEvent('delta', data, '1-2'), SSE_PING]);
        expect(messages).toEqual([{ event: 'delta', data, id: '1-2' }]);
        expect(comments).toEqual([' ping', ' ping']);
      }),
    );
  });

  it('gives up lines and events beyond its limits', () => {
    const small = () => createSseParser({ onMessage() {}, maxLineChars: 10, maxEventChars: 12 });
    expect(() => small().feed('data:123456')).toThrow(SseTooLong);
    expect(() => small().feed('data:123456\n')).toThrow(SseTooLong);
    const piecewise = small();
    piecewise.feed('data:1234');
    expect(() => piecewise.feed('56')).toThrow(SseTooLong);
    expect(() => small().feed('data:12345\ndata:12345\ndata:12345\n')).toThrow(SseTooLong);
  });

  it('takes a million line ends of one kind in no time', () => {
    const started = performance.now();
    dataOf('\r'.repeat(1_000_000));
    dataOf('\n'.repeat(1_000_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
