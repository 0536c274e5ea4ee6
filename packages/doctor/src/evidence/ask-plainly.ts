import { createDesk, Secret } from '@guichet/openwebui/key-exchange';
import type { GatherContext } from './gather-context.ts';
import { sendableCredential } from './read-credential.ts';

/** A harmless GET with the credential. `status` 0: no reply came. */
export type PlainQuestion = (path: string) => Promise<{ status: number; json: unknown }>;

/** @returns undefined when there is nobody to ask, or nothing to ask with */
export async function openDesk(context: GatherContext): Promise<PlainQuestion | undefined> {
  const address = await context.evidence('address');
  const credential = sendableCredential(context.input);
  if (address?.kind !== 'address' || credential === undefined) return undefined;
  const desk = createDesk({
    ...context.tools.way,
    baseUrl: address.base,
    timeouts: { replyMs: context.limit('replyMs') },
  });
  context.onEnd(() => desk.close());
  return async (path) => {
    const { status, json } = await desk.ask({ path, as: new Secret(credential) });
    return { status: status ?? 0, json };
  };
}
