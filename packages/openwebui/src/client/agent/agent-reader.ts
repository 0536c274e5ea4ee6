/** Reads the events of one run: events in, calls out, whichever way a version tells them. No timer, no socket. */
import type { AnswerActivity } from '@guichet/contract/answer-activity';
import type { AnswerSource } from '@guichet/contract/chat-event';
import type { AgentLimitName, AnswerEnd } from '../chat-completion-types.ts';
import { meaningOfFinish } from '../finish-reason.ts';
import { createSourceCollector } from '../sources.ts';
import type { AnswerUsage } from '../usage.ts';
import { createActivityList } from './activity-list.ts';
import type { AgentLimits } from './agent-limits.ts';
import { createAnswerItems, type ListedCall } from './answer-items.ts';
import { endOfRun } from './end-of-run.ts';
import { type FileReference, readFileReference } from './file-reference.ts';
import { type AgentFact, readAgentEvent } from './read-agent-event.ts';
import { createSearchResults } from './search-results.ts';

export interface AgentReaderListener {
  onText(text: string): void;
  onReasoning(text: string): void;
  /** What was told proved wrong; this is the whole. */
  onRewrite(whole: { text: string; reasoning: string }): void;
  onSources(sources: AnswerSource[]): void;
  onActivity(activity: AnswerActivity): void;
  onFile(file: FileReference): void;
  onUsage(usage: AnswerUsage): void;
  /** Tools that run, by key and name, whenever that changes. */
  onRunning(tools: ReadonlyMap<string, string>): void;
  /** A tool gave an error instead of a result. */
  onToolFailed(name: string): void;
  /** The run goes further than it may: it has to be stopped. Told at most once. */
  onLimit(limit: AgentLimitName | 'size'): void;
  /** An error was told; the last text may follow. */
  onError(): void;
  /** The run is over upstream. */
  onOver(): void;
}

export interface AgentReader {
  /** @param data the member `data` of an event of this run; @param bytes its size */
  feed(data: unknown, bytes: number): void;
  /** The socket was lost: deltas are not to be trusted until everything has been told once more. */
  lost(): void;
  /** How the answer ended, as far as is known by now. Tells what was held back. */
  end(): AnswerEnd;
  /** Anything of the answer was told. */
  hasAnswer(): boolean;
}

export interface ReaderLimits extends AgentLimits {
  answerChars: number;
}

