import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatCompletionRequest, ChatTurn } from './chat-completion-types.ts';
import type { ModelEquipment } from './model-equipment.ts';
import { neutralise } from './neutralise.ts';
import { buildPayload } from './payload.ts';

const SETTINGS = { model: 'echo' };

const EQUIPMENT: ModelEquipment = {
  toolIds: ['weather', 'server:0'],
  filterIds: ['stamp'],
  features: ['web_search', 'image_generation'],
  hasKnowledge: true,
  knowledgeIds: ['k'],
  builtinTools: {},
  offersBuiltinTools: true,
  functionCalling: 'native',
};

describe('the payload', () => {
  it('is always streamed, asks for the documents of the model and holds no id', () => {
    expect(buildPayload({ settings: SETTINGS, turns: [{ role: 'user', text: 'hi' }] })).toEqual({
      model: 'echo',
      stream: true,
      messages: [{ role: 'user', content: 'hi' }],
      params: { function_calling: 'legacy' },
    });
  });

  it("holds what the site's owner set", () => {
    const settings = { model: 'echo', system: 'Be {{USER_NAME}}.', temperature: 0, maxTokens: 5, collections: ['k'] };
    expect(buildPayload({ settings, turns: [] })).toEqual({
      model: 'echo',
      stream: true,
      messages: [{ role: 'system', content: 'Be {{USER_NAME}}.' }],
      params: { function_calling: 'legacy' },
      files: [{ type: 'collection', id: 'k' }],
      temperature: 0,
      max_tokens: 5,
    });
  });

  it.each([
    [undefined, { filter_ids: ['stamp'] }],
    ['off', { filter_ids: ['stamp'] }],
    ['one-round', { filter_ids: ['stamp'], tool_ids: ['weather', 'server:0'], features: { web_search: true } }],
  ] as const)("with tools %s sends along what Open WebUI's interface would for this model", (tools, sent) => {
    const settings = { model: 'm', equipment: EQUIPMENT, ...(tools && { tools }) };
    expect(buildPayload({ settings, turns: [] })).toEqual({
      model: 'm',
      stream: true,
      messages: [],
      params: { function_calling: 'legacy' },
      ...sent,
    });
  });

  it('leaves out turns without text and repairs half characters', () => {
    const turns: ChatTurn[] = [
      { role: 'user', text: 'a\ud800' },
      { role: 'assistant', text: '' },
    ];
    expect(buildPayload({ settings: SETTINGS, turns }).messages).toEqual([{ role: 'user', content: 'a\ufffd' }]);
  });

  it('puts pictures behind the words of a visitor, and documents beside the collections', () => {
    const picture = { contentType: 'image/png', base64: 'iVBORw==' };
    const turns: ChatTurn[] = [
      { role: 'assistant', text: 'Show me.', pictures: [picture] },
      { role: 'user', text: '{{USER_EMAIL}}', pictures: [picture] },
    ];
    const payload = buildPayload({ settings: { ...SETTINGS, collections: ['c'] }, turns, documentIds: ['f'] });
    expect(payload.files).toEqual([
      { type: 'collection', id: 'c' },
      { type: 'file', id: 'f' },
    ]);
    expect(payload.messages).toEqual([
      { role: 'assistant', content: 'Show me.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: '{\u200b{USER_EMAIL}}' },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw==' } },
        ],
      },
    ]);
  });

  it.each([
    ['an address', { contentType: 'image/png', base64: 'https://evil.example/?' }],
    ['a program', { contentType: 'image/svg+xml', base64: 'PHN2Zz4=' }],
    ['a type with more behind it', { contentType: 'image/png,https://evil.example', base64: 'iVBORw==' }],
    ['no words at all', { contentType: ['image/png'], base64: 7 }],
  ])('takes %s for no picture', (_, picture) => {
    const turns = [{ role: 'user', text: 'hi', pictures: [picture] }] as unknown as ChatTurn[];
    expect(buildPayload({ settings: SETTINGS, turns }).messages).toEqual([{ role: 'user', content: 'hi' }]);
  });

  it('lets nothing through but text with the role user or assistant, whatever comes in', () => {
    const hostile = fc.dictionary(
      fc.constantFrom(
        'role',
        'text',
        'pictures',
        'content',
        'files',
        'params',
        'tool_ids',
        'filter_ids',
        'features',
        'chat_id',
        'id',
        'session_id',
        '__proto__',
      ),
      fc.oneof(fc.constantFrom('system', 'developer', 'tool', 'user', 'assistant'), fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.array(hostile), (turns) => {
        const request = { settings: SETTINGS, turns, chat_id: 'c', files: [{ type: 'url' }] };
        const payload = buildPayload(request as unknown as ChatCompletionRequest);
        expect(Object.keys(payload).sort()).toEqual(['messages', 'model', 'params', 'stream']);
        expect(payload.params).toEqual({ function_calling: 'legacy' });
        for (const message of payload.messages) {
          expect(Object.keys(message).sort()).toEqual(['content', 'role']);
          expect(['user', 'assistant']).toContain(message.role);
          expect(typeof message.content).toBe('string');
        }
      }),
    );
  });
});

describe('neutralising', () => {
  it.each([
    ['{{USER_EMAIL}}', '{\u200b{USER_EMAIL}}'],
    ['{{{x}}}', '{\u200b{\u200b{x}}}'],
    ['<$abc|x>', '<\u200b$abc|x>'],
    ['</abc|x>', '<\u200b/abc|x>'],
    [' /skills:create x', ' /\u200bskills:create x'],
    ['/SKILLS:Create', '/\u200bSKILLS:Create'],
  ])('%j', (text, expected) => expect(neutralise(text)).toBe(expected));

  it.each([['a < b'], ['<div>x</div>'], ['{ a: { b: 1 } }'], ['$5 < $6'], ['a/b'], ['{x}']])(
    'leaves %j alone',
    (text) => {
      expect(neutralise(text)).toBe(text);
    },
  );

  it('leaves nothing that has a meaning, changes nothing twice, and nothing that people see', () => {
    const part = fc.oneof(
      fc.constantFrom('{', '}', '<', '>', '$', '|', '/', 'abc', '/skills:create', '\n'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const safe = neutralise(text);
        expect(safe).not.toMatch(/\{\{|<\$|\/skills:create/i);
        // How Open WebUI 0.12.4 recognises a skill.
        expect(safe).not.toMatch(/<(?:\$([a-z0-9_-]+)(?:\|[^>]*)?|\/([a-z0-9_-]{1,200})\|[^>]*)>/);
        expect(neutralise(safe)).toBe(safe);
        expect(safe.replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''));
      }),
    );
  });
});
