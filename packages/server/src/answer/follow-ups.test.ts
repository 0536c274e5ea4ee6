import { describe, expect, it } from 'vitest';
import type { FollowUpState } from '../storage/storage.ts';
import { siteOf } from '../testing/site-of.ts';
import { type FollowUpParts, FollowUps } from './follow-ups.ts';

const STATE: FollowUpState = {
  status: 'complete',
  runId: 'run_1',
  conversationId: 'con_1',
  site: 'default',
  question: 'What does it cost?',
  answer: 'Seven euros.',
  questions: null,
};

function scene(state: Partial<FollowUpState> | undefined, { isOn = true, fails = false } = {}) {
  const kept = state && { ...STATE, ...state };
  const asked: unknown[] = [];
  const failure = { code: 'assistant-unavailable', cause: 'timeout', confidence: 'certain', phase: 'response' };
  const parts = {
    storage: {
      readFollowUps: async () => kept && { ...kept },
      writeFollowUps: async (_id: string, questions: string[]) => {
        if (kept) kept.questions ??= questions;
      },
      readTurnsBefore: async () => [{ role: 'user', text: 'Hello' }],
    },
    upstream: {
      answerSettings: async () => ({ ok: true, settings: { model: 'guide', tools: 'one-round', equipment: {} } }),
      client: {
        followUps: async (request: unknown) => {
          asked.push(request);
          return fails ? { ok: false, failure } : { ok: true, value: ['And children?'] };
        },
      },
    },
    logger: { info: () => undefined },
  } as unknown as FollowUpParts;
  const site = siteOf({ followUps: isOn });
  return { asked, ask: () => new FollowUps(parts).questionsAfter('msg_a', 'vis_1', site), parts, site };
}

describe('questions proposed after an answer', () => {
  it('are asked for once, with the conversation and nothing of the tools', async () => {
    const { ask, asked } = scene({});
    expect(await ask()).toEqual(['And children?']);
    expect(await ask()).toEqual(['And children?']);
    expect(asked).toEqual([
      {
        settings: { model: 'guide' },
        turns: [
          { role: 'user', text: 'Hello' },
          { role: 'user', text: 'What does it cost?' },
          { role: 'assistant', text: 'Seven euros.' },
        ],
      },
    ]);
  });

  it('cost one call when two tabs ask at the same time', async () => {
    const { parts, asked, site } = scene({});
    const followUps = new FollowUps(parts);
    const ask = () => followUps.questionsAfter('msg_a', 'v', site);
    const both = await Promise.all([ask(), ask()]);
    expect(both).toEqual([['And children?'], ['And children?']]);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['the site has them off', {}, { isOn: false }],
    ['the answer was stopped', { status: 'stopped' as const }, {}],
    ['the answer failed', { status: 'failed' as const, answer: '' }, {}],
  ])('are none and cost nothing where %s', async (_why, state, options) => {
    const { ask, asked } = scene(state, options);
    expect(await ask()).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('are none after a failure, which is not tried again', async () => {
    const { ask, asked } = scene({}, { fails: true });
    expect(await ask()).toEqual([]);
    expect(await ask()).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('are told to nobody but the visitor of the answer', async () => {
    expect(await scene(undefined).ask()).toBeUndefined();
  });
});
