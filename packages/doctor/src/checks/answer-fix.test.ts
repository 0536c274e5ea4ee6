/** Each row that there is: the compiler asks for the line of a new matter. */
import type { Cause } from '@guichet/contract/cause';
import type { ProviderMatter } from '@guichet/openwebui/client';
import { expect, it } from 'vitest';
import { failure } from '../testing/evidence.ts';
import { turnLine } from '../testing/verdict-line.ts';
import { NOT_PROVIDED, turnFor, turnForWords } from './answer-fix.ts';

const MATTERS: Readonly<Record<ProviderMatter, string>> = {
  key: 'providerRejectsKey → administrator | renewProviderKey@provider-connections, tryInOpenWebUi',
  permission: 'providerPermits → provider | permitAtProvider, chooseOtherModel',
  credit: 'providerUnpaid → provider | addCredit, chooseOtherModel',
  settings: 'providerRejectsSetting → administrator | tryInOpenWebUi, correctModelSettings',
  region: 'providerNotInRegion → administrator | useServedRegion, chooseOtherModel',
  policy: 'providerPolicy → provider | changeProviderPolicy, chooseOtherModel',
  model: 'providerLacksModel → administrator | chooseOtherModel, checkProviderRuns@provider-connections',
  content: 'providerFiltersContent → administrator | checkInstructions, tryInOpenWebUi',
  context: 'tooLongForModel → administrator | shortenInstructions, chooseOtherModel',
  rate: '→ provider | waitProvider',
  overloaded: 'providerOverloaded → provider | waitOverload, chooseOtherModel',
  memory: 'modelDoesNotFit → administrator | useSmallerModel',
  loading: 'modelLoading → administrator | waitForModel, useQuickerModel',
  away: '→ administrator | checkProviderRuns@provider-connections, tryInOpenWebUi',
  ill: 'providerIll → administrator | tryInOpenWebUi, readProviderLog',
  slow: 'providerSlow → administrator | tryInOpenWebUi, useQuickerModel',
};

it.each(Object.entries(MATTERS) as [ProviderMatter, string][])('the provider’s words are about %s', (matter, line) => {
  expect(turnLine(turnForWords(failure('provider-refused', { matter })))).toBe(line);
});

it.each([
  [
    'refused, and no words',
    failure('provider-refused'),
    'providerRejectsRequest → administrator | tryInOpenWebUi, correctModelSettings',
  ],
  ['away, and no words', failure('provider-unreachable'), 'none'],
  [
    'words, but its provider gave no list of models',
    failure('provider-refused', { matter: 'key', isNotProvided: true }),
    'none',
  ],
  [
    'a front’s words',
    failure('timeout', { matter: 'slow', front: { matter: 'down' } }),
    'frontFindsNobody(front ) → network | checkRunning {docker ps}, startTunnel, checkProxyTarget',
  ],
])('%s', (_name, seen, line) => {
  expect(turnLine(turnForWords(seen))).toBe(line);
});

const CAUSES: readonly (readonly [Cause | undefined, string])[] = [
  ['provider-refused', '→ administrator | renewProviderKey@provider-connections, tryInOpenWebUi'],
  ['provider-unreachable', '→ administrator | checkProviderRuns@provider-connections, tryInOpenWebUi'],
  ['provider-rate-limited', '→ provider | waitProvider'],
  [
    'api-key-endpoint-restricted',
    '→ administrator | allowPaths@key-restrictions {/api/models,/api/chat/completions,/api/v1/users/user/status}',
  ],
  ['model-missing', '→ administrator | shareBase@share-model, chooseAnyModel'],
  ['timeout', '→ administrator | tryInOpenWebUi, useQuickerModel, waitLonger {proxy_read_timeout 300s;}'],
  ['stream-buffered', '→ network | stopCompression'],
  ['not-open-webui', '→ administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui}'],
  [undefined, '→ administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui}'],
];

it.each(CAUSES)('because of %s', (cause, line) => {
  expect(turnLine(turnFor(cause, { keyNeeds: {} }))).toBe(line);
});

it('listed by Open WebUI, and not by its provider', () => {
  expect(turnLine(NOT_PROVIDED)).toBe(
    '→ administrator | checkProviderRuns@provider-connections, renewProviderKey@provider-connections, tryInOpenWebUi',
  );
});
