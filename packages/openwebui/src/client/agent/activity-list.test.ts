import type { AnswerActivity } from '@guichet/contract/answer-activity';
import { describe, expect, it } from 'vitest';
import { createActivityList } from './activity-list.ts';
import { DEFAULT_AGENT_LIMITS } from './agent-limits.ts';
import type { AgentStatus } from './read-agent-event.ts';

function list() {
  const told: AnswerActivity[] = [];
  return { told, activities: createActivityList((activity) => told.push(activity), DEFAULT_AGENT_LIMITS) };
}

function status(description: string, more: Partial<AgentStatus> = {}): AgentStatus {
  return { description, done: true, failed: false, ...more };
}

function shown(told: AnswerActivity[]) {
  return told.map(({ id, kind, state, title }) => [id, kind, state, ...(title ? [title] : [])]);
}

describe('what is told of what runs', () => {
  it('is a search that Open WebUI tells step by step, told as one and without its own words', () => {
    const { told, activities } = list();
    activities.status(
      status('Searching Knowledge for "{{searchQuery}}"', { action: 'knowledge_search', done: false }),
      1,
    );
    activities.status(status('', { action: 'queries_generated', done: false }), 1);
    activities.status(status('Retrieved {{count}} sources', { action: 'sources_retrieved' }), 1);
    expect(shown(told)).toEqual([
      ['status-1', 'knowledge', 'running'],
      ['status-1', 'knowledge', 'done'],
    ]);
  });

  it('is each step of a tool in its own words', () => {
    const { told, activities } = list();
    activities.status(status('Step one', { done: false }), 1);
    activities.status(status('Step\n two', { done: false }), 1);
    activities.status(status('', { failed: true }), 1);
    expect(shown(told)).toEqual([
      ['status-1', 'other', 'running', 'Step one'],
      ['status-1', 'other', 'done', 'Step one'],
      ['status-2', 'other', 'running', 'Step two'],
      ['status-2', 'other', 'failed', 'Step two'],
    ]);
  });

  it.each([
    ['search_web', 'web-search'],
    ['query_knowledge_files', 'knowledge'],
    ['generate_image', 'picture'],
    ['knowledge_of_mine', 'tool'],
  ])('is %s as %s', (name, kind) => {
    const { told, activities } = list();
    activities.calls([{ key: 'a', name, arguments: '', ready: true, round: 1 }]);
    expect(told[0]?.kind).toBe(kind);
  });

  it('is not told before the arguments are whole, and ends with the answer', () => {
    const { told, activities } = list();
    const call = { key: 'a', name: 'x', arguments: '{"a":', ready: false, round: 2 };
    activities.calls([call]);
    expect(told).toEqual([]);
    activities.calls([{ ...call, arguments: '{"a":1}', ready: true }]);
    activities.calls([{ ...call, arguments: '{"a": 1}', ready: true }]);
    activities.end('failed');
    activities.end('done');
    expect(told.map((one) => [one.state, one.arguments, one.round])).toEqual([
      ['running', '{"a":1}', 2],
      ['failed', '{"a":1}', 2],
    ]);
  });
});
