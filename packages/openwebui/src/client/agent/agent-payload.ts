/**
 * The body of a question that runs the whole agent. Like the plain one it is built from a whitelist and never by copying:
 * of a visitor's there is message text, of the owner's what the site and the model are set to, and the ids are made here.
 */
import type { ChatCompletionRequest } from '../chat-completion-types.ts';
import { buildMessages, type PayloadMessage, questionFiles } from '../payload.ts';
import { ASK_FOR_USAGE } from '../usage.ts';
import { TOKENS_PER_EVENT } from './agent-limits.ts';

/** Where the events of a run go, and under which ids. */
export interface RunIds {
  /** `local:` and the socket's id: a chat that is kept nowhere. */
  chatId: string;
  messageId: string;
  /** Of no living socket, so that a tool that calls back into a browser is refused at once instead of waiting for us. */
  sessionId: string;
}

export interface AgentPayload {
  model: string;
  stream: true;
  messages: PayloadMessage[];
  chat_id: string;
  id: string;
  session_id: string;
  params: { function_calling: 'native' | 'legacy'; stream_delta_chunk_size: number };
  tool_ids?: string[];
  filter_ids?: string[];
  features?: { web_search?: true; image_generation?: true };
  files?: { type: 'collection' | 'file'; id: string }[];
  temperature?: number;
  max_tokens?: number;
  stream_options?: { include_usage: true };
}

/**
 * What must never be in it stands in forbidden-fields.ts, which the tests hold it against.
 * @param usage it is to be told how many tokens it took
 */
export function buildAgentPayload(request: ChatCompletionRequest, ids: RunIds, usage = false): AgentPayload {
  const { settings } = request;
  const { equipment } = settings;
  const { toolIds = [], filterIds = [], features = [] } = equipment ?? {};
  return {
    model: settings.model,
    stream: true,
    messages: buildMessages(request),
    chat_id: ids.chatId,
    id: ids.messageId,
    session_id: ids.sessionId,
    params: {
      function_calling: equipment?.functionCalling ?? 'native',
      stream_delta_chunk_size: TOKENS_PER_EVENT,
    },
    ...(toolIds.length > 0 && { tool_ids: toolIds }),
    ...(filterIds.length > 0 && { filter_ids: filterIds }),
    ...(features.length > 0 && { features: Object.fromEntries(features.map((feature) => [feature, true])) }),
    ...questionFiles(request),
    ...(settings.temperature !== undefined && { temperature: settings.temperature }),
    ...(settings.maxTokens !== undefined && { max_tokens: settings.maxTokens }),
    ...(usage && ASK_FOR_USAGE),
  };
}
