/**
 * Tells a run to the sockets of its account, in the words of the version: from 0.11 on deltas, with items sent again
 * around each round of tools; in 0.10 all items for each piece.
 */
import { randomBytes } from 'node:crypto';
import { frameJson } from '../http/frame-json.ts';
import type { JsonObject } from '../http/read-body.ts';
import type { World } from '../world.ts';

export interface RunAddress {
  accountId: string;
  chatId: string;
  messageId: string;
}

export interface CallItem extends JsonObject {
  type: 'function_call';
  id: string;
  call_id: string;
  name: string;
  arguments: string;
  status: 'in_progress' | 'completed' | 'failed' | 'incomplete';
}

interface TextItem extends JsonObject {
  type: 'message' | 'reasoning';
  id: string;
  status: string;
  content: { type: 'output_text'; text: string }[];
}

export class RunTeller {
  readonly #world: World;
  readonly #address: RunAddress;
  readonly #deltas: boolean;
  readonly #tellsReasoningItems: boolean;
  #usage: JsonObject | undefined;
  #items: (TextItem | CallItem | JsonObject)[] = [];
  /** The item that text or reasoning goes into. */
  #open: TextItem | undefined;

  constructor(world: World, address: RunAddress) {
    this.#world = world;
    this.#address = address;
    this.#deltas = world.has('agentTellsDeltas');
    this.#tellsReasoningItems = world.has('agentTellsReasoningItems');
  }

  tell(type: string, data?: JsonObject): void {
    const { accountId, chatId, messageId } = this.#address;
    const event = { type, ...(data && { data: structuredClone(data) }) };
    this.#world.sockets.tell(accountId, { chat_id: chatId, message_id: messageId, data: event });
  }

