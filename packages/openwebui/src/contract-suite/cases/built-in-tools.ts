import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { BUILTIN_TOOL_KINDS, OLDEST_FOR_WHOLE_AGENT } from '../../agent-safety/builtin-tool-kinds.ts';
import { closeBuiltinTools } from '../../agent-safety/close-builtin-tools.ts';
import { isClosable, type WholeAgentObstacle } from '../../agent-safety/judge-whole-agent.ts';
import { wholeAgentObstacles } from '../../agent-safety/whole-agent-obstacles.ts';
import { isRecord } from '../../client/error-body.ts';
import type { CaseContext } from '../case-context.ts';
import type { ContractCase } from '../contract-case.ts';

const NOT_IMITATED = 'the practice server offers no built-in tools to a caller by HTTP';

/** What Open WebUI really offers a model, held against what is read of it from outside. */
export const builtInToolCases: ContractCase[] = [
  {
    name: 'every built-in tool that a model is offered is of a kind we know, and each dangerous one is named',
    since: OLDEST_FOR_WHOLE_AGENT,
    realOnly: NOT_IMITATED,
    async run(context) {
      const offered = await offeredWith(context, {});
      assert.ok(offered.includes('search_chats') && offered.includes('write_note'), offered.join());
      const named = openKinds(await obstaclesOf(context));
      for (const tool of offered) {
        const kinds = kindsOf(tool);
        assert.ok(kinds.length > 0, `${tool} is of no kind that we know`);
        assert.ok(
          kinds.some(({ name, opens }) => named.includes(name) || (opens === 'nothing' && name !== 'knowledge')),
          `${tool} is offered and not named`,
        );
      }
    },
  },
  {
    name: 'with the kinds closed that we close, no tool is offered that opens the account',
    since: OLDEST_FOR_WHOLE_AGENT,
    realOnly: NOT_IMITATED,
    async run(context) {
      const offered = await offeredWith(context, { builtinTools: closeBuiltinTools({}) });
      assert.ok(offered.includes('get_current_timestamp'), offered.join());
      // Searching and pictures stay where the server offers them: they open nothing of the account's.
      const opening = offered.filter((tool) => !kindsOf(tool).some(({ opens }) => opens === 'nothing'));
      // What this version has no switch for stays, and is named for as long as it is there.
      const open = BUILTIN_TOOL_KINDS.filter(({ tools }) => tools.some((tool) => opening.includes(tool)));
      assert.deepEqual(
        open.filter((kind) => isClosable(kind, context.version)).map(({ name }) => name),
        [],
      );
      const obstacles = await obstaclesOf(context);
      assert.deepEqual(
        obstacles.map((one) => (one.what === 'tool-open' ? one.kind : one)),
        open.map(({ name }) => name),
      );
    },
  },
  {
    name: 'closing one kind takes its tools away and no others',
    since: OLDEST_FOR_WHOLE_AGENT,
    realOnly: NOT_IMITATED,
    async run(context) {
      const all = await offeredWith(context, {});
      const kinds = BUILTIN_TOOL_KINDS.filter(({ tools }) => tools.some((tool) => all.includes(tool)));
      assert.ok(kinds.length >= 6, kinds.map(({ name }) => name).join());
      for (const { name, tools } of kinds.filter((kind) => isClosable(kind, context.version))) {
        const left = await offeredWith(context, { builtinTools: { [name]: false } });
        assert.deepEqual(
          left,
          all.filter((tool) => !tools.includes(tool)),
          name,
        );
        assert.ok(!openKinds(await obstaclesOf(context)).includes(name), name);
      }
    },
  },
  {
    name: 'a model without built-in tools is offered none',
    since: OLDEST_FOR_WHOLE_AGENT,
    async run(context) {
      assert.deepEqual(await offeredWith(context, { capabilities: { builtin_tools: false } }), []);
      assert.deepEqual(await obstaclesOf(context), []);
    },
  },
  {
    name: 'the rights of an account are read by its own key, and a right that is taken closes its tools',
    since: OLDEST_FOR_WHOLE_AGENT,
    async run(context) {
      const path = '/api/v1/users/default/permissions';
      const { json: before } = await context.call('GET', path, { as: context.admin.token });
      assert.ok(isRecord(before) && isRecord(before.features));
      await offeredWith(context, {});
      assert.ok(openKinds(await obstaclesOf(context)).includes('notes'));
      const body = { ...before, features: { ...before.features, notes: false } };
      await context.call('POST', path, { as: context.admin.token, body });
      try {
        assert.ok(!openKinds(await obstaclesOf(context)).includes('notes'));
        assert.ok(!(await offeredWith(context, {})).includes('write_note'));
      } finally {
        await context.call('POST', path, { as: context.admin.token, body: before });
      }
    },
  },
];

const MODEL = 'with-tools';

/** Names of the tools that the provider is handed for a model with this meta. */
async function offeredWith(context: CaseContext, meta: object): Promise<string[]> {
  await putModel(context, meta);
  // Open WebUI answers chats by the models it listed last: whoever reads the list makes a change count.
  await context.call('GET', '/api/models', { as: context.service.key });
  const features = { web_search: true, image_generation: true, memory: true, code_interpreter: true };
  const body = {
    model: MODEL,
    messages: [{ role: 'user', content: 'hi' }],
    stream: true,
    session_id: randomUUID(),
    features,
  };
  const reply = await context.call('POST', '/api/chat/completions', { as: context.service.key, body });
  assert.equal(reply.status, 200, reply.text);
  const { tools } = context.provider.calls.at(-1)?.body ?? {};
  if (!Array.isArray(tools)) return [];
  return tools.map((tool) => (isRecord(tool) && isRecord(tool.function) ? String(tool.function.name) : '?'));
}

async function putModel(context: CaseContext, meta: object): Promise<void> {
  const as = context.admin.token;
  const row = { id: MODEL, base_model_id: 'echo', name: MODEL, meta, params: {}, is_active: true };
  const body = { ...row, access_grants: [{ principal_type: 'user', principal_id: '*', permission: 'read' }] };
  const made = await context.call('POST', '/api/v1/models/create', { as, body });
  if (made.status === 200) return;
  const updated = await context.call('POST', '/api/v1/models/model/update', { as, body });
  assert.equal(updated.status, 200, updated.text);
}

async function obstaclesOf({ baseUrl, service }: CaseContext): Promise<WholeAgentObstacle[]> {
  return (await wholeAgentObstacles({ baseUrl, credential: service.key }, MODEL)).obstacles;
}

function openKinds(obstacles: WholeAgentObstacle[]): string[] {
  return obstacles.flatMap((one) => (one.what === 'tool-open' ? [one.kind] : []));
}

function kindsOf(tool: string) {
  return BUILTIN_TOOL_KINDS.filter(({ tools }) => tools.includes(tool));
}
