/**
 * The body of a chat completion, built from a whitelist and never by copying: nothing of a visitor's reaches Open WebUI
 * but message text with the role `user` or `assistant`. No `chat_id`, `id`, `session_id` or `parent_id` ("mode A"):
 * Open WebUI then stores nothing and streams the answer.
 */
import type { ChatCompletionRequest, ChatTurn, SiteAnswerSettings } from './chat-completion-types.ts';
import { neutralise } from './neutralise.ts';

interface Payload {
  model: string;
  stream: true;
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
  params?: { function_calling: 'legacy' };
  files?: { type: 'collection'; id: string }[];
  temperature?: number;
  max_tokens?: number;
}

export function buildPayload(request: ChatCompletionRequest): Payload {
  const { settings } = request;
  const payload: Payload = {
    model: settings.model,
    stream: true,
    messages: [...systemMessage(settings), ...request.turns.map(turnMessage).filter((turn) => turn.content !== '')],
  };
  const knowledge = settings.knowledge;
  // Without this, Open WebUI 0.10 and later leave the model's knowledge aside for callers without a browser session.
  if (knowledge?.kind === 'model') payload.params = { function_calling: 'legacy' };
  if (knowledge?.kind === 'collections') payload.files = knowledge.ids.map((id) => ({ type: 'collection', id }));
  if (settings.temperature !== undefined) payload.temperature = settings.temperature;
  if (settings.maxTokens !== undefined) payload.max_tokens = settings.maxTokens;
  return payload;
}

function systemMessage(settings: SiteAnswerSettings): Payload['messages'] {
  return settings.system ? [{ role: 'system', content: settings.system.toWellFormed() }] : [];
}

function turnMessage(turn: ChatTurn): Payload['messages'][number] {
  const role = turn.role === 'assistant' ? 'assistant' : 'user';
  // Half a surrogate pair would make Open WebUI fail while it encodes the request for the provider.
  const text = typeof turn.text === 'string' ? turn.text.toWellFormed() : '';
  return { role, content: neutralise(text) };
}
