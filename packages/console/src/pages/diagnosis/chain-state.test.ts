import type { Cause } from '@guichet/contract/cause';
import { expect, it } from 'vitest';
import { chainState, type JudgedPlace } from './chain-state.ts';
import { checkOf } from './testing-check.ts';

const placed = (id: string, status?: Parameters<typeof checkOf>[1], cause?: Cause) => ({
  id,
  group: id.split('/')[0] ?? '',
  ...(status && { check: checkOf(id, status, cause ? { cause } : {}) }),
});

it.each<[id: string, cause: Cause | undefined, place: JudgedPlace]>([
  ['own/public-address', 'public-url-wrong', 'widget-guichet'],
  ['own/allowed-origins', 'origin-not-allowed', 'widget-guichet'],
  ['own/proxy-buffering', 'stream-buffered', 'widget-guichet'],
  ['own/storage', 'storage-not-writable', 'guichet'],
  ['own/store', 'store-unreachable', 'guichet'],
  ['address/form', 'url-malformed', 'guichet-open-webui'],
  ['network/name', 'dns-failed', 'guichet-open-webui'],
  ['key/known', 'key-unknown', 'guichet-open-webui'],
  ['upstream/login-wall', undefined, 'guichet-open-webui'],
  ['upstream/is-open-webui', 'not-open-webui', 'open-webui'],
  ['upstream/version-supported', 'upstream-too-old', 'open-webui'],
  ['account/approved', 'account-pending', 'open-webui'],
  ['models/chosen', 'model-missing', 'open-webui'],
  ['models/list', 'provider-unreachable', 'open-webui-provider'],
  ['answer/one-token', 'provider-refused', 'open-webui-provider'],
  ['answer/spacing', 'stream-buffered', 'guichet-open-webui'],
  ['something/new', undefined, 'guichet-open-webui'],
])('%s, %s breaks %s', (id, cause, place) => {
  const chain = chainState([placed(id, 'fail', cause)]);
  expect(chain[place]).toBe('broken');
  expect(Object.values(chain).filter((state) => state === 'broken')).toHaveLength(1);
});

it('marks one place broken, the first to mend, and calls for attention elsewhere', () => {
  const chain = chainState([
    placed('key/known', 'fail'),
    placed('own/storage', 'fail'),
    placed('models/default', 'warn'),
  ]);
  expect(chain).toMatchObject({ 'guichet-open-webui': 'broken', guichet: 'attention', 'open-webui': 'attention' });
});

it('tells fine from what is still looked at and from what could not be', () => {
  const chain = chainState([
    placed('own/storage', 'ok'),
    placed('own/disk', 'info'),
    placed('key/known', 'ok'),
    placed('key/accepted'),
    placed('models/list', 'skipped'),
    placed('answer/stream', 'skipped'),
    placed('answer/spacing', 'ok'),
  ]);
  expect(chain).toEqual({
    'widget-guichet': 'awaited',
    guichet: 'fine',
    'guichet-open-webui': 'awaited',
    'open-webui': 'unseen',
    'open-webui-provider': 'fine',
  });
});
