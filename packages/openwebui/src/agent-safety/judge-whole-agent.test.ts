import { describe, expect, it } from 'vitest';
import { BUILTIN_TOOL_KINDS } from './builtin-tool-kinds.ts';
import { judgeWholeAgent, type WholeAgentObstacle } from './judge-whole-agent.ts';
import { readModelSafety, readRights, type SafetyEvidence } from './safety-evidence.ts';

const DOCUMENTS = [{ type: 'collection', id: 'c1', name: 'Prices' }];
/** As the defaults of 0.12.4 leave them. */
const DEFAULT_RIGHTS = {
  chat: { file_upload: true },
  features: {
    notes: true,
    channels: true,
    web_search: true,
    image_generation: true,
    code_interpreter: true,
    memories: true,
    automations: false,
    calendar: true,
    webhooks: false,
  },
};
const NO_RIGHTS = {
  chat: { file_upload: false },
  features: Object.fromEntries(Object.keys(DEFAULT_RIGHTS.features).map((name) => [name, false])),
};

const DANGEROUS = BUILTIN_TOOL_KINDS.filter(({ opens }) => opens !== 'nothing').map(({ name }) => name);
const ALL_CLOSED = Object.fromEntries(DANGEROUS.map((name) => [name, false]));

function model(meta: Record<string, unknown> = {}) {
  return readModelSafety({ id: 'guide', info: { meta: { knowledge: DOCUMENTS, ...meta } } });
}

function evidence(changes: Partial<SafetyEvidence> = {}): SafetyEvidence {
  return {
    version: '0.12.4',
    role: 'user',
    model: model({ builtinTools: ALL_CLOSED }),
    rights: DEFAULT_RIGHTS,
    skills: [],
    ...changes,
  };
}

function kindsOf(obstacles: WholeAgentObstacle[]): string[] {
  return obstacles.map((one) => (one.what === 'tool-open' ? one.kind : one.what));
}

const judged = (changes: Partial<SafetyEvidence>) => kindsOf(judgeWholeAgent(evidence(changes)));

describe('what an untouched model and account open', () => {
  it.each([
    ['0.12.4', 'chats notes memory calendar channels tasks skills files subagents user_input code_interpreter'],
    ['0.11.4', 'chats notes memory calendar channels tasks files subagents user_input code_interpreter'],
    ['0.10.2', 'chats notes memory calendar channels tasks code_interpreter'],
  ])('in %s', (version, kinds) => {
    expect(judged({ version, model: model(), skills: [] })).toEqual(kinds.split(' '));
  });
});

