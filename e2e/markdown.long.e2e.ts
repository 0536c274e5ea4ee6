/** Answers as they are drawn while they grow, in a browser: the same however they arrive, never drawn again, never fetched. */
import { tests } from 'commonmark-spec';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat } from './support/chat.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { type MarkdownBench, openMarkdownBench } from './support/markdown-bench.ts';
import { type Stage, setStage } from './support/stage.ts';

const FILE = /\/w\/[^/]+\/markdown\.js/;

const ANSWER = `# Returns

You can send **everything** back within *30 days*, see [our terms](https://shop.example/terms) or https://shop.example.

1. Print the label
2. Put it on the parcel:
   - outside
   - ~~inside~~ never inside

| What | Days | Cost |
| :--- | ---: | :---: |
| Books | 14 | free |
| Bread | 1 | \`2 €\` |

\`\`\`js
const days = { books: 14, bread: 1 };
if (days.books > 7) console.log('<b>fine</b>');
\`\`\`

> Bread is special.

- [x] paid
- [ ] sent

<script>window.wasRun = true</script> and <img src=x onerror="window.wasRun = true">

![a cat](https://pictures.example/cat.png) [here](javascript:window.wasRun=true)

That is all.`;

/** What texts at random are put together from. */
const MARKS = [
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '[',
    ']',
    '![',
    '](',
    '(',
    ')',
    '<',
    '>',
    '&',
    '&amp;',
    '\\',
    '"',
    "'",
  ],
  ...[
    '\n',
    '\n\n',
    '  \n',
    '\r\n',
    ' ',
    ' ',
    ' ',
    '\t',
    '    ',
    '\u00a0',
    'a',
    'b c',
    'word',
    'é',
    '東京',
    '😀',
    ':',
    '.',
    ',',
  ],
  ...[
    '1. ',
    '- ',
    '> ',
    '# ',
    '|',
    '|---|\n',
    '```',
    '=',
    '---',
    '[ ] ',
    '$',
    '$$',
    '\\(',
    '\\)',
    '<b>',
    '<!--',
    '-->',
  ],
  ...['https://a.b/c', 'www.x.yz', 'me@a.bc', '[a]: /x\n', '[a]', 'data:image/png;base64,AA'],
];

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ model: 'echo' });
});
afterAll(() => stage?.close());

const bench = () => openMarkdownBench(stage);

