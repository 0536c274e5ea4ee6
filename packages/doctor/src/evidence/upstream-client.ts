import { createOpenWebUiClient, type OpenWebUiClient } from '@guichet/openwebui/client';
import type { GatherContext } from './gather-context.ts';
import { sendableCredential } from './read-credential.ts';

/** The product's own client, with the doctor's patience: what it sees is what visitors' questions meet. */
export async function openClient(context: GatherContext): Promise<OpenWebUiClient | undefined> {
  const address = await context.evidence('address');
  const credential = sendableCredential(context.input);
  if (address?.kind !== 'address' || credential === undefined) return undefined;
  const replyMs = context.limit('replyMs');
  const answerMs = context.limit('answerMs');
  const client = createOpenWebUiClient({
    ...context.tools.way,
    target: () => ({ baseUrl: address.base, credential }),
    timeouts: {
      connectMs: context.limit('connectMs'),
      replyMs,
      firstByteMs: answerMs,
      silenceMs: answerMs,
      totalMs: answerMs,
      afterFinishMs: 500,
    },
  });
  context.onEnd(() => client.close());
  return client;
}
