import { afterEach, describe, expect, it } from 'vitest';
import type { PracticeOptions } from '../practice/practice-options.ts';
import { type PracticeServer, startPractice } from '../practice/start-practice.ts';
import { BUILTIN_TOOL_KINDS } from './builtin-tool-kinds.ts';
import type { WholeAgentObstacle } from './judge-whole-agent.ts';
import { wholeAgentObstacles } from './whole-agent-obstacles.ts';

const open: PracticeServer[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const ALL_CLOSED = Object.fromEntries(BUILTIN_TOOL_KINDS.map(({ name }) => [name, false]));

async function start(options: PracticeOptions = {}) {
  const practice = await startPractice(options);
  open.push(practice);
  const account = practice.state.addAccount();
  const target = { baseUrl: practice.url, credential: practice.state.makeKey(account) };
  return { practice, state: practice.state, account, target };
}

const codes = (obstacles: WholeAgentObstacle[]) =>
  obstacles.map((one) => (one.what === 'tool-open' ? one.kind : one.what));

describe.each(['0.12.4', '0.11.4', '0.10.2'])('on %s', (version) => {
  it('names what is open, and nothing once it is closed in the model', async () => {
    const { state, target } = await start({ version });
    expect(codes((await wholeAgentObstacles(target, 'echo')).obstacles)).toEqual(
      expect.arrayContaining(['chats', 'notes', 'calendar', 'channels', 'knowledge']),
    );
    state.editModel('echo', { builtinTools: ALL_CLOSED });
    expect((await wholeAgentObstacles(target, 'echo')).obstacles).toEqual([]);
  });

  it('counts the account’s rights, those of its groups included', async () => {
    const { state, target } = await start({ version });
    state.editModel('echo', { builtinTools: { ...ALL_CLOSED, notes: true } });
    expect(codes((await wholeAgentObstacles(target, 'echo')).obstacles)).toEqual(['notes']);
    state.permit('features', 'notes', false);
    expect((await wholeAgentObstacles(target, 'echo')).obstacles).toEqual([]);
  });
});

it('refuses an administrator’s key whatever is closed', async () => {
  const { state, target } = await start();
  state.editModel('echo', { builtinTools: ALL_CLOSED, capabilities: { builtin_tools: false } });
  const credential = state.makeKey(state.administrator);
  expect(codes((await wholeAgentObstacles({ ...target, credential }, 'echo')).obstacles)).toEqual([
    'account-is-administrator',
  ]);
});

it('refuses an old version by its name', async () => {
  const { target } = await start({ version: '0.9.6' });
  expect((await wholeAgentObstacles(target, 'echo')).obstacles).toEqual([
    { what: 'version-too-old', version: '0.9.6', needed: '0.10.2' },
  ]);
});

it('a key whose allow-list hides the rights needs the model closed, and that is enough', async () => {
  const { state, target } = await start();
  state.restrictKeysTo('/api/models,/api/chat/completions,/api/v1/users/user/status');
  state.editModel('echo', { builtinTools: { ...ALL_CLOSED, automations: true } });
  expect(codes((await wholeAgentObstacles(target, 'echo')).obstacles)).toEqual(['automations']);
  state.editModel('echo', { builtinTools: ALL_CLOSED });
  expect((await wholeAgentObstacles(target, 'echo')).obstacles).toEqual([]);
});

it('where skills have no switch, one that the account may read stands in the way', async () => {
  const { state, target, account } = await start({ version: '0.11.4' });
  state.editModel('echo', { builtinTools: ALL_CLOSED });
  state.addSkill('of-somebody', state.addAccount());
  expect((await wholeAgentObstacles(target, 'echo')).obstacles).toEqual([]);
  state.addSkill('handbook', account);
  expect(codes((await wholeAgentObstacles(target, 'echo')).obstacles)).toEqual(['skills']);
});

it('costs two questions once version and account are known', async () => {
  const { state, target } = await start();
  const first = await wholeAgentObstacles(target, 'echo');
  const before = state.received.length;
  const second = await wholeAgentObstacles(target, 'echo', first.steady);
  expect(state.received.slice(before).map(({ path }) => path)).toEqual(['/api/models', '/api/v1/users/permissions']);
  expect(second.obstacles).toEqual(first.obstacles);
});

it('what cannot be read stands in the way, with its cause', async () => {
  const { state, target, account } = await start();
  state.revokeKey(account);
  expect((await wholeAgentObstacles(target, 'echo')).obstacles).toMatchObject([
    { what: 'not-checked', failure: { cause: 'key-unknown' } },
  ]);
  const nobody = { baseUrl: 'http://127.0.0.1:9', credential: target.credential };
  expect((await wholeAgentObstacles(nobody, 'echo')).obstacles).toMatchObject([
    { what: 'not-checked', failure: { phase: 'connect' } },
  ]);
});

it('a model that the account does not see is said to be missing', async () => {
  const { target } = await start();
  expect(codes((await wholeAgentObstacles(target, 'nope')).obstacles)).toEqual(['model-missing']);
});
