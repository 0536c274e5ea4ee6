import { BUILTIN_TOOL_KINDS } from '@guichet/openwebui/agent-safety';
import type { PracticeServer } from '@guichet/openwebui/practice';

export interface AgentModelWish {
  /** Tools that the model is set to use. */
  toolIds?: readonly string[];
  /** Of these, those that are made and shared with everybody. */
  shared?: readonly string[];
  /** Of these, those that are made and shared with nobody. */
  unshared?: readonly string[];
  /** Kinds of built-in tools that stay open; without it, none. */
  builtin?: readonly string[];
  /** Whatever else stands in its meta. */
  meta?: Record<string, unknown>;
  /** Its parameters, as in Open WebUI's Advanced Params. */
  params?: object;
  /** Whose answers it gives. */
  base?: string;
  /** A filter of the practice server's; `switched` by chat, or always on. */
  filter?: { id: 'stamp' | 'watch'; switched: boolean };
}

export const AGENT_MODEL = 'agent-model';
const TOOL = 'class Tools:\n    def get_weather(self, city: str) -> str:\n        return "sunny"\n';

/** A model as an owner equips it, with its tools and filters. @returns its id */
export async function makeAgentModel(practice: PracticeServer, wish: AgentModelWish = {}): Promise<string> {
  const { state, url } = practice;
  const authorization = `Bearer ${state.makeSessionToken(state.administrator)}`;
  const post = async (path: string, body: object = {}) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const reply = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  };
  const makeTool = (id: string, isShared: boolean) => {
    const grants = isShared ? [{ principal_type: 'user', principal_id: '*', permission: 'read' }] : [];
    const access = { access_grants: grants, access_control: isShared ? null : {} };
    return post('/api/v1/tools/create', { id, name: id, content: TOOL, meta: { description: 'd' }, ...access });
  };
  for (const id of wish.shared ?? []) await makeTool(id, true);
  for (const id of wish.unshared ?? []) await makeTool(id, false);
  const { filter } = wish;
  if (filter) {
    const content = filter.switched ? 'self.toggle = True' : '';
    await post('/api/v1/functions/create', { id: filter.id, name: filter.id, content, meta: { description: 'd' } });
    await post(`/api/v1/functions/id/${filter.id}/toggle`);
  }
  const builtinTools = Object.fromEntries(
    BUILTIN_TOOL_KINDS.map(({ name }) => [name, wish.builtin?.includes(name) ?? false]),
  );
  state.editModel(
    AGENT_MODEL,
    {
      ...(wish.toolIds && { toolIds: wish.toolIds }),
      ...(filter && { filterIds: [filter.id] }),
      ...(filter?.switched && { defaultFilterIds: [filter.id] }),
      builtinTools,
      ...wish.meta,
    },
    { baseModelId: wish.base ?? 'echo', ...(wish.params && { params: wish.params }) },
  );
  state.shareModel(AGENT_MODEL);
  return AGENT_MODEL;
}