it.each([
  ['everything dangerous closed in the model', {}, []],
  ['built-in tools off altogether', { model: model({ capabilities: { builtin_tools: false } }) }, []],
  [
    'the same in a version that nobody has read',
    { version: '0.13.0', model: model({ capabilities: { builtin_tools: false } }) },
    [],
  ],
  ['a version that nobody has read, everything known closed', { version: '0.13.0' }, ['version-unread']],
  ['a later one of the line that was read', { version: '0.12.9' }, []],
  ['another line', { version: '1.0.0' }, ['version-unread']],
  ['before 0.10.2', { version: '0.10.1' }, ['version-too-old']],
  ['long before', { version: '0.6.43', model: undefined, role: 'admin' as const }, ['version-too-old']],
  ['no version', { version: undefined }, ['version-unknown']],
  ['an administrator’s key, everything closed', { role: 'admin' as const }, ['account-is-administrator']],
  [
    'an administrator’s key, built-in tools off',
    { role: 'admin' as const, model: model({ capabilities: { builtin_tools: false } }) },
    ['account-is-administrator'],
  ],
  ['nobody knows whose key', { role: 'unknown' as const }, ['account-unknown']],
  ['an account that waits', { role: 'pending' as const }, ['account-unknown']],
  ['no such model', { model: undefined }, ['model-missing']],
  ['one of them open', { model: model({ builtinTools: { ...ALL_CLOSED, notes: true } }) }, ['notes']],
  ['one of them not named', { model: model({ builtinTools: { ...ALL_CLOSED, notes: undefined } }) }, ['notes']],
  [
    'open, and the account has no right to it',
    { model: model({ builtinTools: { ...ALL_CLOSED, notes: true } }), rights: NO_RIGHTS },
    [],
  ],
  [
    'open, without a right that could close it',
    { model: model({ builtinTools: { ...ALL_CLOSED, chats: true } }), rights: NO_RIGHTS },
    ['chats'],
  ],
  [
    'open, and the account’s rights are not readable',
    { model: model({ builtinTools: { ...ALL_CLOSED, automations: true } }), rights: undefined },
    ['automations'],
  ],
  [
    'open, and the right is not named',
    { model: model({ builtinTools: { ...ALL_CLOSED, notes: true } }), rights: { features: {} } },
    ['notes'],
  ],
  [
    'a capability missing',
    { model: model({ builtinTools: { ...ALL_CLOSED, memory: true }, capabilities: { memory: false } }) },
    [],
  ],
  [
    'a kind that nobody has heard of',
    { model: model({ builtinTools: { ...ALL_CLOSED, mailbox: true } }) },
    ['mailbox'],
  ],
  ['the same, closed', { model: model({ builtinTools: { ...ALL_CLOSED, mailbox: false } }) }, []],
  [
    'the same, neither open nor closed',
    { model: model({ builtinTools: { ...ALL_CLOSED, mailbox: null } }) },
    ['mailbox'],
  ],
  ['"false" as a word', { model: model({ builtinTools: { ...ALL_CLOSED, notes: 'false' } }) }, ['notes']],
  ['0 instead of false', { model: model({ builtinTools: { ...ALL_CLOSED, chats: 0 } }) }, ['chats']],
  [
    'switches that are none',
    { model: model({ builtinTools: [] }), rights: NO_RIGHTS },
    ['chats', 'tasks', 'skills', 'subagents', 'user_input'],
  ],
  [
    'another spelling',
    { model: model({ builtinTools: { ...ALL_CLOSED, chats: undefined, Chats: false } }) },
    ['chats'],
  ],
  ['no documents of its own', { model: model({ knowledge: [], builtinTools: ALL_CLOSED }) }, ['knowledge']],
  [
    'documents without an id',
    { model: model({ knowledge: [{ type: 'collection' }], builtinTools: ALL_CLOSED }) },
    ['knowledge'],
  ],
  [
    'no documents, and no search in them',
    { model: model({ knowledge: [], builtinTools: { ...ALL_CLOSED, knowledge: false } }) },
    [],
  ],
  ['0.11.4: a skill to read, which no switch closes', { version: '0.11.4', skills: ['handbook'] }, ['skills']],
  ['0.11.4: whether there are skills is not readable', { version: '0.11.4', skills: undefined }, ['skills']],
  [
    '0.11.4: only the model’s own skill',
    { version: '0.11.4', model: model({ builtinTools: ALL_CLOSED, skillIds: ['tone'] }), skills: ['tone'] },
    [],
  ],
  ['0.10.2: a skill to read, but none in the model', { version: '0.10.2', skills: undefined }, []],
  ['0.11.3: a skill to read, but none in the model', { version: '0.11.3', skills: ['handbook'] }, []],
  [
    '0.10.2: one in the model opens the others',
    { version: '0.10.2', model: model({ builtinTools: ALL_CLOSED, skillIds: ['tone'] }), skills: ['tone', 'handbook'] },
    ['skills'],
  ],
  ['0.12.0: closed in the model', { version: '0.12.0', skills: ['handbook'] }, []],
] satisfies [string, Partial<SafetyEvidence>, string[]][])('%s', (_name, changes, expected) => {
  expect(judged(changes)).toEqual(expected);
});

it('says where each can be closed', () => {
  const obstacles = judgeWholeAgent(evidence({ model: model(), version: '0.12.4' }));
  expect(obstacles).toContainEqual({
    what: 'tool-open',
    kind: 'notes',
    opens: 'own-things',
    closedBy: ['model', 'right'],
  });
  expect(obstacles).toContainEqual({ what: 'tool-open', kind: 'chats', opens: 'own-things', closedBy: ['model'] });
  const old = judgeWholeAgent(evidence({ version: '0.11.4', skills: ['x'] }));
  expect(old).toEqual([{ what: 'tool-open', kind: 'skills', opens: 'own-things', closedBy: ['no-switch'] }]);
});

it('closing any one kind takes exactly that one away', () => {
  const before = judged({ model: model(), rights: undefined, version: '0.12.4' });
  for (const kind of before) {
    const after = judged({ model: model({ builtinTools: { [kind]: false } }), rights: undefined, version: '0.12.4' });
    expect(after).toEqual(before.filter((one) => one !== kind));
  }
  expect(before.toSorted()).toEqual(DANGEROUS.toSorted());
});

it('an entry of any other form opens everything and breaks nothing', () => {
  for (const entry of [
    {},
    { info: null },
    { info: [] },
    { info: { meta: 'x' } },
    { info: { meta: { builtinTools: 7 } } },
  ]) {
    expect(judged({ model: readModelSafety(entry), rights: readRights(entry) })).toContain('chats');
  }
  for (const json of [undefined, null, 'x', [], {}, { detail: 'no' }]) expect(readRights(json)).toBeUndefined();
});
