/** Tools that are set and not used, filters that end answers, and what the whole agent wants besides a key. */
import { endpointAllowListLine } from '@guichet/openwebui/allow-list';
import { SIGN_IN_PROBLEMS, type SignInProblem } from '../sign-in-problem.ts';
import { type CorpusCase, type CorpusSetting, NEWEST } from './corpus-case.ts';
import { type AgentModelWish, makeAgentModel } from './make-agent-model.ts';
import { guardedBy } from './stand-in-server.ts';

type Expected = CorpusCase['expected'];
type Input = Awaited<ReturnType<CorpusCase['make']>>['input'];

const certain = (cause: Expected['cause']): Expected => ({ cause, confidence: 'certain' });
const probable = (cause: Expected['cause']): Expected => ({ cause, confidence: 'probable' });
const NOTHING = certain('none');

const ONE_ROUND: Input = { tools: 'one-round' };
const WHOLE_AGENT: Input = { tools: 'whole-agent', agentSession: 'ready' };
const WITH_TOOLS = ['0.8.12', '0.9.6', '0.10.2', '0.11.4', '0.12.4'];
const WITH_AGENT = ['0.10.2', '0.11.4', '0.12.4'];

interface Wish extends AgentModelWish {
  versions?: readonly string[];
  input?: Input;
  prepare?: (setting: CorpusSetting) => void;
  /** What stands in front; default: nothing. @returns its port */
  front?: (setting: CorpusSetting) => Promise<{ port: number; close(): Promise<void> }>;
  answerMs?: number;
}

function equipped(name: string, expected: Expected, wish: Wish): CorpusCase {
  return {
    name,
    versions: wish.versions ?? NEWEST,
    expected,
    async make(setting) {
      const { practice, key, onEnd } = setting;
      const model = await makeAgentModel(practice, wish);
      wish.prepare?.(setting);
      const front = await wish.front?.(setting);
      if (front) onEnd(() => front.close());
      const baseUrl = front ? `http://127.0.0.1:${front.port}` : practice.url;
      const limits = { answerMs: wish.answerMs ?? 4_000, ...(wish.answerMs && { replyMs: wish.answerMs }) };
      return { input: { baseUrl, credential: key, model, ...wish.input }, limits };
    },
  };
}

const SHARED = { toolIds: ['desk'], shared: ['desk'] };

const usedCases = [
  equipped('tools that the site does not use', NOTHING, { ...SHARED, versions: WITH_TOOLS, input: { tools: 'off' } }),
  equipped('tools, and nobody says how far they may go', NOTHING, { ...SHARED }),
  equipped('tools in one round, and nothing is wrong', NOTHING, { ...SHARED, versions: WITH_TOOLS, input: ONE_ROUND }),
  equipped('no tools, and one round', NOTHING, { input: ONE_ROUND }),
  equipped('one round of an Open WebUI that cannot', certain('upstream-too-old'), {
    ...SHARED,
    versions: ['0.6.43'],
    input: ONE_ROUND,
  }),
  equipped('the whole agent of an Open WebUI that cannot', certain('upstream-too-old'), {
    ...SHARED,
    versions: ['0.6.43', '0.8.12', '0.9.6'],
    input: WHOLE_AGENT,
  }),
];

