import type { CorpusScene } from '@guichet/doctor/corpus';
import { findProxyProgram, startRealProxy } from '@guichet/doctor/corpus';
import { BUILTIN_TOOL_KINDS } from '@guichet/openwebui/agent-safety';
import { endpointAllowListLine } from '@guichet/openwebui/allow-list';
import { changeSettings } from '@guichet/openwebui/contract-suite';
import { certain, NOTHING_WRONG, probable, type RealCase, untilListIsStale } from './real-case.ts';
import type { RealScene } from './real-scene.ts';

type Input = CorpusScene['input'];

const ONE_ROUND: Input = { tools: 'one-round' };
const WHOLE_AGENT: Input = { tools: 'whole-agent', agentSession: 'ready' };
/** The oldest version whose whole agent was looked at. */
const AGENT_SINCE = '0.10.2';
const FILTERS_WORK_SINCE = '0.11.1';
const ONE_ROUND_SINCE = '0.8.12';
/** From then on a model's row tells nobody but its owner how its tools are called. */
const CALLING_UNTOLD_SINCE = '0.9.5';
/** From then on the request says how tools are called. */
const REQUEST_CHOOSES_SINCE = '0.10.0';

/** Written for events as dictionaries, which is how Open WebUI's documentation describes them. */
const FILTER = (toggle: boolean) => `
class Filter:
    def __init__(self):
        self.toggle = ${toggle ? 'True' : 'False'}

    def stream(self, event: dict) -> dict:
        for choice in event.get("choices", []):
            delta = choice.get("delta", {})
            if delta.get("content"):
                delta["content"] = delta["content"].upper()
        return event
`;
const ALWAYS_ON_FILTER = FILTER(false).replace('self.toggle = False', 'pass');
const TOOL = `
class Tools:
    def get_weather(self, city: str) -> str:
        """
        Current weather of a city.
        :param city: the city
        """
        return "21 degrees in " + city
`;

let made = 0;

interface Wish {
  tool?: { shared: boolean };
  toolIds?: string[];
  filter?: 'switched' | 'always-on';
  builtin?: readonly string[];
  /** As its owner set it in the model's advanced parameters. */
  functionCalling?: 'native' | 'legacy';
}

/** A model of its own for each case, so that none gets into another's way. */
async function makeModel(scene: RealScene, wish: Wish): Promise<string> {
  const id = `doctor-tools-${++made}`;
  const everybody = [{ principal_type: 'user', principal_id: '*', permission: 'read' }];
  const describe = { meta: { description: 'd', manifest: {} } };
  const tool = `doctor_tool_${made}`;
  const filter = `doctor_filter_${made}`;
  if (wish.tool) {
    const access_grants = wish.tool.shared ? everybody : [];
    await scene.asAdmin('POST', '/api/v1/tools/create', {
      id: tool,
      name: tool,
      content: TOOL,
      ...describe,
      access_grants,
    });
  }
  if (wish.filter) {
    const content = wish.filter === 'switched' ? FILTER(true) : ALWAYS_ON_FILTER;
    await scene.asAdmin('POST', '/api/v1/functions/create', { id: filter, name: filter, content, ...describe });
    await scene.asAdmin('POST', `/api/v1/functions/id/${filter}/toggle`);
  }
  const builtinTools = Object.fromEntries(
    BUILTIN_TOOL_KINDS.map(({ name }) => [name, wish.builtin?.includes(name) ?? false]),
  );
  await scene.asAdmin('POST', '/api/v1/models/create', {
    id,
    base_model_id: 'echo',
    name: id,
    meta: {
      description: 'd',
      builtinTools,
      toolIds: [...(wish.tool ? [tool] : []), ...(wish.toolIds ?? [])],
      ...(wish.filter && { filterIds: [filter] }),
      ...(wish.filter === 'switched' && { defaultFilterIds: [filter] }),
    },
    params: wish.functionCalling ? { function_calling: wish.functionCalling } : {},
    access_grants: everybody,
    is_active: true,
  });
  await untilListIsStale();
  // The list that a chat looks its model up in is renewed by asking for it.
  await scene.call('GET', '/api/models', { as: scene.admin.token });
  return id;
}

interface More {
  since?: string;
  until?: string;
  input?: Input;
  /** Where the doctor looks, instead of Open WebUI itself. */
  at?: (scene: RealScene) => Promise<string>;
  before?: (scene: RealScene) => Promise<void>;
}

function equipped(name: string, expected: RealCase['expected'], wish: Wish, more: More = {}): RealCase {
  const { since = AGENT_SINCE, until, input = {}, at, before } = more;
  return {
    name,
    since,
    ...(until !== undefined && { until }),
    expected,
    async make(scene) {
      const model = await makeModel(scene, wish);
      await before?.(scene);
      return {
        input: { baseUrl: (await at?.(scene)) ?? scene.baseUrl, credential: scene.service.key, model, ...input },
      };
    },
  };
}

