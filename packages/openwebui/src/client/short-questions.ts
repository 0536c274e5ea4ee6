/** The short questions: is it there, which version, which models. */
import { cutText } from './cut-text.ts';
import { isRecord } from './error-body.ts';
import { readModelEquipment } from './model-equipment.ts';
import type { UpstreamModel, UpstreamResult } from './open-webui-client.ts';
import { type Reply, type ReplyMeans, requestReply } from './request-reply.ts';
import { dependsOnVersion, usableEquipment } from './unusable-tools.ts';
import type { UpstreamAddress } from './upstream-address.ts';
import {
  MAX_MODEL_DESCRIPTION_CHARS,
  MAX_MODEL_ID_CHARS,
  MAX_MODEL_NAME_CHARS,
  MAX_MODELS,
  MAX_SUGGESTION_CHARS,
  MAX_SUGGESTIONS,
  MAX_VERSION_CHARS,
} from './upstream-limits.ts';

/** Reads the wanted value out of a 200; undefined when it is not there. */
type Reader<Value> = (reply: Reply) => Value | undefined;

async function ask<Value>(
  means: ReplyMeans,
  address: UpstreamAddress,
  path: string,
  read: Reader<Value>,
): Promise<UpstreamResult<Value>> {
  const outcome = await requestReply(means, address, path);
  if ('failure' in outcome) return { ok: false, failure: outcome.failure };
  const value = outcome.reply.status === 200 ? read(outcome.reply) : undefined;
  return value === undefined ? { ok: false, failure: outcome.reply.failure() } : { ok: true, value };
}

/**
 * Something answered. Whether it is an Open WebUI: `{"status": true}`, and `X-Process-Time`, which every reply of
 * Open WebUI carries; a proxy that drops unknown headers may take the second away, so the first is enough.
 */
export function askHealth(
  means: ReplyMeans,
  address: UpstreamAddress,
): Promise<UpstreamResult<{ openWebUi: boolean }>> {
  return ask(means, address, '/health', (reply) => ({ openWebUi: isRecord(reply.json) && reply.json.status === true }));
}

export function askVersion(means: ReplyMeans, address: UpstreamAddress): Promise<UpstreamResult<{ version: string }>> {
  return ask(means, address, '/api/version', ({ json }) =>
    isRecord(json) && typeof json.version === 'string' && json.version.length <= MAX_VERSION_CHARS
      ? { version: json.version }
      : undefined,
  );
}

/** With the tools that this version can use. A version that is not told leaves all of them: nothing is known against any. */
export async function askModels(means: ReplyMeans, address: UpstreamAddress): Promise<UpstreamResult<UpstreamModel[]>> {
  const listed = await ask(means, address, '/api/models', ({ json }) =>
    isRecord(json) && Array.isArray(json.data) ? readModels(json.data) : undefined,
  );
  if (!listed.ok || !listed.value.some(({ equipment }) => dependsOnVersion(equipment))) return listed;
  const told = await askVersion(means, address);
  if (!told.ok) return listed;
  const { version } = told.value;
  return {
    ok: true,
    value: listed.value.map((model) => ({ ...model, equipment: usableEquipment(model.equipment, version) })),
  };
}

function readModels(list: readonly unknown[]): UpstreamModel[] {
  const models: UpstreamModel[] = [];
  for (const entry of list) {
    if (models.length === MAX_MODELS) break;
    models.push(...readModel(entry));
  }
  return models;
}

/**
 * Of a model's entry (owner ids, knowledge names, grants …) five things are kept. Whoever may write a model in Open WebUI
 * writes them, and every visitor is sent them: none is longer than what a person would write there.
 */
function readModel(entry: unknown): UpstreamModel[] {
  if (!isRecord(entry) || typeof entry.id !== 'string' || entry.id === '' || entry.id.length > MAX_MODEL_ID_CHARS) {
    return [];
  }
  const name = typeof entry.name === 'string' && entry.name !== '' ? entry.name : entry.id;
  const meta = isRecord(entry.info) && isRecord(entry.info.meta) ? entry.info.meta : {};
  const description =
    typeof meta.description === 'string' ? cutText(meta.description.trim(), MAX_MODEL_DESCRIPTION_CHARS) : '';
  return [
    {
      id: entry.id,
      name: cutText(name, MAX_MODEL_NAME_CHARS),
      ...(description && { description }),
      suggestions: readSuggestions(meta),
      equipment: readModelEquipment(entry),
    },
  ];
}

function readSuggestions(meta: Record<string, unknown>): string[] {
  const prompts = Array.isArray(meta.suggestion_prompts) ? meta.suggestion_prompts : [];
  const suggestions: string[] = [];
  for (const prompt of prompts) {
    if (suggestions.length === MAX_SUGGESTIONS) break;
    const content = isRecord(prompt) && typeof prompt.content === 'string' ? prompt.content : '';
    if (content !== '' && content.length <= MAX_SUGGESTION_CHARS) suggestions.push(content);
  }
  return suggestions;
}