export function createAgentReader(listener: AgentReaderListener, limits: ReaderLimits): AgentReader {
  const items = createAnswerItems();
  const sources = createSourceCollector();
  const found = createSearchResults();
  const activities = createActivityList((activity) => listener.onActivity(activity), limits);
  const files = new Set<string>();
  const failedTools = new Set<string>();
  let told = { text: '', reasoning: '' };
  let named: AnswerSource[] = [];
  let runningKeys = '';
  /** The text that grows at its end, and the white space held back there. Undefined: look at everything anew. */
  let growing: { index: number; held: string } | undefined;
  let isLost = false;
  let events = 0;
  let bytes = 0;
  let filesToldOf = 0;
  let over = false;
  let limit: AgentLimitName | 'size' | undefined;
  let finish: string | undefined;
  let model: string | undefined;
  let done = false;
  let cancelled = false;
  let error: { message: string; type?: string | undefined } | undefined;

  function feed(data: unknown, size: number): void {
    if (over || limit) return;
    events++;
    bytes += size;
    if (events > limits.events || bytes > limits.runBytes) {
      stopAt('size');
      return;
    }
    for (const fact of readAgentEvent(data)) {
      if (over || limit) return;
      take(fact);
    }
  }

  function take(fact: AgentFact): void {
    switch (fact.kind) {
      case 'items':
        items.replaceAll(fact.items.slice(0, limits.pieces + 1));
        isLost = false;
        changed();
        break;
      case 'item':
        if (!within(fact.index)) break;
        items.put(fact.index, fact.item, fact.isNew);
        changed();
        break;
      case 'text':
        if (!isLost && within(fact.index)) grow(fact.index, fact.id, fact.delta);
        break;
      case 'reasoning':
        if (isLost || !within(fact.index)) break;
        items.append(fact.index, fact.id, 'reasoning', fact.delta);
        growing = undefined;
        tell(false);
        break;
      case 'arguments':
        items.appendArguments(fact.index, fact.delta);
        break;
      case 'finish':
        // Some providers write a word for nothing on every chunk.
        if (meaningOfFinish(fact.reason) !== undefined) finish = fact.reason;
        break;
      case 'model':
        model = fact.model;
        break;
      case 'usage':
        listener.onUsage(fact.usage);
        break;
      case 'sources': {
        const all = sources.add(fact.list);
        if (all) {
          named = all;
          tellSources();
        }
        break;
      }
      case 'status':
        // A tool server that cannot be reached is the owner's to know, by its name.
        if (fact.status.action === 'tool_connection') listener.onToolFailed(fact.status.description);
        else activities.status(fact.status, items.round());
        break;
      case 'files':
        takeFiles(fact.list);
        break;
      case 'error':
        // The first says why; what follows it is often only that the run was given up.
        error ??= { message: fact.message, type: fact.type };
        listener.onError();
        break;
      case 'done':
        done = true;
        finished();
        break;
      case 'cancelled':
        cancelled = true;
        finished();
        break;
      case 'inactive':
        finished();
        break;
      default:
        fact satisfies never;
    }
  }

  function finished(): void {
    if (over) return;
    over = true;
    listener.onOver();
  }

  function stopAt(which: AgentLimitName | 'size'): void {
    limit = which;
    listener.onLimit(which);
  }

  function within(index: number): boolean {
    if (index <= limits.pieces) return true;
    stopAt('size');
    return false;
  }

  /** The usual event: a word at the end. Does not look at what was told before. */
  function grow(index: number, id: string, delta: string): void {
    const isLast = index === items.list.length - 1;
    items.append(index, id, 'message', delta);
    if (growing?.index !== index || !isLast) {
      changed();
      return;
    }
    const text = growing.held + delta;
    const shown = text.trimEnd();
    growing.held = text.slice(shown.length);
    if (shown !== '') add(shown);
  }

  function add(text: string): void {
    told.text += text;
    if (told.text.length > limits.answerChars) {
      stopAt('size');
      return;
    }
    listener.onText(text);
  }

  function changed(): void {
    if (items.list.length > limits.pieces) {
      stopAt('size');
      return;
    }
    tell(false);
    if (limit) return;
    const calls = items.calls();
    activities.calls(calls);
    lookAtCalls(calls);
    for (const item of items.list) if (item.type === 'result') takeFiles(item.files);
    if (calls.some((call) => call.ready && call.round > limits.rounds)) stopAt('rounds');
  }

  function lookAtCalls(calls: ListedCall[]): void {
    const running = new Map(calls.filter((call) => call.ready && !call.result).map((call) => [call.key, call.name]));
    const keys = [...running.keys()].join('\n');
    if (keys !== runningKeys && !isLost) {
      runningKeys = keys;
      listener.onRunning(running);
    }
    for (const call of calls) {
      if (call.result?.failed && !failedTools.has(call.key)) {
        failedTools.add(call.key);
        listener.onToolFailed(call.name);
      }
      if (call.name === 'search_web' && call.result && found.add(call.key, call.result.text)) tellSources();
    }
  }

  /** What a search found comes after the named sources, whose numbers the model was given. */
  function tellSources(): void {
    listener.onSources(found.after(named));
  }

  function takeFiles(list: unknown[]): void {
    for (const entry of list) {
      const file = readFileReference(entry);
      if (!file || files.has(file.key)) continue;
      files.add(file.key);
      const painted = items.calls().findLast((call) => /_image$/.test(call.name));
      filesToldOf++;
      listener.onFile({ ...file, ...describedBy(painted) });
    }
  }

  function tell(whole: boolean): void {
    if (isLost && !whole) return;
    growing = undefined;
    const next = { text: items.text(whole), reasoning: items.reasoning() };
    if (next.text.length > limits.answerChars || next.reasoning.length > limits.answerChars) {
      stopAt('size');
      return;
    }
    // Less than was told may be a pause between two lists; only at the end it is the truth.
    const isShorter = told.text.startsWith(next.text) && told.reasoning.startsWith(next.reasoning);
    const isMore = next.text.startsWith(told.text) && next.reasoning.startsWith(told.reasoning);
    if (!isMore && isShorter && !whole) return;
    const before = told;
    told = next;
    if (!isMore) {
      listener.onRewrite({ ...next });
    } else {
      const thought = next.reasoning.slice(before.reasoning.length);
      const text = next.text.slice(before.text.length);
      if (thought !== '') listener.onReasoning(thought);
      if (text !== '') listener.onText(text);
    }
    const index = items.list.length - 1;
    const last = items.list[index];
    if (last?.type !== 'message' || last.text.trim() === '' || !next.text.endsWith(last.text.trim())) return;
    growing = { index, held: last.text.slice(last.text.trimEnd().length) };
  }

  function hasAnswer(): boolean {
    return told.text !== '' || filesToldOf > 0;
  }

  function end(): AnswerEnd {
    over = true;
    if (limit !== 'size' && items.list.length > 0 && !(isLost && !done)) tell(true);
    const how =
      limit === 'size'
        ? tooLarge(hasAnswer())
        : endOfRun({
            hasAnswer: hasAnswer(),
            done,
            finish,
            model,
            endsWithTool: items.endsWithTool(),
            error,
            cancelled,
            limit,
          });
    activities.end(how.kind === 'complete' && how.limit === undefined ? 'done' : 'failed');
    return how;
  }

  return {
    feed,
    lost() {
      isLost = true;
      growing = undefined;
      runningKeys = '';
    },
    end,
    hasAnswer,
  };
}

function tooLarge(hasAnswer: boolean): AnswerEnd {
  const failure = {
    code: 'answer-too-large',
    cause: 'unknown',
    confidence: 'certain',
    phase: 'stream',
    status: 200,
    raw: 'the run brought more than is read of one answer',
  } as const;
  return { kind: hasAnswer ? 'interrupted' : 'failed', failure };
}

/** A painted picture shows what the model asked for. */
function describedBy(call: ListedCall | undefined): { description?: string } {
  if (!call) return {};
  try {
    const given: unknown = JSON.parse(call.arguments);
    const prompt = typeof given === 'object' && given !== null && 'prompt' in given ? given.prompt : undefined;
    return typeof prompt === 'string' && prompt.trim() !== '' ? { description: prompt.trim().slice(0, 500) } : {};
  } catch {
    return {};
  }
}
