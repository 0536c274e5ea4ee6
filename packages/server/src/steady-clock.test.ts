/** The time of day is set back by two hours: what lasts seconds goes on lasting seconds. */

import { en as causes } from '@guichet/contract/cause-text/en';
import type { OpenWebUiClient } from '@guichet/openwebui/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RunRegistry } from './answer/run-registry.ts';
import { createUpstreamGate } from './answer/upstream-gate.ts';
import { CredentialWatch, QUIET_PROBE_MS } from './credential/credential-watch.ts';
import { createReadiness } from './observe/readiness.ts';
import type { SiteContext } from './sites/site-context.ts';
import { steadyNow } from './steady-clock.ts';

const TWO_HOURS_MS = 2 * 60 * 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function passes(ms: number): void {
  const timeOfDay = Date.now();
  vi.advanceTimersByTime(ms);
  vi.setSystemTime(timeOfDay - TWO_HOURS_MS + ms);
}

it('goes forward whatever happens to the time of day', () => {
  const before = steadyNow();
  passes(1_000);
  expect(steadyNow() - before).toBeCloseTo(1_000);
});

it('asks Open WebUI for its models again', async () => {
  let asked = 0;
  const models = () => {
    asked++;
    return Promise.resolve({ ok: true, value: [{ id: 'm', name: 'm', suggestions: [] }] });
  };
  const gate = createUpstreamGate({ models } as unknown as OpenWebUiClient, async () => 'off');
  const site = { id: 'default', collections: [] } as unknown as SiteContext;
  await gate.answerSettings(site);
  passes(61_000);
  await gate.answerSettings(site);
  expect(asked).toBe(2);
});

it('says within seconds that Open WebUI is away', async () => {
  let there = true;
  const health = () =>
    Promise.resolve(there ? { ok: true, value: { openWebUi: true } } : { ok: false, failure: { cause: 'timeout' } });
  const readiness = createReadiness({
    storage: { check: () => Promise.resolve() },
    client: { health } as unknown as OpenWebUiClient,
    desk: { lack: undefined, watch: { state: { kind: 'unproven' } } } as never,
    texts: () => causes,
    closing: () => false,
  });
  expect((await readiness.state()).ready).toBe(true);
  there = false;
  passes(5_001);
  expect((await readiness.state()).ready).toBe(false);
});

it('asks whether the credential still works', async () => {
  let probes = 0;
  const held = { target: {}, recognition: { kind: 'open-webui-key' } };
  const probe = () => {
    probes++;
    return Promise.resolve({ ok: true });
  };
  const watch = new CredentialWatch({
    keeper: { held, probe, onChange: () => () => undefined } as never,
    onEvent: () => undefined,
  });
  watch.tick();
  await watch.probing;
  passes(QUIET_PROBE_MS + 1);
  watch.tick();
  await watch.probing;
  expect(probes).toBe(2);
});

it('lets go of answers that ended', () => {
  const registry = new RunRegistry();
  const run = { stored: { id: 'run_1', visitorId: 'vis_1' } } as never;
  registry.ended(run);
  expect(registry.find('run_1', 'vis_1')).toBeDefined();
  passes(6 * 60_000);
  expect(registry.find('run_1', 'vis_1')).toBeUndefined();
});
