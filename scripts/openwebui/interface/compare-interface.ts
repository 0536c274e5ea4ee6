/**
 * The whole agent beside Open WebUI's own interface, in a real browser on the same server: the same calls of the
 * provider, the same text, the same sources.
 */
import assert from 'node:assert/strict';
import type { ChatTurn, OpenWebUiClient, SiteAnswerSettings } from '@guichet/openwebui/client';
import {
  AGENT_MODELS,
  agentScene,
  type CaseContext,
  type CaseResult,
  collectAnswer,
  equipmentOf,
} from '@guichet/openwebui/contract-suite';
import { CAPABILITIES, type Capability } from './capabilities.ts';
import { OpenWebUiPage, type SeenAnswer } from './open-web-ui-page.ts';

/** What both ways gave. */
interface Outcome {
  calls: { messages: unknown; tools: string[] }[];
  seen: Pick<SeenAnswer, 'text' | 'sources' | 'pictures' | 'followUps'>;
}

export async function compareInterface(
  context: CaseContext,
  chromium: string | undefined,
  report: (result: CaseResult) => void,
): Promise<void> {
  if (!chromium) {
    report({ name: 'interface: every capability', outcome: 'skipped', reason: 'there is no Chromium' });
    return;
  }
  await agentScene(context);
  const page = await OpenWebUiPage.open(chromium, context.baseUrl, context.service.token);
  const client = context.agent();
  try {
    for (const capability of CAPABILITIES) report(await compared(capability, context, page, client));
  } finally {
    await page.close();
  }
}

async function compared(
  capability: Capability,
  context: CaseContext,
  page: OpenWebUiPage,
  client: OpenWebUiClient,
): Promise<CaseResult> {
  const name = `interface: ${capability.name}`;
  const started = performance.now();
  try {
    const theirs = await withCalls(context, () =>
      page.ask(AGENT_MODELS[capability.model], capability.questions, capability.also === 'followUps'),
    );
    const ours = await withCalls(context, () => askGuichet(capability, context, client));
    assert.deepEqual(ours.calls, theirs.calls, 'the provider was not asked the same');
    assert.equal(withoutChance(ours.seen.text), withoutChance(theirs.seen.text));
    assert.deepEqual(ours.seen.sources, [...theirs.seen.sources, ...(capability.moreSources ?? [])]);
    if (capability.also) assert.deepEqual(ours.seen[capability.also], theirs.seen[capability.also]);
    return { name, outcome: 'passed', ms: Math.round(performance.now() - started) };
  } catch (error) {
    return { name, outcome: 'failed', ms: Math.round(performance.now() - started), error };
  }
}

async function withCalls(context: CaseContext, ask: () => Promise<Outcome['seen']>): Promise<Outcome> {
  const before = context.provider.calls.length;
  const seen = await ask();
  const calls = context.provider.calls
    .slice(before)
    .filter(({ kind, body }) => kind === 'completion' && body.model === 'agent')
    .map(({ body }) => ({ messages: withoutChance(body.messages), tools: toolNames(body.tools) }));
  return { calls, seen };
}

/** The same conversation through Guichet's client: each answer goes along with the next question. */
async function askGuichet(
  capability: Capability,
  context: CaseContext,
  client: OpenWebUiClient,
): Promise<Outcome['seen']> {
  const equipment = await equipmentOf(context, capability.model);
  const settings: SiteAnswerSettings = { model: AGENT_MODELS[capability.model], equipment, tools: 'whole-agent' };
  const turns: ChatTurn[] = [];
  let last: Awaited<ReturnType<typeof collectAnswer>> | undefined;
  for (const question of capability.questions) {
    turns.push({ role: 'user', text: question });
    last = await collectAnswer(client, { settings, turns: [...turns] });
    turns.push({ role: 'assistant', text: last.text });
  }
  const proposed = capability.also === 'followUps' ? await client.followUps({ settings, turns }) : undefined;
  return {
    text: plainText(last?.text ?? ''),
    sources: (last?.sources ?? []).map(({ title, url }) => url ?? title),
    pictures: last?.files.length ?? 0,
    followUps: proposed?.ok ? proposed.value : [],
  };
}

/** Ids of files, and how often a filter has run before, differ from run to run. */
function withoutChance(said: unknown): unknown {
  const text = JSON.stringify(said)
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')
    .replace(/outlets so far \d+/g, 'outlets so far N');
  return JSON.parse(text);
}

/** As the interface shows it: without the signs of Markdown, in one line. */
function plainText(text: string): string {
  return text.replace(/[*`]/g, '').replace(/\s+/g, ' ').trim();
}

function toolNames(tools: unknown): string[] {
  const list = Array.isArray(tools) ? tools : [];
  return list.map((tool: { function?: { name?: string } }) => tool.function?.name ?? '').sort();
}
