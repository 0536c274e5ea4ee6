/** The examples of the CommonMark specification, and of GitHub's tables, strikethrough and task lists. */
import { tests } from 'commonmark-spec';
import { describe, expect, it } from 'vitest';
import { BlockParser } from './block-parser.ts';
import { Definitions } from './definitions.ts';
import { blockHtml } from './to-html.ts';

/** Why an example gives something else here. */
const OTHERWISE: Readonly<Record<string, readonly number[]>> = {
  'elements of HTML are shown as text, so they begin no block and end no paragraph': [
    21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 169,
    170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 188, 189, 190, 191, 308, 309,
  ],
  'of two thousand names of characters, only those that people write are known': [25],
};

const otherwise = new Set(Object.values(OTHERWISE).flat());

function html(text: string): string {
  const parser = new BlockParser(new Definitions());
  for (const line of text.replace(/\n$/, '').split('\n')) parser.addLine(line);
  parser.end();
  return blockHtml(parser.root, parser.definitions);
}

describe('CommonMark', () => {
  const withTabs = tests.map(({ number, markdown, html }) => ({
    number,
    markdown: markdown.replaceAll('→', '\t'),
    html: html.replaceAll('→', '\t'),
  }));

  it('has 652 examples, of which at most 12 in a hundred give something else, each for a reason', () => {
    expect(tests).toHaveLength(652);
    expect(otherwise.size / tests.length).toBeLessThan(0.12);
  });

  it.each(withTabs.filter(({ number }) => !otherwise.has(number)))('example $number', ({ markdown, html: wanted }) => {
    expect(html(markdown)).toBe(wanted);
  });

  it('is the same with nothing in the list that would be equal anyway', () => {
    const equal = withTabs.filter(({ number, markdown, html: wanted }) => {
      return otherwise.has(number) && html(markdown) === wanted;
    });
    expect(equal.map(({ number }) => number)).toEqual([]);
  });
});

const row = (name: string, ...cells: string[]) =>
  `<tr>\n${cells.map((cell) => `<${name}>${cell}</${name}>\n`).join('')}</tr>\n`;
const table = (head: string, ...rows: string[]) =>
  `<table>\n<thead>\n${head}</thead>\n${rows.length > 0 ? `<tbody>\n${rows.join('')}</tbody>\n` : ''}</table>\n`;

describe('GitHub’s own', () => {
  it.each([
    ['a table', '| foo | bar |\n| --- | --- |\n| baz | bim |', table(row('th', 'foo', 'bar'), row('td', 'baz', 'bim'))],
    ['a table of a header alone', '| a | b |\n| --- | --- |', table(row('th', 'a', 'b'))],
    [
      'bars in cells',
      '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |',
      table(row('th', 'f|oo'), row('td', 'b <code>|</code> az'), row('td', 'b <strong>|</strong> im')),
    ],
    [
      'rows that are too short or too long',
      '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |',
      table(row('th', 'abc', 'def'), row('td', 'bar', ''), row('td', 'bar', 'baz')),
    ],
    [
      'a table that another block ends',
      '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar',
      `${table(row('th', 'abc', 'def'), row('td', 'bar', 'baz'))}<blockquote>\n<p>bar</p>\n</blockquote>\n`,
    ],
    [
      'a table after a line of text',
      'text\n| a | b |\n|--|--|\n| 1 | 2 |',
      `<p>text</p>\n${table(row('th', 'a', 'b'), row('td', '1', '2'))}`,
    ],
    [
      'no table, for it has too few columns',
      '| abc | def |\n| --- |\n| bar |',
      '<p>| abc | def |\n| --- |\n| bar |</p>\n',
    ],
    ['strikethrough', '~~Hi~~ Hello, ~there~ world!', '<p><del>Hi</del> Hello, <del>there</del> world!</p>\n'],
    ['three tildes, which are none', 'This will ~~~not~~~ strike.', '<p>This will ~~~not~~~ strike.</p>\n'],
    ['a tilde that means about', 'It costs ~5 to ~10.', '<p>It costs ~5 to ~10.</p>\n'],
  ])('%s', (_, text, wanted) => {
    expect(html(text)).toBe(wanted);
  });

  it('columns are aligned as their line says', () => {
    const aligned = html('| a | b | c | d |\n| :-: | -: | :- | - |\n| 1 | 2 | 3 | 4 |');
    expect([...aligned.matchAll(/<th(?: align="(\w+)")?>/g)].map(([, align]) => align)).toEqual([
      'center',
      'right',
      'left',
      undefined,
    ]);
  });
});

describe('what nobody writes', () => {
  it.each([
    ['quotes within quotes', '> '.repeat(20_000)],
    ['lists within lists', '- '.repeat(20_000)],
    ['marks within marks', `${'*a _b '.repeat(5_000)}${'c_ d* '.repeat(5_000)}`],
    ['brackets', '['.repeat(20_000)],
    ['links that are none', '[a](<b'.repeat(5_000)],
    ['ticks', Array.from({ length: 300 }, (_, at) => '`'.repeat(at)).join(' ')],
    ['comments', '<!--'.repeat(10_000)],
  ])('is read, and goes no deeper than can be drawn: %s', (_, text) => {
    const depthOf = (written: string) => {
      let [depth, most] = [0, 0];
      for (const [, close, name = '', alone] of written.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
        if (alone || name === 'br') continue;
        depth += close ? -1 : 1;
        most = Math.max(most, depth);
      }
      return most;
    };
    expect(depthOf(html(text))).toBeLessThan(100);
  });
});
