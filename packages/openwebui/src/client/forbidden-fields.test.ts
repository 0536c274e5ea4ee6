import { describe, expect, it } from 'vitest';
import { FORBIDDEN_FEATURES, FORBIDDEN_FIELD_NAMES, FORBIDDEN_PARAMS, forbiddenIn } from './forbidden-fields.ts';
import { buildPayload } from './payload.ts';

describe('what must not stand in a body', () => {
  it.each(FORBIDDEN_FIELD_NAMES)('%s, whatever its value', (name) => {
    for (const value of [null, false, [], {}, 'x']) {
      expect(forbiddenIn({ model: 'echo', [name]: value })).toEqual([name]);
      expect(forbiddenIn({ model: 'echo', chat_id: 'local:a', [name]: value }, 'whole-agent')).toEqual([name]);
    }
  });

  it.each(FORBIDDEN_FEATURES)('the feature %s, unless it is off', (name) => {
    expect(forbiddenIn({ features: { web_search: true, [name]: true } })).toEqual([`features.${name}`]);
    expect(forbiddenIn({ features: { [name]: false } })).toEqual([]);
  });

  it.each(FORBIDDEN_PARAMS)('the parameter %s', (name) => {
    expect(forbiddenIn({ params: { function_calling: 'legacy', [name]: 1 } })).toEqual([`params.${name}`]);
  });

  it('an id, unless it is of the whole agent’s temporary chat', () => {
    const ids = { chat_id: 'local:a', id: 'b', session_id: 'c' };
    expect(forbiddenIn(ids)).toEqual(['chat_id', 'id', 'session_id']);
    expect(forbiddenIn(ids, 'whole-agent')).toEqual([]);
    for (const chatId of ['0b1f', '', null, undefined, 'LOCAL:a', ['local:a']]) {
      expect(forbiddenIn({ ...ids, chat_id: chatId }, 'whole-agent')).toEqual(['chat_id']);
    }
  });

  it('an option of the stream other than the wish to know the usage', () => {
    expect(forbiddenIn({ stream_options: { include_usage: true } })).toEqual([]);
    for (const options of [null, {}, 'x', { include_usage: false }, { include_usage: true, more: 1 }]) {
      expect(forbiddenIn({ stream_options: options })).toEqual(['stream_options']);
    }
  });

  it('a file that is not a collection of the site', () => {
    expect(forbiddenIn({ files: [{ type: 'collection', id: 'a' }] })).toEqual([]);
    for (const files of [[{ type: 'file', id: 'a' }], [{ id: 'a' }], [{ type: 'note', id: 'a' }], ['a'], {}, 'a']) {
      expect(forbiddenIn({ files })).toEqual(['files']);
    }
  });
});

it('nothing of it is in what is sent today, with everything that a site can set', () => {
  const equipment = {
    toolIds: ['t'],
    filterIds: ['f'],
    features: ['web_search', 'image_generation'] as const,
    hasKnowledge: true,
    knowledgeIds: ['k'],
    builtinTools: {},
    offersBuiltinTools: true,
    functionCalling: 'native' as const,
  };
  const settings = {
    model: 'echo',
    system: 's',
    collections: ['c'],
    tools: 'one-round' as const,
    temperature: 1,
    maxTokens: 1,
    equipment: { ...equipment, features: [...equipment.features] },
  };
  const body = buildPayload({ settings, turns: [{ role: 'user', text: 'hi' }] });
  expect(forbiddenIn({ ...body })).toEqual([]);
  expect(forbiddenIn({ ...buildPayload({ settings, turns: [] }, true) })).toEqual([]);
});