const nativeCases = [
  ...(['off', 'one-round'] as const).map((tools) =>
    equipped(`native calling on a version where it wins, tools ${tools}`, certain('native-calling'), {
      ...SHARED,
      params: { function_calling: 'native' },
      versions: ['0.6.43', '0.8.12', '0.9.0'],
      input: { tools },
    }),
  ),
  equipped('native calling that is not told, and answers that are nothing but a call', probable('native-calling'), {
    ...SHARED,
    params: { function_calling: 'native' },
    versions: ['0.9.6'],
    input: ONE_ROUND,
    front: ({ practice }) =>
      guardedBy(practice.url, (path) => (path === '/api/chat/completions' ? ONLY_A_CALL : undefined)),
  }),
  equipped('native calling that is not told, and answers that come', NOTHING, {
    ...SHARED,
    params: { function_calling: 'native' },
    versions: ['0.9.6'],
    input: ONE_ROUND,
  }),
  equipped('native calling on versions where the request chooses', NOTHING, {
    ...SHARED,
    params: { function_calling: 'native' },
    versions: WITH_AGENT,
    input: ONE_ROUND,
  }),
  equipped('legacy calling on versions where the owner chooses', NOTHING, {
    ...SHARED,
    params: { function_calling: 'legacy' },
    versions: ['0.8.12', '0.9.0'],
    input: ONE_ROUND,
  }),
  ...['0.9.0', '0.9.1'].map((version) =>
    equipped(`an MCP server where it costs the answer (${version})`, certain('upstream-too-old'), {
      toolIds: ['server:mcp:sums'],
      versions: [version],
      input: ONE_ROUND,
    }),
  ),
];

const ONLY_A_CALL = {
  status: 200,
  contentType: 'text/event-stream',
  body: `data: ${JSON.stringify({
    choices: [
      {
        index: 0,
        delta: {
          tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name: 'search_notes', arguments: '{}' } }],
        },
        finish_reason: 'tool_calls',
      },
    ],
  })}\n\ndata: [DONE]\n\n`,
};

const permittedCases = [
  equipped('a tool that is not shared with the account', certain('tool-unavailable'), {
    toolIds: ['desk', 'private'],
    shared: ['desk'],
    unshared: ['private'],
    versions: WITH_TOOLS,
    input: ONE_ROUND,
  }),
  equipped('a tool that is gone', certain('tool-unavailable'), {
    toolIds: ['gone'],
    versions: ['0.10.2', '0.12.4'],
    input: WHOLE_AGENT,
  }),
  equipped('a tool server that is not listed', probable('tool-unavailable'), {
    toolIds: ['server:mcp:sums'],
    versions: ['0.8.12', '0.12.4'],
    input: ONE_ROUND,
  }),
  equipped('an unshared tool where tools are not used', NOTHING, {
    toolIds: ['private'],
    unshared: ['private'],
    input: { tools: 'off' },
  }),
  equipped('an unshared tool, and a list of allowed paths without the list of tools', NOTHING, {
    toolIds: ['private'],
    unshared: ['private'],
    input: ONE_ROUND,
    prepare: ({ practice }) => practice.state.restrictKeysTo(endpointAllowListLine('0.12.4')),
  }),
  equipped('the list of tools is a page', NOTHING, {
    ...SHARED,
    input: ONE_ROUND,
    front: ({ practice }) => guardedBy(practice.url, (path) => (path === '/api/v1/tools/' ? PAGE : undefined)),
  }),
];

const PAGE = { status: 200, contentType: 'text/html', body: '<h1>hello</h1>' };
/** Begun with 200 and over at once. */
const NO_WORD = { status: 200, contentType: 'text/event-stream', body: '' };

/** Answers the given questions for a completion itself, counted from one, and hands on the others. */
function silentAt(places: readonly number[]): NonNullable<Wish['front']> {
  let asked = 0;
  return ({ practice }) =>
    guardedBy(practice.url, (path) => {
      if (path !== '/api/chat/completions') return undefined;
      asked++;
      return places.includes(asked) ? NO_WORD : undefined;
    });
}

const ALL_PLACES = Array.from({ length: 20 }, (_, place) => place + 1);
const SWITCHED = { filter: { id: 'stamp', switched: true } } as const;
const ALWAYS_ON = { filter: { id: 'stamp', switched: false } } as const;
const HARMLESS = { filter: { id: 'watch', switched: true } } as const;

