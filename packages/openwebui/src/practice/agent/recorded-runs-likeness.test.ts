/** The practice server tells a run as real servers told it: the same plans, event by event, against what was recorded. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openAgentSocket } from '../../client/agent/agent-socket.ts';
import { RECORDED_VERSIONS, type RecordedVersion, recordedRun } from '../../client/agent/recorded-runs.ts';
import { AGENT_MODELS, agentScene } from '../../contract-suite/agent/agent-scene.ts';
import type { CaseContext } from '../../contract-suite/case-context.ts';
import { makeCaseContext } from '../../contract-suite/make-case-context.ts';
import { addCaseModels } from '../../contract-suite/scripted-provider.ts';
import { isObject, type JsonObject, objects } from '../http/read-body.ts';
import { startPractice } from '../start-practice.ts';

/** Runs whose question stands in what was recorded, with the model that was asked and the way of calling. */
const RUNS = [
  ['two-rounds', AGENT_MODELS.tools],
  ['refused-two', AGENT_MODELS.tools],
  ['error-mid', AGENT_MODELS.tools],
  ['length', AGENT_MODELS.tools],
  ['failing', AGENT_MODELS.tools],
  ['legacy', AGENT_MODELS.tools],
  ['pictures', AGENT_MODELS.pictures],
  ['web', AGENT_MODELS.web],
] as const;

describe.each(RECORDED_VERSIONS)('runs of %s', (version) => {
  it.each(RUNS)('%s', async (name, model) => {
    const recorded = recordedRun(version, name);
    await withPractice(version, async (context) => {
      const plan = questionIn(recorded).replaceAll('{{results}}', '%results%');
      const told = await tell(context, { model, question: plan, legacy: name === 'legacy' });
      expect(told.map(readable)).toEqual(recorded.map(readable));
    });
  });
});

async function withPractice(version: RecordedVersion, run: (context: CaseContext) => Promise<void>): Promise<void> {
  const practice = await startPractice({ version, provider: { tokenMs: 1 } });
  addCaseModels(practice.state.provider);
  const { context, close } = await makeCaseContext({
    baseUrl: practice.url,
    version,
    secret: 'test-secret',
    provider: practice.state.provider,
    adminToken: practice.state.makeSessionToken(practice.state.administrator),
  });
  try {
    await agentScene(context);
    await run(context);
  } finally {
    await close();
    await practice.close();
  }
}

/** One run, asked as the recordings were: every event until nothing is active any more. */
async function tell(
  { call, baseUrl, service }: CaseContext,
  { model, question, legacy }: { model: string; question: string; legacy: boolean },
): Promise<unknown[]> {
  const events: unknown[] = [];
  const over = Promise.withResolvers<void>();
  const means = {
    origin: baseUrl,
    connectMs: 5_000,
    joinMs: 5_000,
    maxEventBytes: 1024 * 1024,
    heartbeatMs: 60_000,
    basePath: '',
  };
  const { outcome } = openAgentSocket(means, service.token, {
    onEvent(event) {
      const data = isObject(event) && isObject(event.data) ? event.data : {};
      events.push(data);
      if (data.type === 'chat:active' && isObject(data.data) && data.data.active === false) over.resolve();
    },
    onLost: (reason) => over.reject(new Error(reason)),
  });
  const opened = await outcome;
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const equipped = { [AGENT_MODELS.web]: 'web_search', [AGENT_MODELS.pictures]: 'image_generation' }[model];
  const reply = await call('POST', '/api/chat/completions', {
    as: service.key,
    body: {
      model,
      stream: true,
      messages: [{ role: 'user', content: question }],
      chat_id: `local:${opened.socket.id}`,
      id: randomUUID(),
      session_id: randomUUID(),
      tool_ids: model === AGENT_MODELS.tools ? ['desk', 'private'] : [],
      features: equipped ? { [equipped]: true } : {},
      params: { function_calling: legacy ? 'legacy' : 'native' },
    },
  });
  expect(reply.json).toMatchObject({ status: true });
  await over.promise;
  opened.socket.close();
  return events;
}

/** The question of a recorded run, which its end repeats. */
function questionIn(events: readonly unknown[]): string {
  const outlet = events.filter(isObject).find((event) => event.type === 'chat:outlet');
  const messages = objects(isObject(outlet?.data) ? outlet.data.messages : undefined);
  const content = String(messages.find((message) => message.role === 'user')?.content);
  return `Q ${content.slice(content.indexOf('PLAN ['), content.lastIndexOf(']') + 1)}`;
}

/**
 * What of an event is compared: everything but made-up ids, times, and what only repeats other servers' long sentences
 * (the outlet's messages, a picture's own words to the model).
 */
function readable(event: unknown): unknown {
  if (!isObject(event)) return event;
  if (event.type === 'chat:outlet') return { type: event.type };
  return withoutMadeUp(event);
}

const TIMES = new Set(['started_at', 'ended_at', 'duration', 'created', 'folder_id']);

function withoutMadeUp(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMadeUp);
  if (isObject(value)) {
    const kept = Object.entries(value).filter(([name]) => !TIMES.has(name));
    return Object.fromEntries(kept.map(([name, inner]) => [name, withoutMadeUp(inner)] as const)) as JsonObject;
  }
  if (typeof value !== 'string') return value;
  return value
    .replace(/\b(msg|r|fco)_[0-9a-f]{24}\b/g, '$1_id')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid');
}
