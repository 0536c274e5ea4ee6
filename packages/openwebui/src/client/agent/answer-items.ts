/**
 * An answer as Open WebUI keeps it while the agent works: a list of items, each a text, a thought, a call of a tool or
 * what a tool gave. Fed by whole lists or by single changes; asked for the text, the thoughts and the calls. Pure.
 */
export type AnswerItem =
  | { type: 'message'; id: string; text: string }
  | { type: 'reasoning'; id: string; text: string }
  | { type: 'call'; id: string; callId: string; name: string; arguments: string; open: boolean }
  | { type: 'result'; id: string; callId: string; failed: boolean; text: string; files: unknown[] }
  /** Something of which nothing is told. It keeps its place, since changes name places. */
  | { type: 'other'; id: string };

export interface ListedCall {
  /** Unique within the answer, also where a provider gives the same id in each round. */
  key: string;
  name: string;
  arguments: string;
  /** All arguments are there. */
  ready: boolean;
  /** What the tool gave, once it did. */
  result?: { failed: boolean; text: string };
  /** The turn of the model, from 1. */
  round: number;
}

export interface AnswerItems {
  readonly list: readonly AnswerItem[];
  replaceAll(items: AnswerItem[]): void;
  /** @param isNew the item was not there before: what stands in its place moves on */
  put(index: number, item: AnswerItem, isNew: boolean): void;
  /** Adds to an item's text or thought; begins it where it is not there yet. */
  append(index: number, id: string, type: 'message' | 'reasoning', delta: string): void;
  appendArguments(index: number, delta: string): void;
  /** @param whole nothing will follow: what is held back because it may be the beginning of a tag is shown too */
  text(whole: boolean): string;
  reasoning(): string;
  calls(): ListedCall[];
  /** The model's turn that the last item belongs to, from 1. */
  round(): number;
  /** A tool was called, and no text came after it. */
  endsWithTool(): boolean;
}

/** Between two texts of one answer, which stand apart in Open WebUI's own interface. */
const BETWEEN = '\n\n';

/** May become a tag around reasoning, which Open WebUI takes out as soon as it is whole. */
const MAYBE_TAG = /^[<◁][^\s>▷]{0,20}$/;

export function createAnswerItems(): AnswerItems {
  let items: AnswerItem[] = [];

  function put(index: number, item: AnswerItem, isNew: boolean): void {
    const at = placeOf(index, item);
    if (at !== -1) items[at] = item;
    else if (isNew && index < items.length) items.splice(index, 0, item);
    else {
      fillUpTo(index);
      items[index] = item;
    }
  }

  /** By its place, or by its id where something was put before it. Calls share ids, so they go by place alone. */
  function placeOf(index: number, item: AnswerItem): number {
    if (items[index]?.id === item.id && items[index]?.type === item.type) return index;
    if (item.id === '' || (item.type !== 'message' && item.type !== 'reasoning')) return -1;
    return items.findIndex((one) => one.type === item.type && one.id === item.id);
  }

  function fillUpTo(index: number): void {
    while (items.length < index) items.push({ type: 'other', id: '' });
  }

  function append(index: number, id: string, type: 'message' | 'reasoning', delta: string): void {
    const there = items[index];
    if (there?.type === type && (id === '' || there.id === id)) there.text += delta;
    else put(index, { type, id, text: delta }, false);
  }

  function appendArguments(index: number, delta: string): void {
    const call = items[index];
    if (call?.type === 'call') call.arguments += delta;
  }

  function text(whole: boolean): string {
    const parts = items.map((item) => (item.type === 'message' ? item.text.trim() : ''));
    const last = parts.length - 1;
    if (!whole && MAYBE_TAG.test(parts[last] ?? '')) parts[last] = '';
    return parts.filter((part) => part !== '').join(BETWEEN);
  }

  function reasoning(): string {
    const parts = items.map((item) => (item.type === 'reasoning' ? item.text.trim() : ''));
    return parts.filter((part) => part !== '').join(BETWEEN);
  }

  function calls(): ListedCall[] {
    const listed: ListedCall[] = [];
    const seen = new Map<string, number>();
    let round = 1;
    let afterResult = false;
    for (const item of items) {
      if (item.type === 'result') {
        const call = listed.find((one) => one.result === undefined && isCallOf(one.key, item.callId));
        if (call) call.result = { failed: item.failed, text: item.text };
        afterResult = true;
        continue;
      }
      if (item.type === 'other') continue;
      if (afterResult) round++;
      afterResult = false;
      if (item.type !== 'call') continue;
      const times = (seen.get(item.callId) ?? 0) + 1;
      seen.set(item.callId, times);
      const key = times === 1 ? item.callId : `${item.callId}#${times}`;
      const ready = !item.open || isWholeJson(item.arguments);
      listed.push({ key, name: item.name, arguments: item.arguments, ready, round });
    }
    return listed;
  }

  function round(): number {
    let count = 1;
    let afterResult = false;
    for (const item of items) {
      if (item.type === 'other') continue;
      if (afterResult && item.type !== 'result') count++;
      afterResult = item.type === 'result';
    }
    return count;
  }

  function endsWithTool(): boolean {
    const last = items.findLast(
      (item) => item.type !== 'other' && !(item.type === 'message' && item.text.trim() === ''),
    );
    return last?.type === 'call' || last?.type === 'result';
  }

  return {
    get list() {
      return items;
    },
    replaceAll: (all) => {
      items = all;
    },
    put,
    append,
    appendArguments,
    text,
    reasoning,
    calls,
    round,
    endsWithTool,
  };
}

function isCallOf(key: string, callId: string): boolean {
  return key === callId || (key.startsWith(callId) && key[callId.length] === '#');
}

/** 0.10 says nothing when arguments are complete; as JSON they tell it themselves. */
function isWholeJson(text: string): boolean {
  if (text.trim() === '') return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
