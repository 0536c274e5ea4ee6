import type { AnswerHandler } from './chat-completion-types.ts';
import type { UpstreamModel, UpstreamResult } from './open-webui-client.ts';
import { createSecretFilter } from './secret-filter.ts';
import { secretRemover } from './secret-remover.ts';
import type { UpstreamFailure } from './upstream-failure.ts';

/** Takes our credential out of a failure's original text: some servers and proxies repeat what they were shown. */
export function withoutSecret(failure: UpstreamFailure, credential: string): UpstreamFailure {
  const { raw, contentType } = failure;
  const remove = secretRemover(credential);
  return {
    ...failure,
    ...(raw !== undefined && { raw: remove(raw) }),
    ...(contentType !== undefined && { contentType: remove(contentType) }),
  };
}

/** Takes it out of an answer. Models do not know it, but functions inside Open WebUI do, and some of them print it. */
export function answerWithoutSecret(handler: AnswerHandler, credential: string): AnswerHandler {
  const remove = secretRemover(credential);
  const text = createSecretFilter(credential, (piece) => handler.onText(piece));
  const reasoning = createSecretFilter(credential, (piece) => handler.onReasoning(piece));
  return {
    onText: text.feed,
    onReasoning: reasoning.feed,
    onRewrite(answer) {
      // What was held back belongs to what is rewritten.
      reasoning.end();
      text.end();
      handler.onRewrite({
        text: textWithoutSecret(answer.text, credential),
        reasoning: textWithoutSecret(answer.reasoning, credential),
      });
    },
    onSources(sources) {
      handler.onSources(
        sources.map((source) => {
          const { title, url, snippet } = source;
          return {
            ...source,
            title: remove(title),
            ...(url !== undefined && { url: remove(url) }),
            ...(snippet !== undefined && { snippet: remove(snippet) }),
          };
        }),
      );
    },
    onActivity(activity) {
      const { title, arguments: given } = activity;
      handler.onActivity?.({
        ...activity,
        ...(title !== undefined && { title: remove(title) }),
        ...(given !== undefined && { arguments: remove(given) }),
      });
    },
    onFile(file) {
      const { name, description } = file;
      handler.onFile?.({
        ...file,
        ...(name !== undefined && { name: remove(name) }),
        ...(description !== undefined && { description: remove(description) }),
      });
    },
    onUsage: (usage) => handler.onUsage?.(usage),
    onEnd(end) {
      reasoning.end();
      text.end();
      handler.onEnd(end);
    },
  };
}

/** As the filter of the pieces does it, at any length. */
function textWithoutSecret(text: string, credential: string): string {
  let told = '';
  const filter = createSecretFilter(credential, (piece) => {
    told += piece;
  });
  filter.feed(text);
  filter.end();
  return told;
}

/** Takes it out of what visitors see of a model; its id stays as it is, or nobody could ask for it. */
export function modelsWithoutSecret(
  result: UpstreamResult<UpstreamModel[]>,
  credential: string,
): UpstreamResult<UpstreamModel[]> {
  if (!result.ok) return result;
  const remove = secretRemover(credential);
  const value = result.value.map((model) => ({
    ...model,
    name: remove(model.name),
    ...(model.description !== undefined && { description: remove(model.description) }),
    suggestions: model.suggestions.map(remove),
  }));
  return { ok: true, value };
}

/** Takes it out of questions that visitors are offered to ask next. */
export function questionsWithoutSecret(result: UpstreamResult<string[]>, credential: string): UpstreamResult<string[]> {
  return result.ok ? { ok: true, value: result.value.map(secretRemover(credential)) } : result;
}
