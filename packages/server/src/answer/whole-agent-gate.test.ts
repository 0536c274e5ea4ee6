import type { WholeAgentFinding } from '@guichet/openwebui/agent-safety';
import { startPractice } from '@guichet/openwebui/practice';
import { describe, expect, it } from 'vitest';
import {
  createWholeAgentGate,
  FINDING_FRESH_MS,
  FINDING_KEPT_MS,
  STEADY_KEPT_MS,
  type WholeAgentObstacle,
} from './whole-agent-gate.ts';

const OPEN: WholeAgentObstacle = { what: 'tool-open', kind: 'notes', opens: 'own-things', closedBy: ['model'] };
const UNREAD: WholeAgentObstacle = {
  what: 'not-checked',
  failure: { cause: 'timeout', confidence: 'certain', phase: 'connect' },
};
const STEADY = { version: '0.12.4', role: 'user' } as const;

function scripted() {
  const scene = {
    now: 0,
    obstacles: [] as WholeAgentObstacle[],
    target: { baseUrl: 'http://a', credential: 'k' } as { baseUrl: string; credential: string } | undefined,
    looks: [] as { model: string; isWhole: boolean; credential: string }[],
    told: [] as [string, readonly WholeAgentObstacle[]][],
    hold: undefined as Promise<void> | undefined,
  };
  const gate = createWholeAgentGate({
    target: () => scene.target,
    clock: () => scene.now,
    onChange: (model, obstacles) => scene.told.push([model, obstacles]),
    async look({ credential }, model, steady): Promise<WholeAgentFinding> {
      scene.looks.push({ model, isWhole: steady === undefined, credential });
      const { obstacles } = scene;
      await scene.hold;
      return { obstacles, steady: STEADY };
    },
  });
  return { scene, gate };
}

/** Lets what goes on in the background end. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what was found', () => {
  it('is asked once for all who ask at a time, and again after a minute while the old one is given', async () => {
    const { scene, gate } = scripted();
    expect(await Promise.all([gate.check('m'), gate.check('m'), gate.check('m')])).toEqual([[], [], []]);
    expect(scene.looks).toHaveLength(1);
    scene.now = FINDING_FRESH_MS - 1;
    await gate.check('m');
    expect(scene.looks).toHaveLength(1);
    scene.now = FINDING_FRESH_MS;
    scene.obstacles = [OPEN];
    expect(await gate.check('m')).toEqual([]);
    await settled();
    expect(scene.looks).toHaveLength(2);
    expect(await gate.check('m')).toEqual([OPEN]);
    expect(scene.told).toEqual([
      ['m', []],
      ['m', [OPEN]],
    ]);
  });

  it('is waited for when it is too old to be trusted', async () => {
    const { scene, gate } = scripted();
    await gate.check('m');
    scene.now = FINDING_KEPT_MS;
    scene.obstacles = [OPEN];
    expect(await gate.check('m')).toEqual([OPEN]);
  });

  it('is looked at now for whoever is about to choose', async () => {
    const { scene, gate } = scripted();
    scene.obstacles = [OPEN];
    await gate.check('m');
    scene.obstacles = [];
    expect(await gate.check('m')).toEqual([OPEN]);
    expect(await gate.checkNow('m')).toEqual([]);
    expect(await gate.check('m')).toEqual([]);
  });

  it('is of one model, of one key and of one address', async () => {
    const { scene, gate } = scripted();
    await gate.check('m');
    await gate.check('n');
    scene.target = { baseUrl: 'http://a', credential: 'other' };
    scene.obstacles = [OPEN];
    expect(await gate.check('m')).toEqual([OPEN]);
    scene.target = { baseUrl: 'http://b', credential: 'other' };
    await gate.check('m');
    expect(scene.looks.map(({ model, isWhole }) => `${model} ${isWhole}`)).toEqual([
      'm true',
      'n false',
      'm true',
      'm true',
    ]);
  });

  it('of a key that was changed meanwhile is not kept for the new one', async () => {
    const { scene, gate } = scripted();
    const { promise, resolve } = Promise.withResolvers<void>();
    scene.hold = promise;
    const late = gate.check('m');
    scene.target = { baseUrl: 'http://a', credential: 'other' };
    scene.obstacles = [OPEN];
    const next = gate.check('m');
    resolve();
    expect(await late).toEqual([]);
    expect(await next).toEqual([OPEN]);
    expect(await gate.check('m')).toEqual([OPEN]);
    expect(scene.told).toEqual([['m', [OPEN]]]);
  });
});

it('version and role are read again every ten minutes', async () => {
  const { scene, gate } = scripted();
  await gate.check('m');
  for (scene.now = FINDING_KEPT_MS; scene.now <= STEADY_KEPT_MS; scene.now += FINDING_KEPT_MS) await gate.check('m');
  expect(scene.looks.map(({ isWhole }) => isWhole)).toEqual([true, false, false, false, false, true]);
});

describe('while Open WebUI does not answer', () => {
  it('what was found lately holds, and nothing once it is too old', async () => {
    const { scene, gate } = scripted();
    await gate.check('m');
    scene.obstacles = [UNREAD];
    scene.now = FINDING_FRESH_MS;
    await gate.check('m');
    await settled();
    expect(await gate.check('m')).toEqual([]);
    scene.now = FINDING_KEPT_MS;
    expect(await gate.check('m')).toEqual([UNREAD]);
    scene.obstacles = [];
    expect(await gate.check('m')).toEqual([UNREAD]);
    scene.now += 2_000;
    expect(await gate.check('m')).toEqual([]);
    // Fresh, kept, too old, and after the failure: not one look for each question.
    expect(scene.looks).toHaveLength(4);
  });

  it('nothing may run that was never looked at', async () => {
    const { scene, gate } = scripted();
    scene.obstacles = [UNREAD];
    expect(await gate.check('m')).toEqual([UNREAD]);
    scene.target = undefined;
    expect(await gate.check('m')).toMatchObject([{ what: 'not-checked', failure: { cause: 'key-missing' } }]);
    expect(await gate.checkNow('m')).toMatchObject([{ what: 'not-checked' }]);
  });
});

it('keeps a bounded number of models', async () => {
  const { scene, gate } = scripted();
  for (let number = 0; number < 150; number++) await gate.check(`m${number}`);
  await gate.check('m149');
  expect(scene.looks).toHaveLength(150);
  await gate.check('m0');
  expect(scene.looks).toHaveLength(151);
});

it('stops offering it when the owner opens something at Open WebUI', async () => {
  const practice = await startPractice();
  const { state } = practice;
  const credential = state.makeKey(state.addAccount());
  let now = 0;
  const gate = createWholeAgentGate({ target: () => ({ baseUrl: practice.url, credential }), clock: () => now });
  state.editModel('echo', { capabilities: { builtin_tools: false } });
  expect(await gate.check('echo')).toEqual([]);
  state.editModel('echo', { capabilities: {} });
  now = FINDING_KEPT_MS;
  expect((await gate.check('echo')).length).toBeGreaterThan(5);
  await practice.close();
});
