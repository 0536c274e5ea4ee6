import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, answer, credential, failure, model, noAnswer, own, sessionToken } from '../../testing/evidence.ts';
import { answerOneToken } from './one-token.ts';

const key = credential(API_KEY);

checkTable(answerOneToken, [
  ['a word came', { own: own(), model: model(), answer: answer({ ms: 800 }), credential: key }, 'ok | replyMs 800'],
  [
    'it broke off after a word',
    {
      own: own(),
      model: model(),
      answer: answer({ end: 'interrupted', failure: failure('connection-refused') }),
      credential: key,
    },
    'ok | replyMs 800',
  ],
  [
    'a filter ended it, which has a check of its own',
    {
      own: own(),
      model: model(),
      answer: noAnswer('unknown', {}, { endedByFilter: { how: 'switched', filters: [] } }),
      credential: key,
    },
    'skip explainedBy(id answer/filter)',
  ],
  [
    'it had nothing to say to so short a question',
    { own: own(), model: model(), answer: noAnswer('unknown', { code: 'answer-empty' }), credential: key },
    'ok | replyMs 800',
  ],
  [
    'listed, and not found when it is asked',
    { own: own(), model: model(), answer: noAnswer('model-missing', { status: 404 }), credential: key },
    'fail probable model-not-visible baseNotVisible | noAnswers → administrator | shareBase@share-model, chooseAnyModel | status 404, replyMs 800',
  ],
  [
    'not listed, and not found',
    {
      own: own(),
      model: model({ listed: false }),
      answer: noAnswer('model-missing', { status: 404 }),
      credential: key,
    },
    'fail certain model-missing | noAnswers → administrator | shareBase@share-model, chooseAnyModel | status 404, replyMs 800',
  ],
  [
    'its provider gave no list of models when it was last asked',
    {
      own: own(),
      model: model(),
      answer: noAnswer('provider-unreachable', { confidence: 'probable', isNotProvided: true }),
      credential: key,
    },
    'fail probable provider-unreachable notProvided | noAnswers → administrator | checkProviderRuns@provider-connections, renewProviderKey@provider-connections, tryInOpenWebUi | replyMs 800',
  ],
  [
    'the provider refuses, and it is told why',
    {
      own: own(),
      model: model(),
      answer: noAnswer('provider-refused', { status: 401, matter: 'key' }),
      credential: key,
    },
    'fail certain provider-refused providerRejectsKey | noAnswers → administrator | renewProviderKey@provider-connections, tryInOpenWebUi | status 401, replyMs 800',
  ],
  [
    'the provider refuses, and nobody knows why',
    {
      own: own(),
      model: model(),
      answer: noAnswer('provider-refused', { status: 400, confidence: 'probable' }),
      credential: key,
    },
    'fail probable provider-refused providerRejectsRequest | noAnswers → administrator | tryInOpenWebUi, correctModelSettings | status 400, replyMs 800',
  ],
  [
    'the provider is away',
    {
      own: own(),
      model: model(),
      answer: noAnswer('provider-unreachable', { confidence: 'probable' }),
      credential: key,
    },
    'fail probable provider-unreachable | noAnswers → administrator | checkProviderRuns@provider-connections, tryInOpenWebUi | replyMs 800',
  ],
  [
    'the provider is there, and ill',
    {
      own: own(),
      model: model(),
      answer: noAnswer('provider-unreachable', { confidence: 'probable', isProvidersWord: true }),
      credential: key,
    },
    'fail probable provider-unreachable providerIll | noAnswers → administrator | checkProviderRuns@provider-connections, tryInOpenWebUi | replyMs 800',
  ],
  [
    'the question itself was refused',
    {
      own: own(),
      model: model(),
      answer: noAnswer('provider-refused', { matter: 'content', refusesQuestion: true }),
      credential: key,
    },
    'fail probable provider-refused providerFiltersContent | noAnswers → administrator | checkInstructions, tryInOpenWebUi | replyMs 800',
  ],
  [
    'our own patience was over',
    { own: own(), model: model(), answer: noAnswer('timeout', {}, { ms: 8_000, limited: true }), credential: key },
    'fail probable timeout answerTimeout(seconds 8) | waits → administrator | tryInOpenWebUi, useQuickerModel, waitLonger {proxy_read_timeout 300s;} | replyMs 8000',
  ],
  [
    'somebody on the way hung up after a time',
    {
      own: own(),
      model: model(),
      answer: noAnswer('timeout', { confidence: 'probable', isHangUp: true }, { ms: 5_200 }),
      credential: key,
    },
    'fail probable timeout answerHungUp(seconds 5) | noAnswers → administrator | tryInOpenWebUi, useQuickerModel, waitLonger {proxy_read_timeout 300s;} | replyMs 5200',
  ],
  [
    'somebody on the way said that it takes too long',
    { own: own(), model: model(), answer: noAnswer('timeout', { status: 504 }, { ms: 6_000 }), credential: key },
    'fail probable timeout answerTimeout(seconds 6) | noAnswers → administrator | tryInOpenWebUi, useQuickerModel, waitLonger {proxy_read_timeout 300s;} | status 504, replyMs 6000',
  ],
  [
    'a front said that it takes too long',
    {
      own: own(),
      model: model(),
      answer: noAnswer('timeout', { status: 524, front: { matter: 'slow', front: 'Cloudflare' } }),
      credential: key,
    },
    'fail probable timeout frontWaitsNoLonger(front Cloudflare) | noAnswers → network | waitLonger {proxy_read_timeout 300s;}, useQuickerModel | status 524, replyMs 800',
  ],
  [
    'a page in its place',
    { own: own(), model: model(), answer: noAnswer('not-open-webui', { status: 200 }), credential: key },
    'fail probable not-open-webui pageInstead | noAnswers → administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui} | status 200, replyMs 800',
  ],
  [
    'a list of allowed paths keeps the key out',
    { own: own(), model: model(), answer: noAnswer('api-key-endpoint-restricted', { status: 403 }), credential: key },
    'fail certain api-key-endpoint-restricted | noAnswers → administrator | allowPaths@key-restrictions {/api/models,/api/chat/completions,/api/v1/users/user/status} | status 403, replyMs 800',
  ],
  [
    'the same words about a session token',
    {
      own: own(),
      model: model(),
      answer: noAnswer('api-key-endpoint-restricted', { status: 403 }),
      credential: sessionToken(20),
    },
    'fail probable api-key-endpoint-restricted | noAnswers → administrator | allowPaths@key-restrictions {/api/models,/api/chat/completions,/api/v1/users/user/status} | status 403, replyMs 800',
  ],
  [
    'nobody knows why',
    {
      own: own(),
      model: model(),
      answer: noAnswer('unknown', { confidence: 'unknown', status: 500 }),
      credential: key,
    },
    'fail unknown answerFailed | noAnswers → administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui} | status 500, replyMs 800',
  ],
  [
    'it failed, and nothing is known of it',
    { own: own(), model: model(), answer: answer({ end: 'failed' }), credential: key },
    'skip nothingToSee',
  ],
]);
