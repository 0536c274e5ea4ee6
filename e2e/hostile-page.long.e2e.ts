/** Scripts of a page that want the visitor's token or a word of what is said: in an open chat they get it, in a sealed one nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PANEL_PROPERTIES } from '../packages/widget/src/sealed/messages.ts';
import { Chat, type Wall } from './support/chat.ts';
import { ACTS, LAST_ACTS } from './support/hostile-acts.ts';
import { HOSTILE_HEAD, WORKER, WRAPPERS } from './support/hostile-page.ts';
import { PageStage, type PageVisit } from './support/page-stage.ts';

/** Said, and said again by the answer, and found nowhere else. */
const WORDS = 'zebra quagga okapi';

let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open({ model: 'echo' });
});
afterAll(() => stage?.close());

interface Hunted {
  visit: PageVisit;
  chat: Chat;
  /** The visitor's token, and what names the conversation and its messages. */
  secrets: string[];
}

async function hunted(wall: Wall): Promise<Hunted> {
  const line = wall === 'open' ? stage.line : stage.line.replace('async', 'async data-frame');
  const visit = await stage.visit(`${HOSTILE_HEAD}<h1>Bread</h1>${line}`, {
    files: { '/worker.js': { type: 'text/javascript', text: WORKER }, '/other': { type: 'text/html', text: 'mine' } },
  });
  const { page } = visit;
  const chat = new Chat(page, wall);
  await chat.open();
  await chat.ask(WORDS);
  await chat.inside.locator('[part~=message-assistant][data-status=complete]').waitFor();
  const storage = await chat.answers.last().evaluate(() => ({ ...localStorage }) as Record<string, string>);
  const kept = Object.entries(storage);
  const keptAs = (name: string) => kept.find(([key]) => key.endsWith(`:${name}`))?.[1] ?? '';
  const { token } = JSON.parse(keptAs('visitor')) as { token: string };
  await page.evaluate(
    ({ server }) => {
      const own = window as unknown as Record<string, unknown>;
      const first = document.querySelector('guichet-chat')?.shadowRoot?.querySelector('iframe');
      Object.assign(own, { server, frame: first });
      own.rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      own.answered = async () => {
        await (own.rest as (ms: number) => Promise<void>)(400);
        return (own.loot as Record<string, string>)['stolen port'];
      };
      own.withPort = async (hand: (port: MessagePort, nonce: string) => void) => {
        const { port1, port2 } = new MessageChannel();
        const got: unknown[] = [];
        port1.onmessage = ({ data }) => got.push(data);
        hand(port2, first?.src.split('#')[1] ?? '');
        port1.postMessage({ verb: 'open', args: [] });
        await (own.rest as (ms: number) => Promise<void>)(400);
        return got;
      };
    },
    { server: stage.server },
  );
  // The head of every token is the same.
  return { visit, chat, secrets: [...token.split('.').slice(1), keptAs('conversation')] };
}

/** @returns what of the secrets is in the loot, by its own words */
function found(loot: string, { secrets }: Hunted): string[] {
  return [...WORDS.split(' '), ...secrets].filter((secret) => loot.includes(secret));
}

const act = ({ visit }: Hunted, script: string) =>
  visit.page.evaluate(
    `(async () => { try { return textOf(await (async () => { ${script} })(), 6); } catch (error) { return String(error); } })()`,
  ) as Promise<string>;

const lootOf = ({ visit }: Hunted) => visit.page.evaluate('loot') as Promise<Record<string, string>>;

/** Values that a colour, a length or a font never needs, and that some property would ask an address for. */
const LEADING_VALUES = [
  'url(/leak)',
  'URL("/leak")',
  'u\\72l(/leak)',
  '#fff url(/leak)',
  'image-set("/leak" 1x)',
  '-webkit-image-set(url(/leak) 1x)',
  'cross-fade(url(/leak), red)',
  'var(--nothing, url(/leak))',
  'VAR(--nothing, url(/leak))',
  'v\\61r(--nothing, url(/leak))',
  'env(nothing, url(/leak))',
  'attr(nothing, url(/leak))',
  'if(else: url(/leak))',
  '--own(url(/leak))',
  'x;background:url(/leak)',
];

