/** The places of the widget that chunks fill, filled by the test: each draws into an element of its own, and is cleared. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../packages/widget/src/element/view.ts';
import { type Stage, setStage } from './support/stage.ts';

const source = path.resolve('packages/widget/src');

/** The widget's own parts with a handle on the view that chunks are given. */
const ENTRY = `
import { createView } from '${source}/element/view.ts';
import { drawWidget } from '${source}/parts/widget.tsx';
const element = document.createElement('div');
document.body.append(element);
const view = createView({ element, server: location.origin, site: 'default', mode: 'inline', tell() {} });
window.view = view;
window.undraw = drawWidget(element.attachShadow({ mode: 'open' }), view, undefined);
`;

let stage: Stage;
let script: string;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  const entry = '\0entry.ts';
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: {
      __GUICHET_VERSION__: '"test"',
      __GUICHET_APP_INTEGRITY__: '""',
      __GUICHET_SEALED_INTEGRITY__: '""',
      __GUICHET_GREETING_INTEGRITY__: '""',
      __GUICHET_CHUNK_INTEGRITY__: '{}',
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? entry : null),
        load: (id) => (id === entry ? ENTRY : null),
      },
    ],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: 'entry', output: { format: 'es', codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  script = chunk?.type === 'chunk' ? chunk.code : expect.fail('nothing was built');
  page = await stage.browser.newPage();
  await page.goto(`${stage.guichetUrl}/healthz`);
  await page.addScriptTag({ type: 'module', content: script });
  await page.waitForFunction('window.view');
});
afterAll(() => stage?.close());

interface Given {
  view: View;
  happened: string[];
}

describe('a slot', () => {
  it('beside the field takes tools in their order, and each is taken away again', async () => {
    const names = () => page.locator('.composer-tool button').allTextContents();
    await page.evaluate(() => {
      const { view } = window as unknown as Given;
      const happened: string[] = [];
      Object.assign(window, { happened });
      const tool = (name: string) => (place: HTMLElement, given: View) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = name;
        button.onclick = () => {
          given.chat.draft.value += name;
        };
        place.append(button);
        return () => void happened.push(`${name} left`);
      };
      view.slots.composerTools.value = [tool('voice'), tool('files')];
    });
    await expect.poll(names).toEqual(['voice', 'files']);
    await page.getByRole('button', { name: 'voice' }).click();
    expect(await page.locator('textarea').inputValue()).toBe('voice');
    await page.evaluate(() => {
      const { view } = window as unknown as Given;
      view.slots.composerTools.value = view.slots.composerTools.value.slice(0, 1);
    });
    await expect.poll(names).toEqual(['voice']);
    expect(await page.evaluate(() => (window as unknown as Given).happened)).toEqual(['files left']);
  });

  it('in the place of the conversation takes a view, and gives the conversation back with what was written', async () => {
    await page.locator('textarea').fill('half a sentence');
    await page.evaluate(() => {
      const { view } = window as unknown as Given;
      view.slots.panelView.value = (place) => {
        place.append('All conversations');
        return () => {};
      };
    });
    await expect.poll(() => page.locator('.panel .view').textContent()).toBe('All conversations');
    expect(await page.locator('.panel .log, .panel textarea').count()).toBe(0);
    expect(await page.locator('.panel .header').count()).toBe(1);
    await page.evaluate(() => {
      (window as unknown as Given).view.slots.panelView.value = undefined;
    });
    await expect.poll(() => page.locator('textarea').inputValue()).toBe('half a sentence');
    expect(await page.locator('.panel .view').count()).toBe(0);
  });

  it('leaves nothing when the widget goes', async () => {
    await page.evaluate(() => (window as unknown as { undraw(): void }).undraw());
    // Once when the view took the field's place, and once now.
    const happened = await page.evaluate(() => (window as unknown as Given).happened);
    expect(happened).toEqual(['files left', 'voice left', 'voice left']);
  });
});
