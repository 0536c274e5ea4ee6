/** However the script comes into a page, it finds out where it came from, and there is a chat. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageStage } from './support/page-stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
});
afterAll(() => stage?.close());

/** `G` stands for the loader's address. What comes later than the page is awaited under `window.late`. */
const WAYS: Record<string, string> = {
  blocking: '<script src="G" data-site="default"></script>',
  async: '<script async src="G" data-site="default"></script>',
  defer: '<script defer src="G" data-site="default"></script>',
  'a module': '<script type="module" src="G" data-site="default"></script>',
  'an async module': '<script type="module" async src="G" data-site="default"></script>',
  'an import in a module': '<script type="module">import "G";</script>',
  'an import by a script': '<script>window.late = import("G");</script>',
  'a script that a script puts in':
    '<script>const s = document.createElement("script"); s.src = "G"; s.dataset.site = "default"; document.head.append(s); window.late = new Promise((done) => { s.onload = done; });</script>',
  'a script put in long after the page has come':
    '<script>window.late = new Promise((done) => addEventListener("load", () => requestAnimationFrame(() => { const s = document.createElement("script"); s.src = "G"; s.dataset.site = "default"; s.onload = done; document.body.append(s); })));</script>',
  'a script that is taken out at once, as tag managers do':
    '<script>const s = document.createElement("script"); s.src = "G"; document.head.append(s); s.remove(); window.late = new Promise((done) => { s.onload = done; });</script>',
  'a module that is taken out at once':
    '<script>const s = document.createElement("script"); s.type = "module"; s.src = "G"; document.head.append(s); s.remove(); window.late = new Promise((done) => { s.onload = done; });</script>',
  'document.write while the page comes':
    '<script>document.write("<scr" + "ipt src=\\"G\\" data-site=\\"default\\"></scr" + "ipt>");</script>',
  'its text in a script':
    '<script>window.late = fetch("G").then((it) => it.text()).then((text) => { const s = document.createElement("script"); s.textContent = text; document.head.append(s); });</script>',
  'its text evaluated':
    '<script>window.late = fetch("G").then((it) => it.text()).then((text) => (0, eval)(text));</script>',
  'a blob':
    '<script>window.late = fetch("G").then((it) => it.blob()).then((blob) => new Promise((done) => { const s = document.createElement("script"); s.src = URL.createObjectURL(blob); s.dataset.site = "default"; s.onload = done; document.head.append(s); }));</script>',
  'a blob as a module':
    '<script>window.late = fetch("G").then((it) => it.blob()).then((blob) => import(URL.createObjectURL(new Blob([blob], { type: "text/javascript" }))));</script>',
  'a page that shows no stack of errors':
    '<script>Error.stackTraceLimit = 0;</script><script type="module" src="G" data-site="default"></script>',
};

describe('the script comes in as', () => {
  it.each(Object.entries(WAYS))('%s', (_, body) => expectAnswer(body, `${stage.server}/guichet.js`));

  it.each(['async', 'a module', 'a blob'])('%s, by the address of its version', async (way) => {
    const text = await (await fetch(`${stage.server}/guichet.js`)).text();
    const [version] = /\d+\.\d+\.\d+-[0-9a-f]{10}/.exec(text) ?? [];
    await expectAnswer(WAYS[way] ?? '', `${stage.server}/w/${version}/guichet.js`);
  });
});

async function expectAnswer(body: string, address: string): Promise<void> {
  const visit = await stage.visit(`<main>Bread</main>${body.replaceAll('G', address)}`);
  const { page, chat } = visit;
  await page.waitForLoadState('load');
  await page.evaluate(() => (window as unknown as { late?: Promise<unknown> }).late);
  await chat.open();
  await chat.ask('hi');
  await chat.waitForStatus('complete');
  expect(await page.locator('[part~=launcher]').count()).toBe(1);
  expect(visit.errors).toEqual([]);
  await visit.context.close();
}

describe('a script that cannot tell where it came from', () => {
  it('says so in one line to whoever put it there, and draws nothing that would be broken', async () => {
    const text = await (await fetch(`${stage.server}/guichet.js`)).text();
    const visit = await stage.visit(`<main>Bread</main><script>${text}</script>`);
    await visit.page.waitForLoadState('load');
    expect(await visit.page.locator('guichet-chat').count()).toBe(0);
    expect(visit.warnings).toEqual(['Guichet: no address']);
    expect(visit.errors).toEqual([]);
    await visit.context.close();
  });
});
