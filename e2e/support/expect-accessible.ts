import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** A part of the page inside a shadow root: the element that has it, then the part. */
export interface ShadowPart {
  fromShadowDom: [host: string, part: string];
}

/** Nothing that axe would complain of, and no scrolling sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // Every page has its heading; one that is still being fetched has not.
  await page.locator('h1').first().waitFor();
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
}

/** @param part the whole page when not given */
export async function expectNoViolations(page: Page, part?: ShadowPart): Promise<void> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (where) =>
      (globalThis as unknown as { axe: { run: (where: unknown) => Promise<AxeResults> } }).axe.run(where ?? document),
    part,
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
}
