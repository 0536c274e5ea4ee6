import type { AnswerSource } from '@guichet/contract/chat-event';
import type { AnswerEnd, ChatCompletionRequest, SiteAnswerSettings } from '../client/chat-completion-types.ts';
import type { OpenWebUiClient } from '../client/open-webui-client.ts';

export interface ToldAnswer {
  text: string;
  reasoning: string;
  sources: AnswerSource[];
  end: AnswerEnd;
  /** How many times the end was told. */
  ends: number;
  /** When each piece of text came, in milliseconds since the question. */
  textAtMs: number[];
}

/** Asks and waits for the end. */
export function collectAnswer(client: OpenWebUiClient, request: ChatCompletionRequest): Promise<ToldAnswer> {
  const { promise, resolve } = Promise.withResolvers<ToldAnswer>();
  const told: Omit<ToldAnswer, 'end'> = { text: '', reasoning: '', sources: [], ends: 0, textAtMs: [] };
  const started = performance.now();
  client.answer(request, {
    onText(text) {
      told.text += text;
      told.textAtMs.push(performance.now() - started);
    },
    onReasoning(text) {
      told.reasoning += text;
    },
    onRewrite(answer) {
      Object.assign(told, answer);
    },
    onSources(sources) {
      told.sources = sources;
    },
    onEnd(end) {
      told.ends++;
      resolve({ ...told, end });
    },
  });
  return promise;
}

/** The shortest request: one question to one model. */
export function question(text: string, settings: Partial<SiteAnswerSettings> = {}): ChatCompletionRequest {
  return { settings: { model: 'echo', ...settings }, turns: [{ role: 'user', text }] };
}
