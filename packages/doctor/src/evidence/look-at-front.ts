/** Who answers at the address: three routes that need no credential, and what their replies are like. */
import { secretRemover } from '@guichet/openwebui/client';
import type { PlainReply } from './doctor-tools.ts';
import type { FrontEvidence, Seen } from './evidence-map.ts';
import type { GatherContext, Gatherer } from './gather-context.ts';
import { isRecord } from './is-record.ts';
import { readReply } from './read-reply.ts';
import { seenFailure } from './seen-failure.ts';

export const lookAtFront: Gatherer<'front'> = async (context) => {
  const address = await context.evidence('address');
  if (address?.kind !== 'address') return undefined;
  const startedMs = context.tools.now();
  const [health, version, config] = await Promise.all(
    ['/health', '/api/version', '/api/config'].map((path) => look(context, address.base + path)),
  );
  if (!health || !version || !config) return undefined;
  const front = { health: health.seen, version: version.seen, config: config.seen };
  const skew = skewOf(health.date ?? version.date, startedMs, context.tools.now());
  const read = readFront(front);
  const isOllama =
    !read.isOpenWebUi && read.openWebUiVersion !== undefined && (await isOllamaAt(context, address.base));
  return {
    ...front,
    ...read,
    ...(isOllama && { isOllama }),
    ...(skew !== undefined && { clockSkewMs: skew }),
  };
};

/** It tells its version at the same path as Open WebUI, knows none of the others, and says its name at the root alone. */
async function isOllamaAt(context: GatherContext, origin: string): Promise<boolean> {
  const { seen } = await look(context, `${origin}/`);
  return seen.kind === 'reply' && seen.reply.title === 'Ollama is running';
}

export async function look(
  { tools, limit, input }: GatherContext,
  url: string,
  limitName: 'replyMs' | 'ownMs' = 'replyMs',
): Promise<{ seen: Seen; date?: string }> {
  const started = performance.now();
  try {
    const reply = withoutSecret(await tools.get(url, { limitMs: limit(limitName) }), input.credential ?? '');
    const seen: Seen = { kind: 'reply', reply: readReply(reply, url, Math.round(performance.now() - started)) };
    return { seen, ...(reply.headers.date !== undefined && { date: reply.headers.date }) };
  } catch (error) {
    return { seen: { kind: 'failed', failure: seenFailure(error) } };
  }
}

/** It is not shown to these routes; but what stands there may have seen it at another one, and say so in its title. */
function withoutSecret({ status, headers, text }: PlainReply, credential: string): PlainReply {
  const remove = secretRemover(credential.trim());
  const clean = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, remove(value)]));
  return { status, headers: clean, text: remove(text) };
}

function readFront({ health, version, config }: Pick<FrontEvidence, 'health' | 'version' | 'config'>) {
  const openWebUiVersion = textIn(jsonOf(version), 'version');
  const configJson = jsonOf(config);
  const features = isRecord(configJson?.features) ? configJson.features : {};
  const configVersion = textIn(configJson, 'version');
  const keysSwitch = features.enable_api_keys ?? features.enable_api_key;
  const isHealthy = jsonOf(health)?.status === true;
  const marked = health.kind === 'reply' && health.reply.hasProcessTime;
  return {
    isOpenWebUi: isHealthy && (openWebUiVersion !== undefined || marked),
    ...(openWebUiVersion !== undefined && { openWebUiVersion }),
    ...(configVersion !== undefined && { configVersion }),
    ...(typeof features.enable_signup === 'boolean' && { signUpOpen: features.enable_signup }),
    ...(typeof features.auth === 'boolean' && { signInOff: !features.auth }),
    ...(typeof keysSwitch === 'boolean' && { keysSwitch }),
    ...(features.enable_websocket === false && { socketsOff: true as const }),
  };
}

function jsonOf(seen: Seen): Record<string, unknown> | undefined {
  return seen.kind === 'reply' && seen.reply.status === 200 && isRecord(seen.reply.json) ? seen.reply.json : undefined;
}

function textIn(json: Record<string, unknown> | undefined, name: string): string | undefined {
  const value = json?.[name];
  return typeof value === 'string' && /^\d+\.\d+/.test(value) ? value.slice(0, 40) : undefined;
}

/** Positive: their clock is ahead. The true time lies somewhere between sending and receiving. */
function skewOf(date: string | undefined, sentMs: number, receivedMs: number): number | undefined {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return undefined;
  if (theirs < sentMs - 1_000) return theirs - sentMs;
  return theirs > receivedMs + 1_000 ? theirs - receivedMs : 0;
}
