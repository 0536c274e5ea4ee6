/** Code and formulas of an answer: what two more pieces of the widget draw, and what stands there without them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat } from './support/chat.ts';
import { expectNoViolations } from './support/expect-accessible.ts';
import { type Stage, setStage } from './support/stage.ts';

const CODE = `const days = { books: 14 };
if (days.books > 7) console.log('<b>fine</b>'); // so be it`;

const ANSWER = `Look:

\`\`\`js
${CODE}
\`\`\`

It costs $5 and $6, and $E = mc^2$ holds.

\\[
\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}
\\]

$$\\frac{1}{2} + \\sqrt{x}$$`;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ model: 'echo' });
});
afterAll(() => stage?.close());

async function answered(prepare?: (page: Page) => Promise<unknown>, text = ANSWER) {
  const { page, context } = await stage.visit();
  await prepare?.(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const chat = new Chat(page);
  await chat.open();
  await chat.ask(text);
  await chat.waitForStatus('complete');
  const answer = chat.answers.last();
  await answer.locator('.markdown').waitFor();
  return { page, context, chat, answer, requests };
}

const without = (name: string) => (page: Page) =>
  page.route(new RegExp(`/w/[^/]+/${name}\\.js`), (route) => route.abort());

describe('code', () => {
  it('has its language, its colours and every character that was written', async () => {
    const { context, answer } = await answered();
    await answer.locator('.token-kwd').first().waitFor();
    expect(await answer.locator('.code-head').textContent()).toBe('js');
    expect(await answer.locator('pre code').textContent()).toBe(CODE);
    expect(await answer.locator('.token-str').textContent()).toBe("'<b>fine</b>'");
    expect(await answer.locator('.token-cmnt').textContent()).toBe('// so be it');
    await context.close();
  });

  it('is copied by a button that says so, and says so to a screen reader', async () => {
    const { page, context, answer } = await answered((page) =>
      page.context().grantPermissions(['clipboard-read', 'clipboard-write']),
    );
    await answer.getByRole('button', { name: 'Copy code' }).click();
    const copied = answer.getByRole('button', { name: 'Copied' });
    await copied.waitFor();
    expect(await answer.locator('.code-head [role=status]').textContent()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CODE);
    await answer.getByRole('button', { name: 'Copy code' }).waitFor();
    expect(await answer.locator('.code-head [role=status]').textContent()).toBe('');
    await context.close();
  });

  it('is plain where the piece that colours it cannot be had', async () => {
    const { context, answer } = await answered(without('highlight'));
    await answer.locator('math').first().waitFor();
    expect(await answer.locator('pre code').textContent()).toBe(CODE);
    expect(await answer.locator('[class^=token]').count()).toBe(0);
    await context.close();
  });
});

describe('formulas', () => {
  it('are MathML, and prices are none', async () => {
    const { page, context, answer } = await answered();
    await expect.poll(() => answer.locator('math').count()).toBe(3);
    expect(await answer.locator('p').filter({ hasText: 'It costs' }).textContent()).toMatch(
      /^It costs \$5 and \$6, and E=mc2 holds\.$/,
    );
    expect(await answer.locator('.display math[display=block]').count()).toBe(2);
    expect(await answer.locator('mtable mtr').count()).toBe(2);
    await expectNoViolations(page, { fromShadowDom: ['guichet-chat', '.panel'] });
    await context.close();
  });

  it('are their source where the piece that draws them cannot be had', async () => {
    const { context, answer } = await answered(without('maths'));
    await answer.locator('.token-kwd').first().waitFor();
    expect(await answer.locator('.formula').allTextContents()).toEqual([
      '$E = mc^2$',
      '\\[\n\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}\n\\]',
      '$$\\frac{1}{2} + \\sqrt{x}$$',
    ]);
    await context.close();
  });

  it('draw nothing that leads or loads anything, whatever is written', async () => {
    const hostile = [
      '$\\href{javascript:alert(1)}{x}$',
      '$\\href{https://evil.example}{x}$',
      '$\\url{https://evil.example}$',
      '$\\includegraphics{https://evil.example/a.png}$',
      '$\\htmlData{x=y}{z} + \\class{a}{b} + \\style{background:url(https://evil.example)}{c}$',
      '$\\text{<img src=https://evil.example onerror=alert(1)>}$',
      '$\\color{red}\\def\\a{\\a\\a}\\a$',
      '$\\rule{9999999em}{9999999em} 1$',
      '$\\unknowncommand{1}$',
    ].join('\n\n');
    const { context, answer, requests } = await answered(undefined, hostile);
    await answer.locator('math').first().waitFor();
    const names = await answer
      .locator('.formula *')
      .evaluateAll((all) => [...new Set(all.map(({ localName }) => localName))]);
    expect(names.filter((name) => !/^m/.test(name) && name !== 'none')).toEqual([]);
    const attributes = await answer
      .locator('.formula *')
      .evaluateAll((all) => [
        ...new Set(all.flatMap((one) => [...one.attributes].map(({ name, value }) => `${name}=${value}`))),
      ]);
    expect(attributes.filter((one) => /href|src|on\w+=|url|evil|data-|class/.test(one))).toEqual([]);
    expect(requests.filter((url) => url.includes('evil'))).toEqual([]);
    await context.close();
  });
});
