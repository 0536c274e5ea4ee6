import { createDesk, Secret } from '@guichet/openwebui/key-exchange';
import type { Gatherer } from './gather-context.ts';
import { isRecord } from './is-record.ts';
import { sendableCredential } from './read-credential.ts';

/** Which model will answer. One that is wished and not listed may still have a row of its own, which some may read. */
export const findModel: Gatherer<'model'> = async (context) => {
  const access = await context.evidence('access');
  if (!access?.models) return undefined;
  const wished = context.input.model?.trim() || undefined;
  const used = wished ?? access.models[0]?.id;
  const listed = used !== undefined && access.models.some(({ id }) => id === used);
  const near = wished !== undefined && !listed ? nearest(wished, access.models) : undefined;
  const rowIsThere = wished !== undefined && !listed && (await hasRow(context, wished));
  return {
    listed,
    rowIsThere,
    ...(wished === undefined ? {} : { wished }),
    ...(used === undefined ? {} : { used }),
    ...(near === undefined ? {} : { near }),
  };
};

async function hasRow(context: Parameters<typeof findModel>[0], id: string): Promise<boolean> {
  const address = await context.evidence('address');
  const credential = sendableCredential(context.input);
  if (address?.kind !== 'address' || credential === undefined) return false;
  const desk = createDesk({ baseUrl: address.origin, timeouts: { replyMs: context.limit('replyMs') } });
  context.onEnd(() => desk.close());
  const reply = await desk.ask({
    path: `/api/v1/models/model?id=${encodeURIComponent(id)}`,
    as: new Secret(credential),
  });
  return reply.status === 200 && isRecord(reply.json) && reply.json.id === id;
}

/** The same but for capitals, its name instead of its id, or its id without what stands before a slash or colon. */
function nearest(wished: string, models: readonly { id: string; name: string }[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const bare = (text: string) => plain(text.split('/').at(-1)?.split(':')[0] ?? text);
  const same = models.find(({ id, name }) => plain(id) === plain(wished) || plain(name) === plain(wished));
  return (same ?? models.find(({ id }) => bare(id) === bare(wished)))?.id;
}
