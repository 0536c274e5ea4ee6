/** A chat that goes on and on: the longest task with hundreds of messages in its log, and what they weigh in memory. */
import { mixedText } from './parse-time.ts';
import type { WidgetLab } from './widget-lab.ts';

/** Below the longest question a visitor may send. */
const LONG_ANSWER_CHARACTERS = 7_900;

export interface LongConversation {
  messages: number;
  /** Of the page's heap after its garbage was collected, beyond what it had before the chat was opened. MiB. */
  memoryMib: number;
  /** While the answer before the last ones came, of 7,900 characters with tables and code. Milliseconds, 0 for none above 50. */
  longestTaskMs: number;
}

/** @param upTo how many messages there are at each look, growing */
export async function measureLongConversation(lab: WidgetLab, upTo: readonly number[]): Promise<LongConversation[]> {
  const context = await lab.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.enable');
  const usedMib = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
  };
  await page.goto(lab.showing(guichetLine(lab)));
  await page.locator('guichet-chat [part~=launcher]').waitFor();
  const before = await usedMib();
  await page.evaluate(() => {
    const own = window as unknown as { tasks: number[]; Guichet: { open(): void } };
    own.tasks = [];
    new PerformanceObserver((list) => own.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    own.Guichet.open();
  });
  const ask = (text: string) =>
    page.evaluate(
      (question) =>
        new Promise<void>((resolve) => {
          document.addEventListener('guichet:response-end', () => resolve(), { once: true });
          (window as unknown as { Guichet: { sendMessage(text: string): void } }).Guichet.sendMessage(question);
        }),
      text,
    );
  const looks: LongConversation[] = [];
  let messages = 0;
  for (const goal of upTo) {
    for (; messages < goal - 2; messages += 2) await ask(`Question ${messages / 2}: is the **rye** loaf there today?`);
    await page.evaluate(() => {
      (window as unknown as { tasks: number[] }).tasks = [];
    });
    await ask(mixedText(LONG_ANSWER_CHARACTERS));
    await page.waitForTimeout(1_000);
    messages += 2;
    const longestTaskMs = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
    looks.push({ messages, memoryMib: (await usedMib()) - before, longestTaskMs });
  }
  await context.close();
  return looks;
}

/** The line as the guide gives it. */
export function guichetLine(lab: WidgetLab): string {
  return `<script async src="${lab.guichet.guichet.url}/guichet.js" data-site="default"></script>`;
}
