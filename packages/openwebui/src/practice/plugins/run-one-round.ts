/** Function calling in the older way: the task model is asked which tools to call, each is called once, before the answer. */
import type { Source } from '../completion/find-sources.ts';
import type { KnownModel } from '../content/models.ts';
import { isObject, type JsonObject, objects, text } from '../http/read-body.ts';
import type { World } from '../world.ts';
import type { ToolMeans } from './imitated-tools.ts';
import { FOUND_PAGE, type OfferedTool } from './offered-tools.ts';

/** @returns what the tools gave, as sources */
export async function runOneRound(
  tools: readonly OfferedTool[],
  messages: readonly JsonObject[],
  model: KnownModel,
  means: ToolMeans,
  world: World,
): Promise<Source[]> {
  if (tools.length === 0) return [];
  const question = text(messages.findLast((message) => message.role === 'user')?.content) ?? '';
  const names = JSON.stringify(tools.map(({ name }) => ({ name })));
  const prompt = `Available Tools: ${names}\nReturn only JSON.\nQuery: History:\nUSER: """${question}"""`;
  const sources: Source[] = [];
  for (const { name, parameters } of await plannedCalls(prompt, model, world)) {
    const tool = tools.find((one) => one.name === name);
    if (!tool) continue;
    // A tool's exception is told like a result.
    const result = await tool
      .run(parameters, means)
      .catch((error: unknown) => String(error instanceof Error ? error.message : error));
    sources.push({
      source: { name: tool.sourceName },
      document: [result],
      metadata: [{ source: tool.sourceName, parameters }],
      tool_result: true,
    });
  }
  return sources;
}

/** A web search before the answer: one more call for its words. */
export async function searchBeforeAnswer(model: KnownModel, world: World): Promise<Source[]> {
  await askTaskModel('### Task:\nRespond with {"queries": ["query"]}.', model, world);
  const { title, link, snippet } = FOUND_PAGE;
  return [
    {
      source: { type: 'web_search', name: 'tickets cost', urls: [link] },
      document: [snippet],
      metadata: [{ source: link, title, snippet, link }],
    },
  ];
}

async function plannedCalls(
  prompt: string,
  model: KnownModel,
  world: World,
): Promise<{ name: string; parameters: JsonObject }[]> {
  const said = await askTaskModel(prompt, model, world);
  const value: unknown = JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1) || '{}');
  const calls = objects(isObject(value) ? value.tool_calls : undefined);
  return calls.map((call) => ({
    name: text(call.name) ?? '',
    parameters: isObject(call.parameters) ? call.parameters : {},
  }));
}

async function askTaskModel(prompt: string, model: KnownModel, world: World): Promise<string> {
  const task = world.provider.knows('task') ? 'task' : model.providerModel;
  const messages = [{ role: 'user', content: prompt }];
  const answer = await world.provider
    .complete({ model: task, messages, stream: false }, world.stopped)
    .catch(() => undefined);
  if (answer?.kind !== 'whole' || answer.status !== 200) return '';
  const body: unknown = JSON.parse(answer.body);
  const choice = objects(isObject(body) ? body.choices : undefined)[0];
  return text(isObject(choice?.message) ? choice.message.content : undefined) ?? '';
}
