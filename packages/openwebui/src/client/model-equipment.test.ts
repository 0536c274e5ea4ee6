import { describe, expect, it } from 'vitest';
import { readModelEquipment } from './model-equipment.ts';

const NOTHING = {
  toolIds: [],
  filterIds: [],
  features: [],
  hasKnowledge: false,
  knowledgeIds: [],
  builtinTools: {},
  offersBuiltinTools: true,
  functionCalling: undefined,
};

const listed = (meta: object, more: object = {}) => readModelEquipment({ id: 'm', info: { meta }, ...more });

describe('what a model is equipped with', () => {
  it('is read from its entry in the list', () => {
    const meta = {
      toolIds: ['weather', 'server:mcp:notes'],
      defaultFilterIds: ['stamp', 'gone'],
      defaultFeatureIds: ['web_search', 'image_generation', 'code_interpreter'],
      capabilities: { web_search: true, image_generation: true, code_interpreter: true, builtin_tools: false },
      knowledge: [
        { id: 'k1', type: 'collection' },
        { name: 'of old', collection_names: ['c'] },
      ],
      builtinTools: { chats: false, time: true },
    };
    const entry = {
      info: { meta, params: { function_calling: 'native' } },
      filters: [{ id: 'stamp' }, { id: 'other' }],
    };
    expect(readModelEquipment(entry)).toEqual({
      toolIds: ['weather', 'server:mcp:notes'],
      filterIds: ['stamp'],
      features: ['web_search', 'image_generation'],
      hasKnowledge: true,
      knowledgeIds: ['k1'],
      builtinTools: { chats: false, time: true },
      offersBuiltinTools: false,
      functionCalling: 'native',
    });
  });

  it.each([
    ['a provider’s model', { id: 'm' }],
    ['no meta', { info: {} }],
    ['null', { info: { meta: null, params: null } }],
    [
      'other kinds of values',
      { info: { meta: { toolIds: 'weather', knowledge: {}, capabilities: [], builtinTools: [1] } } },
    ],
    ['other kinds within lists', { info: { meta: { toolIds: [1, null, {}, ''], defaultFilterIds: [['a']] } } }],
  ])('is nothing where there is nothing: %s', (_name, entry) => expect(readModelEquipment(entry)).toEqual(NOTHING));

  it('has no feature that the model is not marked capable of, as in the interface', () => {
    expect(listed({ defaultFeatureIds: ['web_search'] }).features).toEqual([]);
    expect(listed({ defaultFeatureIds: ['web_search'], capabilities: { web_search: 'yes' } }).features).toEqual([]);
    expect(listed({ capabilities: { web_search: true } }).features).toEqual([]);
  });

  it('takes the filters as they are where the list of an old version names none', () => {
    expect(listed({ defaultFilterIds: ['stamp'] }).filterIds).toEqual(['stamp']);
    expect(listed({ defaultFilterIds: ['stamp'] }, { filters: [] }).filterIds).toEqual([]);
  });

  it('is bounded, whatever Open WebUI sends', () => {
    const many = Array.from({ length: 5_000 }, (_, place) => `tool-${place}`);
    const { toolIds, builtinTools } = listed({
      toolIds: ['x'.repeat(10_000), ...many, 'tool-1'],
      builtinTools: Object.fromEntries(many.map((name) => [name, true])),
    });
    expect(toolIds).toHaveLength(100);
    expect(toolIds[0]).toBe('tool-0');
    expect(Object.keys(builtinTools)).toHaveLength(100);
  });
});
