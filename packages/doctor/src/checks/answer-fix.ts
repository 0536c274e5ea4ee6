/** What to do about an answer that did not come, by its cause. */
import type { Cause } from '@guichet/contract/cause';
import type { Finding } from '../verdict.ts';
import { KEY_NEEDS_LINE } from './key-needs-line.ts';

type Turn = Pick<Finding, 'actor' | 'fix'>;

const TURNS: Partial<Record<Cause, Turn>> = {
  'provider-refused': {
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'renewProviderKey' }, goal: 'provider-connections' }, { how: { key: 'tryInOpenWebUi' } }],
  },
  'provider-unreachable': {
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'checkProviderRuns' }, goal: 'provider-connections' }, { how: { key: 'tryInOpenWebUi' } }],
  },
  'provider-rate-limited': { actor: { key: 'provider' }, fix: [{ how: { key: 'waitProvider' } }] },
  'api-key-endpoint-restricted': {
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'allowPaths' }, goal: 'key-restrictions', commands: [KEY_NEEDS_LINE] }],
  },
  'model-missing': {
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'shareBase' }, goal: 'share-model' }, { how: { key: 'chooseAnyModel' } }],
  },
  timeout: {
    actor: { key: 'administrator' },
    fix: [
      { how: { key: 'tryInOpenWebUi' } },
      { how: { key: 'useQuickerModel' } },
      { how: { key: 'waitLonger' }, commands: ['proxy_read_timeout 300s;'] },
    ],
  },
  'stream-buffered': { actor: { key: 'network' }, fix: [{ how: { key: 'stopCompression' } }] },
};

/** Away or refusing Open WebUI's key: once it has asked for the list, it does not say which. */
export const NOT_PROVIDED: Turn = {
  actor: { key: 'administrator' },
  fix: [
    { how: { key: 'checkProviderRuns' }, goal: 'provider-connections' },
    { how: { key: 'renewProviderKey' }, goal: 'provider-connections' },
    { how: { key: 'tryInOpenWebUi' } },
  ],
};

export function turnFor(cause: Cause | undefined): Turn {
  const known = cause === undefined ? undefined : TURNS[cause];
  return (
    known ?? {
      actor: { key: 'administrator' },
      fix: [
        { how: { key: 'tryInOpenWebUi' } },
        { how: { key: 'readLog' }, commands: ['docker logs --tail 100 open-webui'] },
      ],
    }
  );
}
