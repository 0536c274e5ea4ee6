import { describe, expect, it } from 'vitest';
import { AnswerActivities, MAX_ACTIVITIES } from './answer-activities.ts';

const call = (state: 'running' | 'done' | 'failed', more: object = {}) =>
  ({ id: 'call_1', kind: 'tool', title: 'get_weather', state, round: 1, ...more }) as const;

describe('what is done for an answer', () => {
  it('is noted when it begins and when it ends, with how long it took', () => {
    let now = 100;
    const activities = new AnswerActivities(() => now);
    expect(activities.note(call('running'))).toEqual(call('running'));
    now = 350;
    expect(activities.note(call('done'))).toEqual({ ...call('done'), ms: 250 });
    expect(activities.list).toEqual([{ ...call('done'), ms: 250 }]);
  });

  it('tells nothing twice, and nothing after its end', () => {
    const activities = new AnswerActivities(() => 0);
    activities.note(call('running'));
    expect(activities.note(call('running'))).toBeUndefined();
    activities.note(call('failed'));
    expect(activities.note(call('done'))).toBeUndefined();
    expect(activities.note(call('running'))).toBeUndefined();
    expect(activities.list).toEqual([{ ...call('failed'), ms: 0 }]);
  });

  it('keeps no arguments, since they may repeat what a visitor wrote', () => {
    const activities = new AnswerActivities(() => 0);
    activities.note(call('running', { arguments: '{"city":"Paris"}' }));
    expect(JSON.stringify(activities.list)).not.toContain('Paris');
  });

  it('ends as failed whatever the answer’s end cut short', () => {
    const activities = new AnswerActivities(() => 0);
    activities.note(call('running'));
    activities.note(call('done', { id: 'other' }));
    expect(activities.endAll()).toEqual([{ ...call('failed'), ms: 0 }]);
    expect(activities.endAll()).toEqual([]);
  });

  it('is bounded in number and in title', () => {
    const activities = new AnswerActivities(() => 0);
    const noted = Array.from({ length: MAX_ACTIVITIES + 5 }, (_, id) =>
      activities.note(call('running', { id: `${id}`, title: `  long\n title ${'x'.repeat(500)}` })),
    );
    expect(noted.filter((one) => one !== undefined)).toHaveLength(MAX_ACTIVITIES);
    expect(activities.list[0]?.title).toMatch(/^long title x+$/);
    expect(activities.list[0]?.title).toHaveLength(80);
  });
});