function restrictedTo(line: (version: string) => string): (scene: RealScene) => Promise<void> {
  return async (scene) => {
    const putBack = await changeSettings(scene, {
      ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS: true,
      API_KEYS_ALLOWED_ENDPOINTS: line(scene.version),
    });
    scene.onEnd(putBack);
  };
}

function behindNginx(lines: readonly string[]): (scene: RealScene) => Promise<string> {
  return async (scene) => {
    const proxy = await startRealProxy('nginx', { target: scene.baseUrl, lines });
    scene.onEnd(() => proxy.close());
    return proxy.url;
  };
}

const PASSES_SOCKETS = ['proxy_set_header Upgrade $http_upgrade;', 'proxy_set_header Connection "upgrade";'];

const socketCases: RealCase[] = findProxyProgram('nginx')
  ? [
      equipped(
        'nginx lets no socket through',
        certain('socket-blocked'),
        {},
        { input: WHOLE_AGENT, at: behindNginx([]) },
      ),
      equipped(
        'nginx lets sockets through',
        NOTHING_WRONG,
        {},
        { input: WHOLE_AGENT, at: behindNginx(PASSES_SOCKETS) },
      ),
    ]
  : [];

const NATIVE: Wish = { tool: { shared: true }, functionCalling: 'native' };

/** Before 0.10 the owner's choice wins over the request's, and neither documents nor tools are used. */
const callingCases: RealCase[] = [
  ...(['off', 'one-round'] as const).map((tools) =>
    equipped(`native calling on a version where it wins, tools ${tools}`, certain('native-calling'), NATIVE, {
      since: ONE_ROUND_SINCE,
      until: CALLING_UNTOLD_SINCE,
      input: { tools },
    }),
  ),
  equipped('native calling that is not told, and answers that come', NOTHING_WRONG, NATIVE, {
    since: CALLING_UNTOLD_SINCE,
    until: REQUEST_CHOOSES_SINCE,
    input: ONE_ROUND,
  }),
  equipped('native calling on versions where the request chooses', NOTHING_WRONG, NATIVE, {
    since: REQUEST_CHOOSES_SINCE,
    input: ONE_ROUND,
  }),
  equipped(
    'legacy calling on versions where the owner chooses',
    NOTHING_WRONG,
    { ...NATIVE, functionCalling: 'legacy' },
    { since: ONE_ROUND_SINCE, until: REQUEST_CHOOSES_SINCE, input: ONE_ROUND },
  ),
];

/** Tools, filters and what the whole agent wants. */
export const toolCases: RealCase[] = [
  equipped('tools that the site does not use', NOTHING_WRONG, { tool: { shared: true } }, { input: { tools: 'off' } }),
  equipped('tools in one round', NOTHING_WRONG, { tool: { shared: true } }, { input: ONE_ROUND }),
  equipped('a tool that is not shared', certain('tool-unavailable'), { tool: { shared: false } }, { input: ONE_ROUND }),
  equipped('a tool that is gone', certain('tool-unavailable'), { toolIds: ['gone'] }, { input: WHOLE_AGENT }),
  equipped(
    'a filter that is switched on ends the answer',
    certain('filter-ends-answer'),
    { filter: 'switched' },
    {
      until: FILTERS_WORK_SINCE,
    },
  ),
  equipped(
    'a filter that is always on ends the answer',
    probable('filter-ends-answer'),
    { filter: 'always-on' },
    {
      until: FILTERS_WORK_SINCE,
    },
  ),
  equipped('a filter of streams where they work', NOTHING_WRONG, { filter: 'switched' }, { since: FILTERS_WORK_SINCE }),
  equipped('the whole agent, and nothing is wrong', NOTHING_WRONG, { tool: { shared: true } }, { input: WHOLE_AGENT }),
  equipped(
    'the whole agent is not signed in',
    certain('key-missing'),
    {},
    {
      input: { tools: 'whole-agent', agentSession: 'no-account' },
    },
  ),
  equipped('built-in tools are open', certain('builtin-tools-open'), { builtin: ['chats'] }, { input: WHOLE_AGENT }),
  equipped(
    'the key may not stop the agent',
    certain('api-key-endpoint-restricted'),
    {},
    {
      input: WHOLE_AGENT,
      before: restrictedTo((version) => endpointAllowListLine(version)),
    },
  ),
  equipped(
    'the list of allowed paths has all that the agent wants',
    NOTHING_WRONG,
    {},
    {
      input: WHOLE_AGENT,
      before: restrictedTo((version) => endpointAllowListLine(version, { wholeAgent: true })),
    },
  ),
  ...callingCases,
  ...socketCases,
];
