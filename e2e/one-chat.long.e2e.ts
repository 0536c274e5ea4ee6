/** Whatever a page does with its body, and however often the line runs: each site has one chat, and it goes on. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageStage, type PageVisit } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open({ model: 'echo' });
});
afterAll(() => stage?.close());

/** A text with scripts in it, as nodes that run when they are put in; what `innerHTML` alone does not do. */
const AWAKEN = `
  window.awaken = (root) => {
    for (const dead of root.querySelectorAll('script')) {
      const script = document.createElement('script');
      for (const { name, value } of dead.attributes) script.setAttribute(name, value);
      script.textContent = dead.textContent;
      dead.replaceWith(script);
    }
  };
  window.bodyOf = (html) => new DOMParser().parseFromString(html, 'text/html').body;`;

/** What the libraries do to a document when a visitor goes to the next page, as functions of that page's body. */
const NEXT_PAGE = {
  'htmx boost': 'document.body.innerHTML = html; awaken(document.body);',
  'Turbo, which merges heads': `
    document.querySelectorAll('head > :not(title)').forEach((node) => node.remove());
    const body = document.adoptNode(bodyOf(html)); awaken(body); document.body.replaceWith(body);`,
  Turbolinks: `
    const body = document.adoptNode(bodyOf(html)); document.documentElement.replaceChild(body, document.body); awaken(body);`,
  'pjax of all there is': `
    while (document.body.firstChild) document.body.firstChild.remove();
    document.body.append(...document.adoptNode(bodyOf(html)).childNodes); awaken(document.body);`,
  'a framework that replaces the document element': `
    const root = document.createElement('html'); root.lang = 'en';
    root.append(document.createElement('head'), document.adoptNode(bodyOf(html)));
    document.replaceChild(root, document.documentElement); awaken(root);`,
  'one that brings the body later': `
    const body = document.adoptNode(bodyOf(html)); const root = document.createElement('html'); root.lang = 'en';
    document.documentElement.remove(); document.append(root);
    setTimeout(() => { root.append(document.createElement('head')); setTimeout(() => { root.append(body); awaken(body); }, 5); }, 5);`,
  'document.write': `document.open(); document.write('<!doctype html><html lang="en"><body>' + html + '</body></html>'); document.close();`,
};

const goOn = (page: Page, how: string, html: string) =>
  page.evaluate(`(() => { ${AWAKEN} const html = ${JSON.stringify(html).replaceAll('</', '<\\/')}; ${how} })()`);

async function expectOneChat({ page, errors }: PageVisit): Promise<void> {
  await expect.poll(() => page.locator('[part~=launcher]:visible').count()).toBe(1);
  await expect.poll(() => page.locator('guichet-chat').count()).toBe(1);
  expect(errors).toEqual([]);
}

async function expectTheConversation({ page, chat }: PageVisit, transcript: string[]): Promise<void> {
  if (!(await chat.panel.isVisible())) await chat.open();
  await expect.poll(() => chat.transcript()).toEqual(transcript);
  expect(await page.locator('[part~=panel]').count()).toBe(1);
}

const asked = (question: string) => [question, `You said: ${question}`];

describe.each(Object.entries(NEXT_PAGE))('%s', (name, how) => {
  // What has written a whole new document has taken the chat out on purpose, and its line is all that brings it back.
  const lines = name === 'document.write' ? ['on every page'] : ['on every page', 'on the first page alone'];

  it.each(lines)('finds one chat that goes on, with the line %s', async (where) => {
    const visit = await stage.visit(`<main>First</main>${stage.line}`);
    const { page, chat } = visit;
    await expectOneChat(visit);
    const next = (place: string) => `<main>${place}</main>${where === 'on every page' ? stage.line : ''}`;
    // Before anybody has opened it, and with a conversation in it.
    await goOn(page, how, next('Second'));
    await expectOneChat(visit);
    await chat.open();
    await chat.ask('one');
    await chat.waitForStatus('complete');
    for (const place of ['Third', 'Fourth']) {
      await goOn(page, how, next(place));
      await expectOneChat(visit);
      await expectTheConversation(visit, asked('one'));
    }
    await chat.ask('two');
    await expect.poll(() => chat.transcript()).toEqual([...asked('one'), ...asked('two')]);
    await visit.context.close();
  });
});

describe('a page that keeps copies of its pages', () => {
  it.each([
    ['as nodes', 'window.kept = document.body.cloneNode(true);', 'document.body.replaceWith(kept.cloneNode(true));'],
    ['as text', 'window.kept = document.body.innerHTML;', 'document.body.innerHTML = kept;'],
  ])('brings no second chat back with them: %s', async (_, keep, back) => {
    for (const opened of [false, true]) {
      const visit = await stage.visit(`<main>First</main>${stage.line}`);
      const { page, chat } = visit;
      await expectOneChat(visit);
      if (opened) {
        await chat.open();
        await chat.ask('one');
        await chat.waitForStatus('complete');
      }
      for (let times = 0; times < 2; times++) {
        await page.evaluate(keep);
        await goOn(page, NEXT_PAGE['htmx boost'], '<main>Second</main>');
        await page.evaluate(back);
        await expectOneChat(visit);
      }
      await expectTheConversation(visit, opened ? asked('one') : []);
      await visit.context.close();
    }
  });
});