  active(active: boolean): void {
    this.tell('chat:active', { active, ...(this.#deltas && { folder_id: null }) });
  }

  /** A provider's frame that holds no text: passed on as it is. */
  frame(frame: JsonObject, isFirst: boolean): void {
    this.tell(isFirst && this.#deltas ? 'response:completion' : 'chat:completion', frame);
  }

  /** One call's counts; told is the sum of all so far under one pair of names, and this call's under the other. */
  usage(counts: JsonObject): void {
    const sum = (name: string, alias: string) => Number(this.#usage?.[name] ?? 0) + Number(counts[alias] ?? 0);
    const input = sum('input_tokens', 'prompt_tokens');
    const output = sum('output_tokens', 'completion_tokens');
    this.#usage = { ...counts, input_tokens: input, output_tokens: output, total_tokens: input + output };
    this.tell('chat:completion', { usage: this.#usage });
  }

  reasoning(text: string): void {
    const attributes = { type: 'reasoning_content' };
    const item = this.#into('reasoning', { start_tag: '<think>', end_tag: '</think>', attributes, summary: null });
    append(item, text);
    if (this.#deltas) {
      this.#response('response.reasoning_text.delta', { item_id: item.id, content_index: 0, delta: text }, item);
    } else this.#snapshot();
  }

  /** Reasoning between tags, which is told as snapshots in every version. */
  taggedReasoning(text: string): void {
    append(
      this.#into('reasoning', { start_tag: '<think>', end_tag: '</think>', attributes: {}, summary: null }, true),
      text,
    );
    this.#snapshot();
  }

  text(text: string): void {
    const wasReasoning = this.#open?.type === 'reasoning';
    const item = this.#into('message', { role: 'assistant' });
    if (this.#deltas && wasReasoning && this.#items.length > 1 && isTagged(this.#items.at(-2))) this.#snapshot();
    append(item, text);
    if (this.#deltas) {
      this.#response('response.output_text.delta', { item_id: item.id, content_index: 0, delta: text }, item);
    } else this.#snapshot();
  }

  call(id: string, name: string): CallItem {
    this.#close();
    const item: CallItem = { type: 'function_call', id, call_id: id, name, arguments: '', status: 'in_progress' };
    this.#items.push(item);
    if (this.#deltas) this.#response('response.output_item.added', { item }, item);
    else this.#snapshot();
    return item;
  }

  callArguments(item: CallItem, piece: string): void {
    item.arguments += piece;
    if (this.#deltas)
      this.#response('response.function_call_arguments.delta', { item_id: item.id, delta: piece }, item);
    else if (piece !== '') this.#snapshot();
  }

  /** The model has said which tools it wants. */
  callsComplete(calls: readonly CallItem[]): void {
    if (!this.#deltas) {
      this.#items.forEach(trimEnd);
      this.#snapshot();
      return;
    }
    for (const item of calls) {
      item.status = 'completed';
      this.#response('response.function_call_arguments.done', { item_id: item.id, arguments: item.arguments }, item);
      this.#response('response.output_item.done', { item }, item);
    }
    this.#sendAgain();
  }

  /** Every tool of the round has ended. */
  results(results: readonly { call: CallItem; text: string; failed: boolean }[]): void {
    const outputs = results.map(({ call, text, failed }) => {
      // Up to 0.10 nothing tells a failure from a good result.
      const status = failed && this.#deltas ? 'failed' : 'completed';
      call.status = status;
      if (!this.#tellsReasoningItems) call.arguments = spaced(call.arguments, this.#world);
      const output = [{ type: 'input_text', text }];
      return { type: 'function_call_output', id: newId('fco'), call_id: call.id, output, status };
    });
    if (this.#deltas) this.#sendAgain();
    this.#items.push(...outputs);
    if (this.#deltas) {
      for (const item of outputs) this.#response('response.output_item.done', { item }, item);
      return;
    }
    this.#items.push(textItem('message', { role: 'assistant' }));
    this.#snapshot();
  }

  /** A failure that ends the run at once. */
  broken(content: string): void {
    this.tell('chat:message:error', { error: { content }, ...(this.#deltas && { done: true }) });
    if (!this.#deltas) this.tell('chat:tasks:cancel');
  }

  done(): void {
    this.#close();
    this.#items.slice(-1).forEach(trimEnd);
    for (const item of this.#items) if (item.type === 'message') item.status = 'completed';
    this.tell('chat:completion', {
      ...{ done: true, output: this.#items, title: this.#deltas ? '' : null },
      ...(this.#usage && { usage: this.#usage }),
    });
  }

  /** Everything that was said to the model and by it: what a chat keeps. */
  outlet(messages: readonly JsonObject[]): void {
    const content = this.#items.map((item) => (item.type === 'message' ? textOf(item) : '')).join('');
    const answer = {
      id: this.#address.messageId,
      role: 'assistant',
      content: this.#deltas ? content : '',
      output: this.#items,
    };
    this.tell('chat:outlet', { messages: [...messages.map((message) => ({ id: null, ...message })), answer] });
  }

  cancelled(): void {
    for (const item of this.#items) if (item.status === 'in_progress') item.status = 'incomplete';
    if (this.#deltas) this.tell('chat:tasks:cancel', { output: this.#items });
    else this.tell('chat:tasks:cancel');
    this.tell('chat:tasks:cancel');
  }

  #into(type: TextItem['type'], more: JsonObject, tagged = false): TextItem {
    if (this.#open?.type === type) return this.#open;
    this.#close();
    const last = this.#items.at(-1);
    // 0.10 makes the message's place before it knows what comes.
    if (last?.type === 'message' && textOf(last) === '') this.#items.pop();
    const item = textItem(type, more);
    this.#items.push(item);
    this.#open = item;
    if (this.#tellsReasoningItems && type === 'reasoning' && !tagged) {
      this.#response('response.output_item.added', { item }, item);
    }
    return item;
  }

  #close(): void {
    const item = this.#open;
    this.#open = undefined;
    if (item?.type !== 'reasoning') return;
    item.status = 'completed';
    if (this.#tellsReasoningItems && !isTagged(item)) this.#response('response.output_item.done', { item }, item);
  }

  #response(type: string, data: JsonObject, item: JsonObject): void {
    this.tell('response:completion', { type, output_index: this.#items.indexOf(item), ...data });
  }

  #sendAgain(): void {
    for (const item of this.#items) this.#response('response.output_item.done', { item }, item);
  }

  #snapshot(): void {
    this.tell('chat:completion', { output: this.#items });
  }
}

/** A call's arguments, read and written again. */
function spaced(json: string, world: World): string {
  try {
    return frameJson(JSON.parse(json), world);
  } catch {
    return json;
  }
}

function textItem(type: TextItem['type'], more: JsonObject): TextItem {
  const id = newId(type === 'message' ? 'msg' : 'r');
  return {
    type,
    id,
    status: 'in_progress',
    content: type === 'message' ? [{ type: 'output_text', text: '' }] : [],
    ...more,
  };
}

/** Spaces at an item's end are taken away, later than they were told. */
function trimEnd(item: JsonObject): void {
  const [part] = item.type === 'message' ? (item as TextItem).content : [];
  if (part) part.text = part.text.trimEnd();
}

function append(item: TextItem, text: string): void {
  const [part] = item.content;
  if (part) part.text += text;
  else item.content.push({ type: 'output_text', text });
}

function textOf(item: JsonObject): string {
  return (item as TextItem).content.map(({ text }) => text).join('');
}

function isTagged(item: JsonObject | undefined): boolean {
  return item?.type === 'reasoning' && Object.keys(item.attributes as object).length === 0;
}

function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}
