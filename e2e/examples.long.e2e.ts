/** Every folder of `examples/` in a real browser, against a real server; those that are built are built as their owners would. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageStage } from './support/page-stage.ts';

const root = path.resolve(import.meta.dirname, '..');
const examples = path.join(root, 'examples');
const temporary = mkdtempSync(path.join(tmpdir(), 'guichet-examples-'));

let stage: PageStage;
beforeAll(async () => {
  const made = spawnSync(process.execPath, [path.join(root, 'packages/widget/build-npm.ts')], { encoding: 'utf8' });
  expect(made.stderr + made.stdout).toContain('@guichet/widget');
  stage = await PageStage.open();
});
afterAll(async () => {
  await stage.close();
  rmSync(temporary, { recursive: true, force: true });
});

/** The example with the address of this test's server. */
const withServer = (text: string) =>
  text.replaceAll(/https:\/\/chat\.example\.com|http:\/\/localhost:8787/g, stage.server);
const read = (file: string) => withServer(readFileSync(path.join(examples, file), 'utf8'));

/** Shows files as a site of their own that the server lets in. */
function show(files: ReadonlyMap<string, string>) {
  const typed = [...files].map(([name, text]): [string, { type: string; text: string }] => [
    name === '/index.html' ? '/' : name,
    { type: name.endsWith('.js') ? 'text/javascript' : 'text/html', text },
  ]);
  return stage.visit('', { files: Object.fromEntries(typed) });
}

async function built(example: string): Promise<Map<string, string>> {
  const outDir = path.join(temporary, example);
  await build({
    root: path.join(examples, example),
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    build: { outDir, emptyOutDir: true, minify: false },
  });
  const names = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:html|js)$/.test(name),
  );
  return new Map(names.map((name) => [`/${name}`, withServer(readFileSync(path.join(outDir, name), 'utf8'))]));
}

async function askInBubble(page: Page, text = 'Hello'): Promise<void> {
  await page.locator('guichet-chat .launcher').click();
  await page.locator('guichet-chat .input').fill(text);
  await page.keyboard.press('Enter');
  await page.locator('guichet-chat .message-assistant', { hasText: `You said: ${text}` }).waitFor();
}

describe('an example', () => {
  it('is run here, whichever it is', () => {
    const folders = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([
      'astro',
      'plain-page',
      'react-vite',
      'server-rendered',
      'vue-vite',
      'wordpress-footer',
    ]);
  });

  it.each([
    ['plain-page', () => read('plain-page/index.html')],
    [
      'wordpress-footer',
      () => `<!doctype html><html lang="en"><body class="home wp-embed-responsive"><div class="wp-site-blocks"><main>A post</main>
<footer class="wp-block-template-part">${read('wordpress-footer/custom-html-block.html')}</footer></div></body></html>`,
    ],
    ['astro', () => astroPage('One')],
  ])('%s answers a question', async (_, html) => {
    const { page, context, errors } = await show(new Map([['/index.html', html()]]));
    await askInBubble(page);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('astro keeps its chat open from page to page', async () => {
    const { page, context } = await show(new Map([['/index.html', astroPage('One')]]));
    await askInBubble(page);
    // What Astro's client router does: a new body, and the scripts that were there already do not run again.
    await page.evaluate((html) => {
      const next = new DOMParser().parseFromString(html, 'text/html');
      document.title = next.title;
      document.body.replaceWith(next.body);
    }, astroPage('Two'));
    expect(await page.title()).toBe('Two');
    await page.locator('guichet-chat .message-assistant', { hasText: 'You said: Hello' }).waitFor();
    expect(await page.locator('guichet-chat').count()).toBe(1);
    await context.close();
  });

  it.each(['react-vite', 'vue-vite'])('%s: events, changes, handle, out and in again', async (example) => {
    const { page, context, errors } = await show(await built(example));
    await page.locator('guichet-chat .launcher').waitFor();
    expect(await page.locator('guichet-chat').count()).toBe(1);
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(loaded.filter((name) => name.endsWith('/app.js'))).toEqual([]);
    await page.getByRole('button', { name: 'Ask about opening hours' }).click();
    await page.getByText('Asked: What are your opening hours?', { exact: true }).waitFor();
    await page.locator('guichet-chat .message-assistant', { hasText: 'You said: What are' }).waitFor();
    await page.getByRole('button', { name: 'light', exact: true }).click();
    await expect.poll(() => page.locator('guichet-chat .root').getAttribute('class')).toContain('dark');
    await page.getByRole('button', { name: 'Hide the chat' }).click();
    await expect.poll(() => page.locator('guichet-chat').count()).toBe(0);
    await page.getByRole('button', { name: 'Show the chat' }).click();
    await page.locator('guichet-chat .launcher').waitFor();
    await page.locator('guichet-chat .message-assistant', { hasText: 'You said: What are' }).waitFor();
    expect(await page.locator('guichet-chat').count()).toBe(1);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('server-rendered: the same in the browser as on the server, and the chat in its place', async () => {
    const outDir = path.join(temporary, 'server-rendered');
    const source = path.join(examples, 'server-rendered');
    const options = {
      root: source,
      configFile: false,
      logLevel: 'error',
      mode: 'development',
      oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    } as const;
    await build({
      ...options,
      build: {
        outDir,
        minify: false,
        rolldownOptions: { input: `${source}/src/client.tsx`, output: { entryFileNames: 'client.js' } },
      },
    });
    await build({
      ...options,
      build: { outDir: `${outDir}/server`, ssr: `${source}/src/server.tsx`, minify: false },
      // As it would be installed: outside of this repository there is nothing to find it in.
      ssr: { noExternal: true },
    });
    const { render } = (await import(`${outDir}/server/server.js`)) as { render(script: string): string };
    const html = render('/client.js');
    expect(html).toContain('The chat stands inside the page.');
    const client = withServer(readFileSync(`${outDir}/client.js`, 'utf8'));
    const { page, context, errors } = await show(
      new Map([
        ['/index.html', html],
        ['/client.js', client],
      ]),
    );
    await page.locator('guichet-chat .input').fill('Hello');
    await page.keyboard.press('Enter');
    await page.locator('guichet-chat .message-assistant', { hasText: 'You said: Hello' }).waitFor();
    // Among them would be that what the server drew does not fit.
    expect(errors).toEqual([]);
    await context.close();
  });
});

/** As Astro would send it. */
function astroPage(title: string): string {
  const [, page = ''] = read('astro/src/layouts/Layout.astro').split(/^---$/m).slice(1);
  return page
    .trim()
    .replace('{Astro.props.title}', title)
    .replace('<slot />', `<main>${title}</main>`)
    .replace(' is:inline', '');
}