/** @returns what the element took of such a value, by its own style or by any drawn one below it */
function ledAway(chat: Element, properties: readonly string[]): string[] {
  const { style } = chat as HTMLElement;
  const nodes = [chat, ...(chat.shadowRoot?.querySelectorAll('*') ?? [])];
  const taken = properties
    .map((name) => style.getPropertyValue(`--guichet-${name}`))
    .filter((value) => value.includes('leak'));
  const drawn = nodes.map((node) => getComputedStyle(node).backgroundImage).filter((value) => value.includes('leak'));
  return [...taken, ...drawn];
}

describe('a page that wraps the browser before the chat’s line', () => {
  let open: Record<string, string>;
  let sealed: Record<string, string>;
  let openHunt: Hunted;
  let sealedHunt: Hunted;
  beforeAll(async () => {
    openHunt = await hunted('open');
    open = await lootOf(openHunt);
    sealedHunt = await hunted('sealed');
    sealed = await lootOf(sealedHunt);
  });
  afterAll(async () => {
    await openHunt.visit.context.close();
    await sealedHunt.visit.context.close();
  });

  it('gets what is said in an open chat by many ways: the wrappers work', () => {
    const ways = WRAPPERS.map(([name]) => name).filter((name) => found(open[name] ?? '', openHunt).length > 0);
    expect(ways.length).toBeGreaterThanOrEqual(12);
    expect(found(open.fetch ?? '', openHunt)).toEqual(expect.arrayContaining(['zebra', ...openHunt.secrets]));
  });

  it.each(WRAPPERS.map(([name]) => name))('gets nothing from a sealed one: %s', (name) => {
    expect(found(sealed[name] ?? '', sealedHunt)).toEqual([]);
  });

  it('found something to wrap: the page’s part of a sealed chat uses it too', () => {
    for (const name of ['message ports', 'stolen port', 'messages to the window', 'custom events', 'storage'])
      expect(sealed[name] ?? '', name).not.toBe('');
  });
});

describe('a page that looks for it afterwards', () => {
  let hunt: Hunted;
  beforeAll(async () => {
    hunt = await hunted('sealed');
  });
  afterAll(() => hunt?.visit.context.close());

  it.each(ACTS)('gets nothing from a sealed chat: %s', async (_, script) => {
    const asked: string[] = [];
    hunt.visit.page.on('request', (request) => asked.push(request.url()));
    const got = await act(hunt, script);
    expect(found(got, hunt)).toEqual([]);
    // What it could lead the frame to ask for would be a way out as well.
    expect(asked.filter((address) => address.includes('/leak'))).toEqual([]);
  });

  it('leads no style of the frame to an address', async () => {
    const kept: string[] = [];
    for (const value of LEADING_VALUES) {
      await act(
        hunt,
        `for (const port of stolen) port.postMessage({ attributes: Object.fromEntries(${JSON.stringify(PANEL_PROPERTIES)}.map((name) => ['--guichet-' + name, ${JSON.stringify(value)}])) }); return answered();`,
      );
      kept.push(...(await hunt.chat.inside.locator('guichet-chat').evaluate(ledAway, PANEL_PROPERTIES)));
    }
    expect(kept).toEqual([]);
  });

  it('has left the chat as it was, with all that was said', async () => {
    const fresh = await hunt.visit.context.newPage();
    await fresh.goto(stage.url);
    await fresh.locator('guichet-chat').waitFor({ state: 'attached' });
    const again = new Chat(fresh, 'sealed');
    if (!(await again.frame.isVisible().catch(() => false))) await again.open();
    await again.panel.waitFor();
    await fresh.close();
    const loot = Object.values(await lootOf(hunt)).join(' ');
    expect(found(loot, hunt)).toEqual([]);
  });

  it('gets it from an open one by walking the trees, and by reading storage', async () => {
    const open = await hunted('open');
    for (const name of ['walks every tree', 'reads all storage']) {
      const script = ACTS.find(([one]) => one === name)?.[1] ?? '';
      expect(found(await act(open, script), open).length, name).toBeGreaterThan(0);
    }
    await open.visit.context.close();
  });
});

describe('a page that takes the frame for itself', () => {
  it.each(LAST_ACTS)('finds nothing left in it: %s', async (_, script) => {
    const hunt = await hunted('sealed');
    const got = await act(hunt, script);
    expect(found(got, hunt)).toEqual([]);
    expect(found(Object.values(await lootOf(hunt)).join(' '), hunt)).toEqual([]);
    await hunt.visit.context.close();
  });
});