describe('the line put in twice', () => {
  const twice = (first: string, second: string) => stage.visit(`${first}<main>Bread</main>${second}`);

  it.each<[string, () => Promise<PageVisit>]>([
    ['side by side', () => twice(stage.line, stage.line)],
    ['blocking and async', () => twice(stage.line.replace('async ', ''), stage.line)],
    [
      'once by its version',
      async () => {
        const [version] = /[\w.-]+(?=\/app\.js)/.exec(await loader()) ?? [];
        return twice(stage.line, stage.line.replace('/guichet.js', `/w/${version}/guichet.js`));
      },
    ],
    [
      'once later, by a script',
      () =>
        twice(
          stage.line,
          `<script>addEventListener('load', () => {
            const late = document.createElement('script');
            late.src = '${stage.server}/guichet.js'; late.dataset.site = 'default'; document.head.append(late);
            window.isLate = new Promise((resolve) => { late.onload = resolve; });
          })</script>`,
        ),
    ],
    ['beside the element of the same site', () => twice(stage.line, bubble())],
    [
      'as two elements of the same site',
      () => twice(bubble(), bubble() + stage.line.replace(' data-site="default"', '')),
    ],
  ])('is one chat: %s', async (_, visiting) => {
    const visit = await visiting();
    const { page, chat } = visit;
    await page.waitForLoadState('load');
    await page.evaluate(() => (window as unknown as { isLate?: Promise<unknown> }).isLate);
    await chat.open();
    await expect.poll(() => page.locator('[part~=launcher]').count()).toBe(1);
    await chat.ask('one');
    await chat.waitForStatus('complete');
    await expectTheConversation(visit, asked('one'));
    expect(visit.errors).toEqual([]);
    await visit.context.close();
  });

  it('with other wishes the second time, has the later ones, and the conversation', async () => {
    const visit = await stage.visit(`<main>First</main>${stage.line}`);
    const { page, chat } = visit;
    await chat.open();
    await chat.ask('one');
    await chat.waitForStatus('complete');
    const wish = `<div id="here"></div>${stage.line.replace('async', 'async data-mode="inline" data-target="#here"')}`;
    await goOn(page, NEXT_PAGE['htmx boost'], wish);
    await page.locator('#here guichet-chat [part~=panel]').waitFor();
    expect(await page.locator('guichet-chat').count()).toBe(1);
    expect(await page.locator('[part~=launcher]').count()).toBe(0);
    await expect.poll(() => chat.transcript()).toEqual(asked('one'));
    await visit.context.close();
  });

  it('comes back after it was destroyed, when the page asks for it again', async () => {
    const visit = await stage.visit(`<main>First</main>${stage.line}`);
    const { page, chat } = visit;
    await chat.open();
    await page.evaluate('Guichet.destroy()');
    await goOn(page, NEXT_PAGE['htmx boost'], '<main>Second</main>');
    expect(await page.locator('guichet-chat').count()).toBe(0);
    await goOn(page, NEXT_PAGE['htmx boost'], `<main>Third</main>${stage.line}`);
    await expectOneChat(visit);
    await visit.context.close();
  });
});

describe('a page that will not have it', () => {
  it('goes on answering', async () => {
    const visit = await stage.visit(`<main>First</main>${stage.line}
      <script>window.taken = 0; new MutationObserver(() => {
        for (const chat of document.querySelectorAll('guichet-chat')) { chat.remove(); taken++; }
      }).observe(document, { childList: true, subtree: true })</script>`);
    const taken = () => visit.page.evaluate(() => (window as unknown as { taken: number }).taken);
    await expect.poll(taken).toBeGreaterThan(2);
    await visit.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(visit.errors).toEqual([]);
    await visit.context.close();
  });
});

describe('a phone', () => {
  it('keeps the open panel over the next page, at the end of the log, and the page out of reach', async () => {
    const visit = await stage.visit(`<main>First</main>${stage.line}`, { width: 390 });
    const { page, chat } = visit;
    await chat.open();
    await chat.ask(Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n'));
    await chat.waitForStatus('complete');
    await goOn(page, NEXT_PAGE['Turbo, which merges heads'], '<main><button>Buy</button></main>');
    await expect.poll(() => page.locator('dialog').evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
    const log = page.locator('[part~=messages]');
    await expect
      .poll(() => log.evaluate((node) => node.scrollHeight - node.scrollTop - node.clientHeight))
      .toBeLessThan(2);
    await visit.context.close();
  });
});

describe('an answer under way', () => {
  it('goes on over the next page', async () => {
    const slow = await PageStage.open({ model: 'paced-300-10' });
    const visit = await slow.visit(`<main>First</main>${slow.line}`);
    const { page, chat } = visit;
    await chat.open();
    await chat.ask('hi');
    await chat.waitForText('token2');
    await goOn(page, NEXT_PAGE['Turbo, which merges heads'], `<main>Second</main>${slow.line}`);
    await expectOneChat(visit);
    await chat.waitForStatus('complete');
    expect(await chat.answers.count()).toBe(1);
    expect((await chat.answerText()).match(/token1 /g)).toHaveLength(1);
    await visit.context.close();
    await slow.close();
  });
});

const bubble = () => `<guichet-chat server="${stage.server}" site="default"></guichet-chat>`;

async function loader(): Promise<string> {
  const manifest = await (await fetch(`${stage.server}/guichet.js`)).text();
  const [version = ''] = /\d+\.\d+\.\d+-[0-9a-f]{10}/.exec(manifest) ?? [];
  return `/w/${version}/app.js`;
}
