import type { AnswerEnd } from '../client/chat-completion-types.ts';
import { createOpenWebUiClient } from '../client/create-open-webui-client.ts';
import type { Secret } from '../desk/secret.ts';
import { StepFailure } from './step-failure.ts';

/** One short question by the way every visitor's question takes. Throws StepFailure without an answer. */
export async function checkAnswer(baseUrl: string, key: Secret, model: string): Promise<void> {
  const client = createOpenWebUiClient({ target: () => ({ baseUrl, credential: key.reveal() }) });
  try {
    const { promise, resolve } = Promise.withResolvers<AnswerEnd>();
    client.answer(
      { settings: { model }, turns: [{ role: 'user', text: 'Please answer with one short word.' }] },
      { onText() {}, onReasoning() {}, onRewrite() {}, onSources() {}, onEnd: resolve },
    );
    const end = await promise;
    if (end.kind !== 'failed' && end.kind !== 'interrupted') return;
    const { cause, confidence, phase, status, retryAfter } = end.failure;
    throw new StepFailure('no-answer', {
      cause,
      confidence,
      phase,
      ...(status !== undefined && { status }),
      ...(retryAfter !== undefined && { retryAfter }),
    });
  } finally {
    await client.close();
  }
}
