import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPictureNamer } from './picture-namer.ts';

function named(pieces: string[]): string {
  let told = '';
  const namer = createPictureNamer((text) => {
    told += text;
  });
  for (const piece of pieces) namer.feed(piece);
  namer.end();
  return told;
}

const BYTES = 'iVBORw0KGgo+/AAA='.repeat(200);
const PICTURE = `data:image/png;base64,${BYTES}`;

describe('the picture namer', () => {
  const cases: [string, string][] = [
    [`Look: ![a red fox](${PICTURE}) there`, 'Look: [a red fox] there'],
    [`![](${PICTURE})`, '[image]'],
    [`![ ](${PICTURE} "a title")!`, '[image]!'],
    [`![a](<${PICTURE}>)b`, '[a]b'],
    [`![a]( ${PICTURE} )b`, '[a]b'],
    ['![a](DATA:image/svg+xml;utf8,<svg transform="rotate(45)"></svg>)b', '[a]b'],
    ['![a](data:image/svg+xml,%3Csvg%3E)b', '[a]b'],
    ['![a](data:;base64,AAAA)b', '[a]b'],
    [`![a](data:image/png;base64,${'A'.repeat(76)}\n${'B'.repeat(76)}\n)c`, '[a]c'],
    [`![a](${PICTURE}\n\nThe answer goes on.`, '[a]\n\nThe answer goes on.'],
    [`![a](${PICTURE}`, '[a]'],
    [`![${PICTURE}](${PICTURE})`, `![data:image/png;base64,${BYTES.slice(0, 100)}…]`],
    [`[the file](${PICTURE})b`, '[the file]b'],
    [`[![a](${PICTURE})](https://example.com/a.png)`, '[[a]](https://example.com/a.png)'],
    [`<img alt="a" src="${PICTURE}" width=3>b`, '[a]b'],
    [`<img src="data:image/svg+xml;utf8,<svg xmlns='x'><path d='M0 0'/></svg>" alt="q">b`, '[image]b'],
    [`<img src="${PICTURE}\n\nThe answer goes on.`, '[image]\n\nThe answer goes on.'],
    [`![a][fox]\n\n[fox]: ${PICTURE}\n\nb`, '![a][fox]\n\n[fox]: [image]\n\nb'],
    [`[fox]: <${PICTURE}> "A fox"\nb`, '[fox]: [image]\nb'],
    ['[1]: data we have [2]: https://example.com/a', '[1]: data we have [2]: https://example.com/a'],
    [`<img src='${PICTURE}'/>b`, '[image]b'],
    [
      `It is data:image/png;base64,${Array.from({ length: 9 }, () => 'A'.repeat(76)).join('\n')}\nand more`,
      `It is data:image/png;base64,${'A'.repeat(76)}…\nand more`,
    ],
    [
      `It is data:image/png;base64,${Array.from({ length: 9 }, () => 'A'.repeat(120)).join('\r\n  ')}\n\nMore.`,
      `It is data:image/png;base64,${'A'.repeat(100)}…\n\nMore.`,
    ],
    [`It is ${PICTURE}\nand ![a](${PICTURE}) b`, `It is data:image/png;base64,${BYTES.slice(0, 100)}…\nand [a] b`],
    [`It is ${PICTURE} and more`, `It is data:image/png;base64,${BYTES.slice(0, 100)}… and more`],
    [
      `\`\`\`html\n<img src="${PICTURE}">\n\`\`\`\nb`,
      `\`\`\`html\n<img src="data:image/png;base64,${BYTES.slice(0, 100)}…">\n\`\`\`\nb`,
    ],
    ['`![a](data:image/gif;base64,R0lGOD)`', '`![a](data:image/gif;base64,R0lGOD)`'],
    ['![a](https://example.com/data:image/a.png) b', '![a](https://example.com/data:image/a.png) b'],
    ['![a](data.png) [b](data:) [c](database/) d', '![a](data.png) [b](data:) [c](database/) d'],
    ['Yes! [1] a[0](x) 1 < 2 <i>b</i> base64, c!', 'Yes! [1] a[0](x) 1 < 2 <i>b</i> base64, c!'],
    ['![', '!['],
    ['![a](', '![a]('],
    ['', ''],
  ];
  it.each(cases.map(([text, expected]) => [text.slice(0, 50), text, expected]))('%j', (_name, text, expected) => {
    expect(named([text])).toBe(expected);
    expect(named([...text])).toBe(expected);
  });

  it('says the same however the text is cut', () => {
    const part = fc.constantFrom(
      ...[
        '![',
        '](',
        'data:',
        'image/png',
        ';base64,',
        'A'.repeat(150),
        ')',
        '(',
        '<',
        '>',
        '<img src="',
        '"',
        '\n',
        '`',
      ],
      ...['!', '[', ']', 'a', ' ', ',', '```', 'é'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        expect(named([...parts.join('')])).toBe(named([parts.join('')]));
      }),
    );
  });

  it('hands everything else on as it comes', () => {
    const told: string[] = [];
    const namer = createPictureNamer((text) => told.push(text));
    for (const piece of ['Hello', ', you', ' [1]', '. Well', '!', ' Yes']) namer.feed(piece);
    expect(told).toEqual(['Hello', ', you', ' [1', ']. Well', '! Yes']);
  });
});
