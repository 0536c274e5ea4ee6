/** What to do about an answer that did not come: by what the provider's error is about, else by its cause. */
import type { Cause } from '@guichet/contract/cause';
import type { ProviderMatter } from '@guichet/openwebui/client';
import type { OwnSettings, SeenFailure } from '../evidence/evidence-map.ts';
import type { TextRef } from '../text/texts.ts';
import type { Finding, FixStep } from '../verdict.ts';
import { frontTurn } from './front-turn.ts';
import { keyNeedsLine } from './key-needs-line.ts';

type Turn = Pick<Finding, 'actor' | 'fix'>;

const TURNS: Partial<Record<Cause | 'none', Turn>> = {
  'provider-refused': {
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'renewProviderKey' }, goal: 'provider-connections' }, { how: { key: 'tryInOpenWebUi' } }],
  },
  'provider-unreachable': {
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'checkProviderRuns' }, goal: 'provider-connections' }, { how: { key: 'tryInOpenWebUi' } }],
  },
  'provider-rate-limited': { actor: { key: 'provider' }, fix: [{ how: { key: 'waitProvider' } }] },
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

const TRY: FixStep = { how: { key: 'tryInOpenWebUi' } };
const OTHER_MODEL: FixStep = { how: { key: 'chooseOtherModel' } };

/** What the provider's own words say, and who can do something about it. */
const MATTERS: Readonly<Record<ProviderMatter, Turn & { said?: TextRef<'said'> }>> = {
  key: {
    said: { key: 'providerRejectsKey' },
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'renewProviderKey' }, goal: 'provider-connections' }, TRY],
  },
  permission: {
    said: { key: 'providerPermits' },
    actor: { key: 'provider' },
    fix: [{ how: { key: 'permitAtProvider' } }, OTHER_MODEL],
  },
  credit: {
    said: { key: 'providerUnpaid' },
    actor: { key: 'provider' },
    fix: [{ how: { key: 'addCredit' } }, OTHER_MODEL],
  },
  settings: {
    said: { key: 'providerRejectsSetting' },
    actor: { key: 'administrator' },
    fix: [TRY, { how: { key: 'correctModelSettings' } }],
  },
  region: {
    said: { key: 'providerNotInRegion' },
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'useServedRegion' } }, OTHER_MODEL],
  },
  policy: {
    said: { key: 'providerPolicy' },
    actor: { key: 'provider' },
    fix: [{ how: { key: 'changeProviderPolicy' } }, OTHER_MODEL],
  },
  model: {
    said: { key: 'providerLacksModel' },
    actor: { key: 'administrator' },
    fix: [OTHER_MODEL, { how: { key: 'checkProviderRuns' }, goal: 'provider-connections' }],
  },
  content: {
    said: { key: 'providerFiltersContent' },
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'checkInstructions' } }, TRY],
  },
  context: {
    said: { key: 'tooLongForModel' },
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'shortenInstructions' } }, OTHER_MODEL],
  },
  rate: { actor: { key: 'provider' }, fix: [{ how: { key: 'waitProvider' } }] },
  overloaded: {
    said: { key: 'providerOverloaded' },
    actor: { key: 'provider' },
    fix: [{ how: { key: 'waitOverload' } }, OTHER_MODEL],
  },
  memory: {
    said: { key: 'modelDoesNotFit' },
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'useSmallerModel' } }],
  },
  loading: {
    said: { key: 'modelLoading' },
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'waitForModel' } }, { how: { key: 'useQuickerModel' } }],
  },
  away: {
    actor: { key: 'administrator' },
    fix: [{ how: { key: 'checkProviderRuns' }, goal: 'provider-connections' }, TRY],
  },
  ill: {
    said: { key: 'providerIll' },
    actor: { key: 'administrator' },
    fix: [TRY, { how: { key: 'readProviderLog' } }],
  },
  slow: {
    said: { key: 'providerSlow' },
    actor: { key: 'administrator' },
    fix: [TRY, { how: { key: 'useQuickerModel' } }],
  },
};

/** Refused, and nobody knows why: its words are for those who may read them. */
const UNTOLD: Turn & { said: TextRef<'said'> } = {
  said: { key: 'providerRejectsRequest' },
  actor: { key: 'administrator' },
  fix: [TRY, { how: { key: 'correctModelSettings' } }],
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

/** What somebody who stands in front of Open WebUI or behind it said, whose turn it is and what to do. */
export function turnForWords({
  matter,
  front,
  cause,
  isNotProvided,
}: SeenFailure): (Turn & { said?: TextRef<'said'> }) | undefined {
  if (front) return frontTurn(front);
  if (isNotProvided) return undefined;
  if (matter) return MATTERS[matter];
  return cause === 'provider-refused' ? UNTOLD : undefined;
}

export function turnFor(cause: Cause | undefined, own: Pick<OwnSettings, 'keyNeeds'>): Turn {
  if (cause === 'api-key-endpoint-restricted') {
    return {
      actor: { key: 'administrator' },
      fix: [{ how: { key: 'allowPaths' }, goal: 'key-restrictions', commands: [keyNeedsLine(own)] }],
    };
  }
  return (
    TURNS[cause ?? 'none'] ?? {
      actor: { key: 'administrator' },
      fix: [
        { how: { key: 'tryInOpenWebUi' } },
        { how: { key: 'readLog' }, commands: ['docker logs --tail 100 open-webui'] },
      ],
    }
  );
}
