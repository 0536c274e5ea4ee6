/**
 * A question may carry what the model shall do: `PLAN [round, round, …]` somewhere in its text, in JSON. Each round is
 * one call of the provider within one answer; the last is played again where there are more calls than rounds.
 */
import { isObject, type JsonObject, objects } from '../http/read-body.ts';

export interface PlannedRound {
  /** Thought aloud in a field of its own, before the text. */
  reason?: string;
  /** Said. `%results%` stands for what the tools gave. */
  text?: string;
  /** Tools to call after the text: name and arguments. Played only where the request offers tools at all. */
  calls?: [name: string, parameters: unknown][];
  /** Milliseconds between two words. */
  delay?: number;
  /** The round is refused with this HTTP status, before a word. */
  error?: number;
  /** After some words, three unless it says how many: an error frame, or the connection breaks. */
  turn?: 'error' | 'break';
  turnAfter?: number;
  /** The `finish_reason`, instead of `stop`. */
  finish?: string;
}

export interface Plan {
  rounds: PlannedRound[];
  /** What was said and done since the question, oldest first. */
  since: JsonObject[];
}

const MARK = 'PLAN [';

/** The plan of the latest message that holds one; undefined where none does. */
export function readPlan(messages: unknown): Plan | undefined {
  const all = objects(messages);
  for (const [place, message] of [...all.entries()].reverse()) {
    if (message.role === 'tool') continue;
    const rounds = readRounds(textOf(message.content));
    if (rounds) return { rounds, since: all.slice(place + 1) };
  }
  return undefined;
}

/** @param offersTools whether the request lets the model call tools */
export function currentRound({ rounds, since }: Plan, offersTools: boolean): PlannedRound | undefined {
  // Whoever offers no tools has called them by itself, or wants an answer without them.
  if (!offersTools) return rounds.find((round) => !round.calls) ?? rounds.at(-1);
  const played = since.filter((message) => message.role === 'assistant' && objects(message.tool_calls).length > 0);
  return rounds[Math.min(played.length, rounds.length - 1)];
}

/** What tools gave: as messages of their own, or put around the question as sources. */
export function toolResults(messages: unknown, { since }: Plan): string[] {
  const told = since.filter((message) => message.role === 'tool').map((message) => textOf(message.content));
  if (told.length > 0) return told;
  const prompt = objects(messages)
    .map((message) => textOf(message.content))
    .join('\n');
  return [...prompt.matchAll(/<source [^>]*>([^<]*)<\/source>/g)].map((match) => match[1] ?? '');
}

/** A message's text, whether it is one string or a list of parts. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return objects(content)
    .map((part) => (typeof part.text === 'string' ? part.text : ''))
    .join('');
}

function readRounds(text: string): PlannedRound[] | undefined {
  const start = text.indexOf(MARK);
  if (start === -1) return undefined;
  const json = balancedFrom(text, start + MARK.length - 1);
  if (json === undefined) return undefined;
  try {
    const rounds: unknown = JSON.parse(json);
    return Array.isArray(rounds) && rounds.every(isObject) ? rounds : undefined;
  } catch {
    return undefined;
  }
}

/** From an opening bracket to the one that closes it; brackets inside of strings do not count. */
function balancedFrom(text: string, start: number): string | undefined {
  let depth = 0;
  let quoted = false;
  for (let place = start; place < text.length; place++) {
    const character = text[place];
    if (quoted) {
      if (character === '\\') place++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') {
      depth--;
      if (depth === 0) return text.slice(start, place + 1);
    }
  }
  return undefined;
}
