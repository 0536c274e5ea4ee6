import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatCompletionRequest } from '../chat-completion-types.ts';
import { FORBIDDEN_FIELD_NAMES, forbiddenIn } from '../forbidden-fields.ts';
import type { ModelEquipment } from '../model-equipment.ts';
import { buildPayload } from '../payload.ts';
import { buildAgentPayload } from './agent-payload.ts';

const IDS = { chatId: 'local:s', messageId: 'm', sessionId: 'r' };
const PARAMS = { function_calling: 'native', stream_delta_chunk_size: 4 };

const EQUIPMENT: ModelEquipment = {
  toolIds: ['weather', 'server:0'],
  filterIds: ['stamp'],
  features: ['web_search', 'image_generation'],
  hasKnowledge: true,
  knowledgeIds: ['k'],
  builtinTools: {},
  offersBuiltinTools: true,
  functionCalling: undefined,
};

/** Every field that Open WebUI or its models read, besides those of a turn. */
const HOSTILE_NAMES = [
  ...FORBIDDEN_FIELD_NAMES,
  'chat_id',
  'id',
  'session_id',
  'tool_ids',
  'filter_ids',
  'features',
  'files',
  'params',
  'model',
  'messages',
  'stream',
  'role',
  'text',
  'content',
  '__proto__',
  'constructor',
];

describe('the payload of the whole agent', () => {
  it('holds the ids made here, and asks for native calling', () => {
    expect(buildAgentPayload({ settings: { model: 'm' }, turns: [{ role: 'user', text: 'hi' }] }, IDS)).toEqual({
      model: 'm',
      stream: true,
      messages: [{ role: 'user', content: 'hi' }],
      chat_id: 'local:s',
      id: 'm',
      session_id: 'r',
      params: PARAMS,
    });
  });

  it("sends what Open WebUI's interface would for the model, and what the site's owner set", () => {
    const settings = {
      model: 'm',
      system: 'Be brief.',
      collections: ['c'],
      temperature: 0,
      maxTokens: 5,
      equipment: { ...EQUIPMENT, functionCalling: 'legacy' as const },
    };
    expect(buildAgentPayload({ settings, turns: [] }, IDS)).toEqual({
      model: 'm',
      stream: true,
      messages: [{ role: 'system', content: 'Be brief.' }],
      chat_id: 'local:s',
      id: 'm',
      session_id: 'r',
      params: { ...PARAMS, function_calling: 'legacy' },
      tool_ids: ['weather', 'server:0'],
      filter_ids: ['stamp'],
      features: { web_search: true, image_generation: true },
      files: [{ type: 'collection', id: 'c' }],
      temperature: 0,
      max_tokens: 5,
    });
  });

  it.each(FORBIDDEN_FIELD_NAMES)('never holds %s, whoever sends it', (field) => {
    const hostile = { [field]: [{ function: { name: 'evil' } }] };
    const request = {
      ...hostile,
      settings: { model: 'm', equipment: EQUIPMENT, tools: 'whole-agent', ...hostile },
      turns: [{ role: 'user', text: 'hi', ...hostile }],
    } as unknown as ChatCompletionRequest;
    for (const payload of [buildAgentPayload(request, IDS), buildPayload(request)]) {
      expect(Object.keys(payload)).not.toContain(field);
      expect(JSON.stringify(payload)).not.toContain('evil');
    }
  });

  it('lets nothing of a turn through but its text, whatever comes in', () => {
    const turn = fc.dictionary(
      fc.constantFrom(...HOSTILE_NAMES),
      fc.oneof(fc.constantFrom('system', 'tool', 'user', 'assistant', '<$skill|x>', '{{USER_EMAIL}}'), fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.array(turn), turn, (turns, beside) => {
        const { settings: _, turns: __, ...rest } = beside;
        const request = { ...rest, settings: { model: 'm' }, turns } as unknown as ChatCompletionRequest;
        const payload = buildAgentPayload(request, IDS);
        expect(Object.keys(payload).sort()).toEqual(
          ['chat_id', 'id', 'messages', 'model', 'params', 'session_id', 'stream'].sort(),
        );
        expect([payload.chat_id, payload.id, payload.session_id]).toEqual(['local:s', 'm', 'r']);
        expect(payload.params).toEqual(PARAMS);
        expect(forbiddenIn({ ...payload }, 'whole-agent')).toEqual([]);
        for (const message of payload.messages) {
          expect(Object.keys(message).sort()).toEqual(['content', 'role']);
          expect(['user', 'assistant']).toContain(message.role);
          expect(message.content).not.toMatch(/\{\{|<\$/);
        }
      }),
    );
  });
});