describe('an answer that comes in pieces', () => {
  it('stands there in the end as if it had come at once, wherever it is cut', { timeout: 240_000 }, async () => {
    const page = await bench();
    const texts = [
      ...tests.map(({ markdown }) => markdown.replaceAll('→', '\t')),
      ANSWER,
      'a\r\nb\r\n\r\n- c\r\n\r- d\r',
    ];
    const { different, compared } = await page.evaluate((all) => {
      const { draw } = window as unknown as MarkdownBench;
      const different: string[] = [];
      let compared = 0;
      for (const text of all) {
        const whole = draw([text]);
        const ways = Array.from({ length: text.length }, (_, at) => [text.slice(0, at), text.slice(at)]);
        ways.push([...text], text.match(/[\s\S]{1,4}/g) ?? []);
        for (const way of ways) {
          compared++;
          if (draw(way) !== whole) different.push(`${JSON.stringify(text)} cut after ${way[0]?.length}`);
        }
      }
      return { different, compared };
    }, texts);
    expect(different.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(15_000);
    await page.close();
  });

  it('stands there as if it had come at once at every moment, whatever its marks', { timeout: 240_000 }, async () => {
    const page = await bench();
    const { different, compared } = await page.evaluate((parts) => {
      const { open } = window as unknown as MarkdownBench;
      let state = 20_261_130;
      const random = (below: number) => {
        state = (state * 1_664_525 + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
      };
      const shown = (pieces: readonly string[], isWhole: boolean) => {
        const { place, stream } = open();
        for (const piece of pieces) stream.write(piece);
        if (isWhole) stream.end();
        return place.innerHTML;
      };
      const different: string[] = [];
      let compared = 0;
      for (let text = 0; text < 2_500; text++) {
        const written = Array.from({ length: 1 + random(25) }, () => parts[random(parts.length)] ?? '').join('');
        const uneven: string[] = [];
        for (let at = 0; at < written.length; at += uneven.at(-1)?.length ?? 1)
          uneven.push(written.slice(at, at + 1 + random(7)));
        for (const way of [written.split(''), written.match(/[\s\S]{1,4}/g) ?? [], uneven]) {
          const begun = way.slice(0, random(way.length));
          compared++;
          if (shown(way, true) !== shown([written], true)) different.push(JSON.stringify(way));
          if (shown(begun, false) !== shown([begun.join('')], false)) different.push(JSON.stringify(begun));
        }
      }
      return { different, compared };
    }, MARKS);
    expect(different.slice(0, 3)).toEqual([]);
    expect(compared).toBe(7_500);
    await page.close();
  });

  it('is drawn again nowhere but in its last block', async () => {
    const page = await bench();
    const { touched, blocks } = await page.evaluate((text) => {
      const { place, stream } = (window as unknown as MarkdownBench).open();
      const touched: string[] = [];
      const observer = new MutationObserver(() => {});
      observer.observe(place, { childList: true, characterData: true, attributes: true, subtree: true });
      let settled: Element[] = [];
      const look = () => {
        for (const { target, removedNodes, type } of observer.takeRecords()) {
          const inSettled = settled.find((block) => block.contains(target));
          if (inSettled) touched.push(`${type} in ${inSettled.outerHTML}`);
          for (const node of removedNodes) if (settled.includes(node as Element)) touched.push('removed');
        }
        settled = [...place.children].slice(0, -1);
      };
      for (const piece of text.match(/[\s\S]{1,3}/g) ?? []) {
        stream.write(piece);
        look();
      }
      stream.end();
      look();
      return { touched, blocks: place.children.length };
    }, ANSWER);
    expect(touched).toEqual([]);
    expect(blocks).toBeGreaterThan(8);
    await page.close();
  });

  it('keeps the nodes of its last block too, as far as they say what they said', async () => {
    const page = await bench();
    const kept = await page.evaluate(() => {
      const { place, stream } = (window as unknown as MarkdownBench).open();
      stream.write('- **one**\n- two');
      const [first, second] = place.querySelectorAll('li');
      const strong = first?.querySelector('strong');
      stream.write(' and more\n- thr');
      stream.write('ee\n\n- four');
      const items = place.querySelectorAll('li');
      return [
        items[0] === first && items[1] === second,
        first?.querySelector('strong') === strong,
        second?.textContent,
        items.length,
      ];
    });
    expect(kept).toEqual([true, true, 'two and more', 4]);
    await page.close();
  });

  it('is a link as soon as its label has an address, also where that stands at the end', async () => {
    const page = await bench();
    const states = await page.evaluate(() => {
      const { place, stream } = (window as unknown as MarkdownBench).open();
      const links = () => [...place.querySelectorAll('a')].map(({ href }) => href);
      stream.write('See [the terms][1].\n\nMore.\n\n');
      const before = links();
      stream.write('[1]: https://shop.exam');
      const meanwhile = links();
      stream.write('ple/terms\n\n');
      return [before, meanwhile, links()];
    });
    expect(states).toEqual([[], [], ['https://shop.example/terms']]);
    await page.close();
  });
});

async function openChat(prepare?: (page: Page) => Promise<unknown>) {
  const { page, context } = await stage.visit();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await prepare?.(page);
  const chat = new Chat(page);
  await chat.open();
  // The practice model says what it was asked.
  await chat.ask(`Hello\n\n${ANSWER}`);
  await chat.waitForStatus('complete');
  return { page, context, chat, requests, answer: chat.answers.last() };
}

it('a link says where it leads, and a text that names another host is none', async () => {
  const page = await bench();
  const read = (text: string) =>
    page.evaluate((given) => {
      const place = document.createElement('div');
      place.innerHTML = (window as unknown as MarkdownBench).draw([given]);
      return [place.textContent, ...[...place.querySelectorAll('a')].map((a) => `${a.textContent} → ${a.href}`)];
    }, text);
  expect(await read('[the bank](https://evil.example/x)')).toEqual([
    'the bank evil.example',
    'the bank evil.example → https://evil.example/x',
  ]);
  expect(await read('[https://bank.example](https://evil.example)')).toEqual([
    'https://bank.example evil.example',
    'evil.example → https://evil.example/',
  ]);
  await page.close();
});

it('a picture that is its own data is named, and not printed', async () => {
  const page = await bench();
  const html = await page.evaluate(() =>
    (window as unknown as MarkdownBench).draw(['![](data:image/png;base64,AAAA) ![x](y)']),
  );
  expect(html).toContain('Picture not shown: image/png');
  expect(html).not.toMatch(/AAAA|<img|<a/);
  await page.close();
});

describe('in the chat', () => {
  it('an answer is drawn as Markdown, runs nothing, and asks no other server for anything', async () => {
    const { page, context, requests, answer } = await openChat();
    await answer.locator('table').waitFor();
    expect(await answer.locator('h3').textContent()).toBe('Returns');
    expect(await answer.locator('strong').textContent()).toBe('everything');
    expect(await answer.locator('td').allTextContents()).toEqual(['Books', '14', 'free', 'Bread', '1', '2 €']);
    expect(await answer.locator('pre').textContent()).toContain("console.log('<b>fine</b>');");
    expect(await answer.locator('.task').allTextContents()).toEqual(['☑', '☐']);
    const text = (await answer.locator('.text').textContent()) ?? '';
    expect(text).toContain('<script>window.wasRun = true</script>');
    expect(text).toContain('Picture not shown: a cat pictures.example');
    const links = await answer
      .locator('a')
      .evaluateAll((all) =>
        all.map((a) => [(a as HTMLAnchorElement).href, a.textContent, (a as HTMLAnchorElement).rel]),
      );
    const rel = 'noopener noreferrer nofollow';
    expect(links).toEqual([
      ['https://shop.example/terms', 'our terms shop.example', rel],
      ['https://shop.example/', 'https://shop.example', rel],
      ['https://pictures.example/cat.png', 'pictures.example', rel],
    ]);
    expect(await answer.locator('img, script, iframe, style').count()).toBe(0);
    expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
    const known = [new URL(stage.network.url).host, new URL(stage.shopUrl).host];
    expect(requests.filter((url) => !known.includes(new URL(url).host))).toEqual([]);
    await context.close();
  });

  it('an answer is read out without its marks', async () => {
    const { page, context, chat, answer } = await openChat();
    await answer.locator('table').waitFor();
    await chat.ask('A **short** one');
    await expect.poll(() => page.locator('[part~=panel] > [role=status]').textContent()).toBe('You said: A short one');
    await context.close();
  });

  it('has no violation that axe can see, by day and by night, and none of it is wider than a phone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, context, chat, answer } = await openChat(async (page) => {
        await page.setViewportSize({ width: 320, height: 640 });
        await page.emulateMedia({ colorScheme });
      });
      await answer.locator('table').waitFor();
      await expectNoViolations(page, { fromShadowDom: ['guichet-chat', '.panel'] });
      expect(await chat.panel.evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0);
      await context.close();
    }
  });

  it.each<[string, (route: Route) => Promise<unknown>]>([
    ['is blocked', (route) => route.abort()],
    [
      'is not the one that was built',
      (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          headers: { 'Access-Control-Allow-Origin': '*' },
          body: 'window.wasRun = true; export const drawPart = () => ({ show() {}, leave() {} })',
        }),
    ],
    ['never comes', async () => {}],
    [
      'fails while it draws',
      async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: await response.text() });
      },
    ],
  ])('an answer is plain text, all of it, where the file %s', async (what, answerRoute) => {
    const { page, context, answer } = await openChat(async (page) => {
      await page.route(FILE, answerRoute);
      if (what === 'fails while it draws')
        await page.evaluate(() => {
          document.createElement = new Proxy(document.createElement, {
            apply(call, self, args) {
              if (args[0] === 'table') throw new TypeError('no tables here');
              return Reflect.apply(call, self, args);
            },
          });
        });
    });
    await expect.poll(() => answer.locator('.text').textContent()).toBe(`You said: Hello\n\n${ANSWER}`);
    expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
    await context.close();
  });
});
