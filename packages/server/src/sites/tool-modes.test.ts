import type { ModeObstacle } from '@guichet/contract/assistant-api';
import type { ToolMode } from '@guichet/contract/site-settings';
import { describe, expect, it } from 'vitest';
import { siteOf } from '../testing/site-of.ts';
import { modeAvailability, modeInForce } from './mode-availability.ts';
import { ToolModes } from './tool-modes.ts';

const MINUTE_MS = 60_000;

interface Facts {
  version?: string | undefined;
  hasSession?: boolean;
  agentObstacles?: ModeObstacle[];
}

const reasonsOf = (mode: ToolMode, { version, hasSession = true, agentObstacles = [] }: Facts) =>
  modeAvailability({ ...(version !== undefined && { version }), hasSession, agentObstacles })
    .find((one) => one.mode === mode)
    ?.reasons.map(({ code, names }) => [code, ...names].join(' '));

describe('what is possible', () => {
  it.each<[ToolMode, Facts, string[]]>([
    ['off', {}, []],
    ['one-round', { version: '0.12.4' }, []],
    ['one-round', { version: '0.8.12' }, []],
    ['one-round', { version: '0.8.11' }, ['version-too-old 0.8.12 0.8.11']],
    // Nothing worse happens than that no tool runs.
    ['one-round', {}, []],
    ['one-round', { version: '0.12.4', hasSession: false }, []],
    ['whole-agent', { version: '0.10.2' }, []],
    ['whole-agent', { version: '0.10.1' }, ['version-too-old 0.10.2 0.10.1']],
    ['whole-agent', {}, ['version-unknown 0.10.2']],
    ['whole-agent', { version: '0.12.4', hasSession: false }, ['sign-in-missing']],
    [
      'whole-agent',
      {
        version: '0.9.0',
        hasSession: false,
        agentObstacles: [{ code: 'tools-of-account', names: ['notes', 'chats'] }],
      },
      ['version-too-old 0.10.2 0.9.0', 'sign-in-missing', 'tools-of-account notes chats'],
    ],
  ])('%s with %o', (mode, facts, reasons) => expect(reasonsOf(mode, facts)).toEqual(reasons));

  it.each<[ToolMode, Facts, ToolMode]>([
    ['whole-agent', { version: '0.12.4' }, 'whole-agent'],
    ['whole-agent', { version: '0.12.4', hasSession: false }, 'one-round'],
    ['whole-agent', { version: '0.8.0', hasSession: false }, 'off'],
    ['one-round', { version: '0.8.0' }, 'off'],
    ['off', { version: '0.12.4' }, 'off'],
  ])('%s with %o falls back to %s, never to more than was chosen', (chosen, facts, inForce) => {
    const whole = { hasSession: true, agentObstacles: [], ...facts };
    const { version, ...rest } = whole;
    expect(modeInForce(chosen, modeAvailability({ ...rest, ...(version !== undefined && { version }) }))).toBe(inForce);
  });
});

function scene(first: Facts) {
  const facts = { version: '0.12.4' as string | undefined, hasSession: true, agentObstacles: [], ...first };
  let clock = 0;
  let asked = 0;
  const told: string[] = [];
  const modes = new ToolModes({
    async version() {
      asked++;
      return facts.version;
    },
    hasSession: async () => facts.hasSession,
    agentObstacles: async () => facts.agentObstacles,
    onFallback: (site, inForce, reasons) =>
      told.push(`${site.id} ${inForce} ${reasons.map(({ code }) => code).join(',')}`.trim()),
    clock: () => clock,
  });
  return { modes, facts, told, asked: () => asked, pass: (ms: number) => (clock += ms) };
}

/** The look in the background is over. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what counts for an answer', () => {
  it('asks nobody where no tools are wanted', async () => {
    const { modes, asked } = scene({});
    expect(await modes.inForce(siteOf({ tools: 'off' }))).toBe('off');
    expect(asked()).toBe(0);
  });

  it('falls back when a precondition is gone, comes back with it, and says each once', async () => {
    const { modes, facts, told, pass } = scene({});
    const site = siteOf({ tools: 'whole-agent' });
    expect(await modes.inForce(site)).toBe('whole-agent');
    facts.hasSession = false;
    for (let round = 0; round < 3; round++) {
      pass(MINUTE_MS);
      await modes.inForce(site);
      await settled();
    }
    expect(await modes.inForce(site)).toBe('one-round');
    facts.hasSession = true;
    expect((await modes.read(site)).inForce).toBe('whole-agent');
    expect(told).toEqual(['default one-round sign-in-missing', 'default whole-agent']);
  });

  it('waits for nothing once it knows something, and asks at most once a minute', async () => {
    const { modes, facts, pass, asked } = scene({});
    const site = siteOf({ tools: 'one-round' });
    await modes.inForce(site);
    facts.version = '0.8.0';
    pass(MINUTE_MS - 1);
    expect(await modes.inForce(site)).toBe('one-round');
    expect(asked()).toBe(1);
    pass(1);
    expect(await modes.inForce(site)).toBe('one-round');
    await settled();
    expect(await modes.inForce(site)).toBe('off');
    expect(asked()).toBe(2);
  });

  it('keeps the version it knew while Open WebUI does not answer, and forgets it with the credential', async () => {
    const { modes, facts } = scene({});
    const site = siteOf({ tools: 'whole-agent' });
    await modes.inForce(site);
    facts.version = undefined;
    expect(await modes.read(site)).toMatchObject({ version: '0.12.4', inForce: 'whole-agent' });
    modes.forget();
    expect(await modes.read(site)).toMatchObject({ inForce: 'one-round' });
  });

  it('has no news of a mode that nobody wants any more', async () => {
    const { modes, told } = scene({ hasSession: false });
    await modes.inForce(siteOf({ tools: 'whole-agent' }));
    await modes.read(siteOf({ tools: 'off' }));
    await modes.read(siteOf({ tools: 'one-round' }));
    expect(told).toEqual(['default one-round sign-in-missing']);
  });

  it('looks again at once when a site is another, and knows the version all the same', async () => {
    const { modes, facts } = scene({});
    const site = siteOf({ tools: 'whole-agent' });
    await modes.inForce(site);
    facts.version = undefined;
    facts.hasSession = false;
    modes.sitesChanged();
    expect(await modes.inForce(site)).toBe('one-round');
    expect((await modes.read(site)).version).toBe('0.12.4');
  });

  it('judges each site by its own obstacles', async () => {
    const { modes, facts } = scene({});
    expect(await modes.inForce(siteOf({ tools: 'whole-agent' }))).toBe('whole-agent');
    facts.agentObstacles = [{ code: 'x', names: [] }] as never;
    expect(await modes.inForce(siteOf({ id: 'shop', tools: 'whole-agent' }))).toBe('one-round');
    expect(await modes.inForce(siteOf({ tools: 'whole-agent' }))).toBe('whole-agent');
  });
});
