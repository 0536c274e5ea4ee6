/**
 * How many tokens an answer took, under the names that providers and Open WebUI give them. Each later number replaces the
 * one before: some providers tell it on every frame, growing.
 */
import { isRecord } from './error-body.ts';

/**
 * `provider`: as it stood in the provider's stream, of the one call of the model that was the answer. `open-webui`: as
 * Open WebUI tells it of a run of the whole agent; from 0.10 on the sum of all calls, before that of the last one.
 */
export type UsageSource = 'provider' | 'open-webui';

export interface AnswerUsage {
  inputTokens: number;
  outputTokens: number;
  from: UsageSource;
}

/** Beyond it is no count of tokens; the column holds as much. */
const MOST_TOKENS = 2_000_000_000;

/** OpenAI and whoever copies it, Open WebUI and Anthropic, Ollama, llama.cpp. */
const NAMES: Readonly<Record<UsageSource, readonly (readonly [input: string, output: string])[]>> = {
  provider: [
    ['prompt_tokens', 'completion_tokens'],
    ['input_tokens', 'output_tokens'],
    ['prompt_eval_count', 'eval_count'],
    ['prompt_n', 'predicted_n'],
  ],
  // Where both are there, the first is the whole run's and the second the last call's.
  'open-webui': [
    ['input_tokens', 'output_tokens'],
    ['prompt_tokens', 'completion_tokens'],
    ['prompt_eval_count', 'eval_count'],
    ['prompt_n', 'predicted_n'],
  ],
};

/** @param holder a frame, an event or a whole answer, with `usage` or llama.cpp's `timings` in it */
export function readUsage(holder: Record<string, unknown>, from: UsageSource): AnswerUsage | undefined {
  for (const counts of [holder.usage, holder.timings]) {
    if (!isRecord(counts)) continue;
    for (const [input, output] of NAMES[from]) {
      const inputTokens = tokens(counts[input]);
      const outputTokens = tokens(counts[output]);
      // Zero and zero is what some say until they know.
      if (inputTokens === undefined || outputTokens === undefined || inputTokens + outputTokens === 0) continue;
      // llama.cpp leaves out what it had kept of the prompt.
      const kept = input === 'prompt_n' ? (tokens(counts.cache_n) ?? 0) : 0;
      return { inputTokens: inputTokens + kept, outputTokens, from };
    }
  }
  return undefined;
}

function tokens(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_TOKENS ? value : undefined;
}

/**
 * Who asks for usage and where it was refused: some providers take no request with a field they do not know. They are
 * asked again without it, and never with it again.
 */
export class UsageWish {
  readonly #refusedBy = new Set<string>();

  asksFor(origin: string, model: string): boolean {
    return !this.#refusedBy.has(JSON.stringify([origin, model]));
  }

  /** @returns whether the words of a refusal are about our asking for usage; that is remembered */
  refused(origin: string, model: string, words: string): boolean {
    if (!/\b(?:stream_options|include_usage)\b/.test(words)) return false;
    this.#refusedBy.add(JSON.stringify([origin, model]));
    return true;
  }
}

/** What is added to a request that is to tell its usage. */
export const ASK_FOR_USAGE = { stream_options: { include_usage: true } } as const;
