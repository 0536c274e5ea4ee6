/** How long a page's scripts run at load and when the chat is opened, on a processor four times as slow. */
import type { Page } from 'playwright-core';
import type { PeerPage } from './peer-packages.ts';
import type { WidgetLab } from './widget-lab.ts';

/** As Lighthouse slows a computer down to a usual phone. */
const SLOWED = 4;

/** A page is at rest when nothing was asked for and run for so long. */
const REST_MS = 2_000;

/** Milliseconds of scripts, and of all tasks of the page's main thread (layout and drawing too). */
export interface ScriptTime {
  load: number;
  loadTasks: number;
  /** undefined where it is always open */
  open: number | undefined;
  openTasks: number | undefined;
}

export async function measureScriptTime(
  lab: WidgetLab,
  body: string,
  launcher?: PeerPage['launcher'],
): Promise<ScriptTime> {
  const context = await lab.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1_000;
    return { scripts: of('ScriptDuration'), tasks: of('TaskDuration') };
  };
  await page.goto(lab.showing(body));
  await atRest(page);
  const loaded = await spent();
  let open: { scripts: number; tasks: number } | undefined;
  if (launcher) {
    await page.locator(`${launcher.host} ${launcher.button}`).first().click();
    await atRest(page);
    open = await spent();
  }
  await context.close();
  return {
    load: loaded.scripts,
    loadTasks: loaded.tasks,
    open: open && open.scripts - loaded.scripts,
    openTasks: open && open.tasks - loaded.tasks,
  };
}

async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForTimeout(REST_MS);
}
