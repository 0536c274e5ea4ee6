import type { Gatherer } from './gather-context.ts';
import { isRecord } from './is-record.ts';
import { look } from './look-at-front.ts';
import { readAddress } from './read-address.ts';

/** Our own door, from the street: `/v1/sites/default` exists in every Guichet and nowhere else. */
export const lookAtPublicAddress: Gatherer<'publicAddress'> = async (context) => {
  const { publicUrl } = context.input;
  if (publicUrl === undefined || publicUrl.trim() === '') return { kind: 'none' };
  const address = readAddress(publicUrl);
  if (address.kind !== 'address') return { kind: 'malformed' };
  const base = publicUrl.trim().replace(/\/+$/, '');
  const { seen } = await look(context, `${base}/openapi.json`, 'ownMs');
  const json = seen.kind === 'reply' && seen.reply.status === 200 ? seen.reply.json : undefined;
  const title = isRecord(json) && isRecord(json.info) ? String(json.info.title) : '';
  return {
    kind: 'seen',
    seen,
    isGuichet: /guichet/i.test(title),
    secure: address.secure,
    isLocal: address.isPrivate,
    isReachedByBrowser: context.input.browserOrigin === address.origin,
  };
};
