/** What a visitor does with the widget, in their words. The part names are public, so tests hold to them. */

import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where the panel is: in the page, or in a frame of Guichet's. */
export type Wall = 'open' | 'sealed';

export const WALLS: readonly Wall[] = ['open', 'sealed'];

export class Chat {
  readonly page: Page;
  /** What the panel's parts are found in. */
  readonly inside: Page | FrameLocator;

  constructor(page: Page, wall: Wall = 'open') {
    this.page = page;
    this.inside = wall === 'open' ? page : page.frameLocator('guichet-chat iframe');
  }

  /** The panel's frame in the page, of a sealed chat. */
  get frame(): Locator {
    return this.page.locator('guichet-chat iframe');
  }

  get panel(): Locator {
    return this.inside.locator('[part~=panel]');
  }

  get answers(): Locator {
    return this.inside.locator('[part~=message-assistant]');
  }

  get questions(): Locator {
    return this.inside.locator('[part~=message-user]');
  }

  async open(): Promise<void> {
    await this.page.locator('[part~=launcher]').click();
    await this.panel.waitFor({ state: 'visible' });
  }

  async ask(question: string): Promise<void> {
    await this.inside.locator('[part~=composer] textarea').fill(question);
    await this.page.keyboard.press('Enter');
  }

  /** The last answer's own text, without notes and buttons. */
  async answerText(): Promise<string> {
    const texts = await this.answers.last().locator('.text').allTextContents();
    return (texts[0] ?? '').trim();
  }

  async answerStatus(): Promise<string | null> {
    if ((await this.answers.count()) === 0) return null;
    return this.answers.last().getAttribute('data-status');
  }

  async waitForStatus(status: string, timeoutMs = 20_000): Promise<void> {
    await expect.poll(() => this.answerStatus(), { timeout: timeoutMs, interval: 50 }).toBe(status);
  }

  /** Waits until some of the answer, but not the end of it, is there. */
  async waitForText(part: string): Promise<void> {
    await expect.poll(() => this.answerText(), { timeout: 20_000, interval: 50 }).toContain(part);
  }

  /** Everything said so far, one line a message. */
  async transcript(): Promise<string[]> {
    return this.inside.locator('[part~=message-user] .text, [part~=message-assistant] .text').allTextContents();
  }
}
