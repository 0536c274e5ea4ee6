/**
 * The body of a chat completion, built from a whitelist and never by copying: nothing of a visitor's reaches Open WebUI
 * but message text and pictures with the role `user` or `assistant`. No `chat_id`, `id`, `session_id` or `parent_id` ("mode A"):
 * Open WebUI then stores nothing and streams the answer.
 */
import type { ChatCompletionRequest, ChatTurn, SiteAnswerSettings } from './chat-completion-types.ts';
import { isRecord } from './error-body.ts';
import { neutralise } from './neutralise.ts';
import { ASK_FOR_USAGE } from './usage.ts';

export interface PayloadMessage {
  role: 'system' | 'user' | 'assistant';
  content: string | PayloadPart[];
}

export type PayloadPart = { type: 'text'; text: string } | { type: 'image_url'; image_url: { url: string } };

type PayloadFile = { type: 'collection' | 'file'; id: string };

interface Payload {
  model: string;
  stream: true;
  messages: PayloadMessage[];
  params: { function_calling: 'legacy' };
  filter_ids?: string[];
  tool_ids?: string[];
  features?: { web_search: true };
  files?: PayloadFile[];
  temperature?: number;
  max_tokens?: number;
  stream_options?: { include_usage: true };
}

/** @param usage it is to be told how many tokens it took */
export function buildPayload(request: ChatCompletionRequest, usage = false): Payload {
  const { settings } = request;
  return {
    model: settings.model,
    stream: true,
    messages: buildMessages(request),
    // Without this, 0.10 and later leave the model's documents aside for callers without a browser session, and up to
    // 0.9 a model set to native calling may answer with nothing but the call of a built-in tool.
    params: { function_calling: 'legacy' },
    ...equipmentFields(settings),
    ...questionFiles(request),
    ...(settings.temperature !== undefined && { temperature: settings.temperature }),
    ...(settings.maxTokens !== undefined && { max_tokens: settings.maxTokens }),
    ...(usage && ASK_FOR_USAGE),
  };
}

/** The conversation as Open WebUI gets it. */
export function buildMessages({ settings, turns }: ChatCompletionRequest): PayloadMessage[] {
  return [...systemMessage(settings), ...turns.map(turnMessage).filter((turn) => turn.content !== '')];
}

/** Collections that the site's owner put beside those of the model, and documents of this question. */
export function questionFiles({ settings, documentIds }: ChatCompletionRequest): Pick<Payload, 'files'> {
  const all: PayloadFile[] = [
    ...(settings.collections ?? []).map((id): PayloadFile => ({ type: 'collection', id })),
    ...asList(documentIds)
      .filter((id): id is string => typeof id === 'string')
      .map((id): PayloadFile => ({ type: 'file', id })),
  ];
  return all.length > 0 ? { files: all } : {};
}

/** What Open WebUI's own interface would add for this model. */
function equipmentFields({ equipment, tools }: SiteAnswerSettings): Partial<Payload> {
  if (!equipment) return {};
  const { filterIds, toolIds, features } = equipment;
  const runsTools = tools === 'one-round';
  return {
    ...(filterIds.length > 0 && { filter_ids: filterIds }),
    ...(runsTools && toolIds.length > 0 && { tool_ids: toolIds }),
    ...(runsTools && features.includes('web_search') && { features: { web_search: true } }),
  };
}

function systemMessage(settings: SiteAnswerSettings): PayloadMessage[] {
  return settings.system ? [{ role: 'system', content: settings.system.toWellFormed() }] : [];
}

function turnMessage(turn: ChatTurn): PayloadMessage {
  const role = turn.role === 'assistant' ? 'assistant' : 'user';
  // Half a surrogate pair would make Open WebUI fail while it encodes the request for the provider.
  const text = typeof turn.text === 'string' ? turn.text.toWellFormed() : '';
  const words = neutralise(text);
  const images = role === 'assistant' ? [] : asList(turn.pictures).flatMap(imagePart);
  return { role, content: images.length === 0 ? words : [{ type: 'text', text: words }, ...images] };
}

/** An address here would be fetched by Open WebUI: only what is a picture by these very words becomes one. */
function imagePart(picture: unknown): PayloadPart[] {
  if (!isRecord(picture) || typeof picture.base64 !== 'string' || !/^[\w+/]+=*$/.test(picture.base64)) return [];
  if (!/^image\/(?:png|jpeg|webp|gif)$/.test(String(picture.contentType))) return [];
  return [{ type: 'image_url', image_url: { url: `data:${picture.contentType};base64,${picture.base64}` } }];
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
