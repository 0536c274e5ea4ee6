/**
 * A screen reader that writes down what it says: `@guidepup/virtual-screen-reader`, run in the page beside the widget. It
 * follows the focus and the live regions as it is written in the standard. Three things it does not know, real ones do:
 * what is not drawn is not spoken, a region speaks once for all that changes in it at a time, and one that comes into the
 * page together with its words may stay silent (alerts do not).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const SOURCE = readFileSync(
  createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'),
  'utf8',
).replace(/export\s*\{(\w+) as Virtual\b.*$/s, 'globalThis.VirtualReader = $1;');

/** The part of the library that is used here. */
interface VirtualReader {
  start(options: { container: Node; window: unknown }): Promise<void>;
  next(): Promise<void>;
  stop(): Promise<void>;
  spokenPhraseLog(): Promise<string[]>;
  activeNode: Node | null;
}

interface ReaderWindow {
  VirtualReader: new () => VirtualReader;
  readers: VirtualReader[];
}

export class ScreenReader {
  readonly #panel: Page | Frame;
  /** How much of what each reader said was taken note of. */
  #heard: number[] = [];

  /** From now on, it listens to everything the widget has drawn: bubble and panel. */
  static async beside(panel: Page | Frame): Promise<ScreenReader> {
    await panel.locator('guichet-chat').waitFor({ state: 'attached' });
    await panel.evaluate(`{${SOURCE}}`);
    await panel.evaluate(() => {
      const shared = window as unknown as ReaderWindow;
      const regionOf = (node: Node) =>
        (node instanceof Element ? node : node.parentElement)?.closest('[role=status],[role=alert],[aria-live]');
      class HeardChanges extends MutationObserver {
        constructor(tell: MutationCallback) {
          super((records, observer) => {
            const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
            const spoken = new Map<Element, MutationRecord>();
            for (const record of records) {
              const region = record.type === 'attributes' ? undefined : regionOf(record.target);
              if (!region?.textContent?.trim() || !region.checkVisibility()) continue;
              if (region.role === 'alert' || !added.some((node) => node.contains(region))) spoken.set(region, record);
            }
            tell([...spoken.values()], observer);
          });
        }
      }
      shared.readers = [];
      // The library does not look into shadow roots, but listens well inside one.
      const root = document.querySelector('guichet-chat')?.shadowRoot;
      if (!root) throw new Error('no chat');
      const listenTo = (container: Node) => {
        if (!(container instanceof HTMLElement) || !container.matches('.launcher, .root, .panel')) return;
        const reader = new shared.VirtualReader();
        shared.readers.push(reader);
        // It begins at something that has a name and is never spoken, so that whatever has the focus next is.
        const begin = () => {
          const label = container.ariaLabel;
          container.ariaLabel = 'where it begins';
          void reader.start({ container, window: { document, MutationObserver: HeardChanges } });
          container.ariaLabel = label;
        };
        begin();
        if (container.matches('.launcher')) container.addEventListener('focusout', begin);
      };
      for (const part of root.children) listenTo(part);
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const part of addedNodes) listenTo(part);
      }).observe(root, { childList: true });
    });
    const reader = new ScreenReader(panel);
    await reader.forget();
    return reader;
  }

  private constructor(panel: Page | Frame) {
    this.#panel = panel;
  }

  #logs(): Promise<string[][]> {
    return this.#panel.evaluate(() => {
      const { readers } = window as unknown as ReaderWindow;
      return Promise.all(readers.map((reader) => reader.spokenPhraseLog()));
    });
  }

  /** What was said since `forget`: of the bubble, then of the panel. */
  async heard(): Promise<string[]> {
    const logs = await this.#logs();
    return logs
      .flatMap((log, at) => log.slice(this.#heard[at] ?? 0))
      .filter((phrase) => !phrase.includes('where it begins'));
  }

  async forget(): Promise<void> {
    this.#heard = (await this.#logs()).map(({ length }) => length);
  }

  /** Reads a part of the chat from its beginning to its end, as with the arrow keys. */
  read(part: string): Promise<string[]> {
    return this.#panel.evaluate(async (selector) => {
      const { VirtualReader } = window as unknown as ReaderWindow;
      const all = document.querySelector('guichet-chat')?.shadowRoot?.querySelectorAll(selector) ?? [];
      const container = [...all].at(-1);
      if (!container) throw new Error(`nothing to read at ${selector}`);
      const reader = new VirtualReader();
      await reader.start({ container, window });
      const first = { phrase: (await reader.spokenPhraseLog())[0], node: reader.activeNode };
      for (;;) {
        await reader.next();
        const log = await reader.spokenPhraseLog();
        // After its end, it begins again.
        if (log.length > 1 && log.at(-1) === first.phrase && reader.activeNode === first.node) {
          await reader.stop();
          return log.slice(0, -1);
        }
        if (log.length > 300) throw new Error(`no end: ${log.slice(0, 20).join(' | ')}`);
      }
    }, part);
  }
}