const filterCases = [
  equipped('a filter that is switched on ends the answer', certain('filter-ends-answer'), {
    ...SWITCHED,
    versions: ['0.10.2', '0.11.0'],
  }),
  equipped('a filter that is always on ends the answer', probable('filter-ends-answer'), {
    ...ALWAYS_ON,
    versions: ['0.10.2', '0.11.0'],
  }),
  equipped('a filter ends plain answers beside the whole agent', certain('filter-ends-answer'), {
    ...SWITCHED,
    versions: ['0.10.2'],
    input: WHOLE_AGENT,
  }),
  equipped('a filter of streams where they work', NOTHING, { ...SWITCHED, versions: ['0.11.4', '0.12.4'] }),
  equipped('a filter that is always on, where they work', NOTHING, { ...ALWAYS_ON, versions: ['0.11.4', '0.12.4'] }),
  equipped('a filter that leaves streams alone', NOTHING, { ...HARMLESS, versions: WITH_AGENT }),
  ...['0.10.2', '0.12.4'].flatMap((version) => [
    equipped(`a provider that sends nothing, beside a filter (${version})`, probable('provider-unreachable'), {
      ...HARMLESS,
      versions: [version],
      front: silentAt(ALL_PLACES),
    }),
    equipped(`a provider that breaks off once, beside a filter (${version})`, probable('provider-unreachable'), {
      ...HARMLESS,
      versions: [version],
      // The second is the longer question, the first time it is asked.
      front: silentAt([2]),
    }),
    equipped(`a provider that sends nothing to longer questions (${version})`, probable('provider-unreachable'), {
      ...HARMLESS,
      versions: [version],
      front: silentAt(ALL_PLACES.slice(1)),
    }),
  ]),
];

/** Told to nobody by a cause: waiting mends them. */
const PASSING: ReadonlySet<SignInProblem> = new Set(['too-many-sign-ins', 'not-reached']);
const CAUSES: Partial<Record<SignInProblem, Expected>> = {
  'no-credential': certain('key-missing'),
  'no-account': certain('key-missing'),
  'other-address': certain('key-missing'),
  'wrong-password': probable('session-token-revoked'),
  'account-gone': probable('account-gone'),
  'no-password-sign-in': certain('session-token-rejected'),
  'second-factor': certain('second-factor-required'),
  'wrong-code': probable('second-factor-required'),
  'account-pending': certain('account-pending'),
  administrator: certain('key-owner-is-admin'),
  'other-account': certain('session-token-rejected'),
  'session-refused': certain('session-token-rejected'),
};

const signInCases = [
  ...SIGN_IN_PROBLEMS.map((problem) =>
    equipped(
      `the whole agent has no session: ${problem}`,
      PASSING.has(problem) ? NOTHING : (CAUSES[problem] ?? NOTHING),
      {
        input: { ...WHOLE_AGENT, agentSession: problem },
      },
    ),
  ),
  equipped('no session, where one round is all that is wanted', NOTHING, {
    input: { ...ONE_ROUND, agentSession: 'no-account' },
  }),
  equipped('the whole agent, and nobody says whether it is signed in', NOTHING, { input: { tools: 'whole-agent' } }),
  equipped('the whole agent, and nothing is wrong', NOTHING, { ...SHARED, versions: WITH_AGENT, input: WHOLE_AGENT }),
  equipped('the session is told later', certain('key-missing'), {
    input: { tools: 'whole-agent', agentSession: async () => 'no-account' as const },
  }),
];

const stopCases = WITH_AGENT.flatMap((version) => [
  equipped(`the key may not stop the agent (${version})`, certain('api-key-endpoint-restricted'), {
    versions: [version],
    input: WHOLE_AGENT,
    prepare: ({ practice }) => practice.state.restrictKeysTo(endpointAllowListLine(version)),
  }),
  equipped(`the list of allowed paths has all that the agent wants (${version})`, NOTHING, {
    versions: [version],
    input: WHOLE_AGENT,
    prepare: ({ practice }) => practice.state.restrictKeysTo(endpointAllowListLine(version, { wholeAgent: true })),
  }),
  equipped(`a list of allowed paths without the agent’s, and one round (${version})`, NOTHING, {
    versions: [version],
    input: ONE_ROUND,
    prepare: ({ practice }) => practice.state.restrictKeysTo(endpointAllowListLine(version)),
  }),
]);

