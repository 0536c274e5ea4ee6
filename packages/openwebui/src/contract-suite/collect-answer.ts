import type { AnswerActivity } from '@guichet/contract/answer-activity';
import type { AnswerSource } from '@guichet/contract/chat-event';
import type {
  AnswerEnd,
  AnswerFile,
  AnswerHandler,
  ChatCompletionRequest,
  RunningAnswer,
  SiteAnswerSettings,
} from '../client/chat-completion-types.ts';
import type { OpenWebUiClient } from '../client/open-webui-client.ts';
import type { AnswerUsage } from '../client/usage.ts';

export interface ToldAnswer {
  text: string;
  reasoning: string;
  sources: AnswerSource[];
  activities: AnswerActivity[];
  files: AnswerFile[];
  usage: AnswerUsage | undefined;
  /** How often what was told proved wrong. */
  rewrites: number;
  end: AnswerEnd;
  /** How many times the end was told. */
  ends: number;
  /** When each piece of text came, in milliseconds since the question. */
  textAtMs: number[];
}

/** Asks and waits for the end. */
export function collectAnswer(client: OpenWebUiClient, request: ChatCompletionRequest): Promise<ToldAnswer> {
  return beginAnswer(client, request).told;
}

/** @param also hears everything as well, as it comes */
export function beginAnswer(
  client: OpenWebUiClient,
  request: ChatCompletionRequest,
  also: Partial<AnswerHandler> = {},
): { running: RunningAnswer; told: Promise<ToldAnswer> } {
  const { promise, resolve } = Promise.withResolvers<ToldAnswer>();
  const told: Omit<ToldAnswer, 'end'> = {
    text: '',
    reasoning: '',
    sources: [],
    activities: [],
    files: [],
    usage: undefined,
    rewrites: 0,
    ends: 0,
    textAtMs: [],
  };
  const started = performance.now();
  const running = client.answer(request, {
    onText(text) {
      told.text += text;
      told.textAtMs.push(performance.now() - started);
      also.onText?.(text);
    },
    onReasoning(text) {
      told.reasoning += text;
    },
    onRewrite(whole) {
      told.text = whole.text;
      told.reasoning = whole.reasoning;
      told.rewrites++;
    },
    onSources(sources) {
      told.sources = sources;
    },
    onActivity(activity) {
      told.activities.push(activity);
      also.onActivity?.(activity);
    },
    onFile(file) {
      told.files.push(file);
    },
    onUsage(usage) {
      told.usage = usage;
    },
    onEnd(end) {
      told.ends++;
      resolve({ ...told, end });
    },
  });
  return { running, told: promise };
}

/** The shortest request: one question to one model. */
export function question(text: string, settings: Partial<SiteAnswerSettings> = {}): ChatCompletionRequest {
  return { settings: { model: 'echo', ...settings }, turns: [{ role: 'user', text }] };
}