const builtInCases = [
  ...['chats', 'notes', 'memory', 'tasks', 'code_interpreter'].map((kind) =>
    equipped(`built-in tools are open: ${kind}`, certain('builtin-tools-open'), {
      builtin: [kind],
      versions: WITH_AGENT,
      input: WHOLE_AGENT,
    }),
  ),
  equipped('built-in tools are open, and one round', NOTHING, { builtin: ['chats'], input: ONE_ROUND }),
  equipped('built-in tools are open, and no tools', NOTHING, { builtin: ['chats'], input: { tools: 'off' } }),
  equipped('harmless built-in tools are open', NOTHING, {
    builtin: ['time', 'web_search'],
    versions: WITH_AGENT,
    input: WHOLE_AGENT,
  }),
  equipped('a built-in tool of a name that nobody knows', certain('builtin-tools-open'), {
    meta: { builtinTools: { telepathy: true } },
    input: WHOLE_AGENT,
  }),
  equipped('the account’s right closes what the model leaves open', NOTHING, {
    builtin: ['notes'],
    input: WHOLE_AGENT,
    prepare: ({ practice }) => practice.state.permit('features', 'notes', false),
  }),
  equipped('skills that have no switch', certain('builtin-tools-open'), {
    versions: ['0.11.4'],
    input: WHOLE_AGENT,
    prepare: ({ practice }) => practice.state.addSkill('secrets'),
  }),
  equipped('a model without built-in tools at all', NOTHING, {
    builtin: ['chats'],
    meta: { capabilities: { builtin_tools: false } },
    input: WHOLE_AGENT,
  }),
  {
    name: 'the whole agent with an administrator’s key',
    versions: NEWEST,
    expected: certain('key-owner-is-admin'),
    async make({ practice }) {
      const model = await makeAgentModel(practice);
      const credential = practice.state.makeKey(practice.state.administrator);
      return { input: { baseUrl: practice.url, credential, model, ...WHOLE_AGENT } };
    },
  } satisfies CorpusCase,
];

const SOCKET = '/ws/socket.io/';

function socketAnswered(status: number): NonNullable<Wish['front']> {
  return ({ practice }) =>
    guardedBy(practice.url, (path) =>
      path === SOCKET ? { status, contentType: 'text/plain', body: 'no' } : undefined,
    );
}

const never = new Promise<undefined>(() => undefined);

const socketCases = [
  ...[400, 403, 404, 426].map((status) =>
    equipped(`a socket is answered ${status}`, certain('socket-blocked'), {
      input: WHOLE_AGENT,
      front: socketAnswered(status),
    }),
  ),
  ...[429, 502, 503].map((status) =>
    equipped(`a socket is answered ${status}, which may pass`, probable('socket-blocked'), {
      input: WHOLE_AGENT,
      front: socketAnswered(status),
    }),
  ),
  equipped('a socket is never answered', probable('socket-blocked'), {
    input: WHOLE_AGENT,
    front: ({ practice }) => guardedBy(practice.url, (path) => (path === SOCKET ? never : undefined)),
    answerMs: 1_500,
  }),
  equipped('a socket is refused, and one round', NOTHING, { input: ONE_ROUND, front: socketAnswered(400) }),
  equipped('sockets are switched off in Open WebUI itself', certain('socket-blocked'), {
    input: WHOLE_AGENT,
    front: ({ practice }) =>
      guardedBy(practice.url, (path) => {
        if (path === SOCKET) return { status: 400, contentType: 'text/plain', body: 'Invalid transport' };
        return path === '/api/config' ? { ...CONFIG_WITHOUT_SOCKETS } : undefined;
      }),
  }),
];

const CONFIG_WITHOUT_SOCKETS = {
  status: 200,
  contentType: 'application/json',
  body: JSON.stringify({ status: true, version: '0.12.4', features: { auth: true, enable_websocket: false } }),
};

export const toolCases: CorpusCase[] = [
  ...usedCases,
  ...nativeCases,
  ...permittedCases,
  ...filterCases,
  ...signInCases,
  ...stopCases,
  ...builtInCases,
  ...socketCases,
];
