import { type CheckRow, checkTable } from '../../testing/check-table.ts';
import {
  API_KEY,
  answer,
  credential,
  failure,
  front,
  frontWithoutVersion,
  noAnswer,
  own,
  sessionToken,
} from '../../testing/evidence.ts';
import { answerStream } from './stream.ts';

const key = credential(API_KEY);
const FRONT = front();
const BY_FILTER = { how: 'switched', filters: [] } as const;

checkTable(answerStream, [
  [
    'it came to its end',
    { own: own(), answer: answer(), stream: answer({ ms: 900 }), credential: key, front: FRONT },
    'ok | replyMs 900',
  ],
  [
    'it ended otherwise, and nothing went wrong',
    { own: own(), answer: answer(), stream: answer({ end: 'interrupted', ms: 900 }), credential: key, front: FRONT },
    'ok | replyMs 900',
  ],
  [
    'a filter ended it, which has a check of its own',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('unknown', { isCutOff: true }, { endedByFilter: BY_FILTER }),
      credential: key,
      front: FRONT,
    },
    'skip explainedBy(id answer/filter)',
  ],
  [
    'a filter ended the short one, and this one broke off the same way',
    {
      own: own(),
      answer: noAnswer('unknown', {}, { endedByFilter: BY_FILTER }),
      stream: noAnswer('unknown', { isCutOff: true }),
      credential: key,
      front: FRONT,
    },
    'skip explainedBy(id answer/filter)',
  ],
  [
    'a filter ended the short one, and this one failed otherwise',
    {
      own: own(),
      answer: noAnswer('unknown', {}, { endedByFilter: BY_FILTER }),
      stream: noAnswer('provider-rate-limited'),
      credential: key,
      front: FRONT,
    },
    'fail certain provider-rate-limited | noAnswers → provider | waitProvider | replyMs 800',
  ],
  [
    'our own time was over while it wrote',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('timeout', {}, { limited: true, pieces: [700], ms: 8_000 }),
      credential: key,
      front: FRONT,
    },
    'ok | replyMs 8000',
  ],
  [
    'our own time was over before a word',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('timeout', {}, { limited: true, ms: 8_000 }),
      credential: key,
      front: FRONT,
    },
    'fail probable timeout | noAnswers → administrator | tryInOpenWebUi, useQuickerModel, waitLonger {proxy_read_timeout 300s;} | replyMs 8000',
  ],
  [
    'it stopped in the middle',
    {
      own: own(),
      answer: answer(),
      stream: answer({ end: 'interrupted', failure: failure('timeout', { confidence: 'probable' }), ms: 3_000 }),
      credential: key,
      front: FRONT,
    },
    'fail probable timeout answerCut | cutAnswers → administrator | tryInOpenWebUi, useQuickerModel, waitLonger {proxy_read_timeout 300s;} | replyMs 3000',
  ],
  [
    'it stopped in the middle, and nobody knows why',
    {
      own: own(),
      answer: answer(),
      stream: answer({ end: 'interrupted', failure: failure('unknown', { confidence: 'unknown' }), ms: 3_000 }),
      credential: key,
      front: FRONT,
    },
    'fail unknown answerCut | cutAnswers → administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui} | replyMs 3000',
  ],
  [
    'it had nothing to say',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('unknown', { code: 'answer-empty', confidence: 'unknown' }),
      credential: key,
      front: FRONT,
    },
    'warn unknown answerEmpty | mayFail → administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui} | replyMs 800',
  ],
  [
    'the provider is there, and ill',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('provider-unreachable', { confidence: 'probable', isProvidersWord: true, status: 500 }),
      credential: key,
      front: FRONT,
    },
    'fail probable provider-unreachable providerIll | noAnswers → administrator | checkProviderRuns@provider-connections, tryInOpenWebUi | status 500, replyMs 800',
  ],
  [
    'the provider asks to wait',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('provider-rate-limited', { status: 429, matter: 'rate' }),
      credential: key,
      front: FRONT,
    },
    'fail certain provider-rate-limited | noAnswers → provider | waitProvider | status 429, replyMs 800',
  ],
  [
    'a list of allowed paths, of a session token',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('api-key-endpoint-restricted'),
      credential: sessionToken(20),
      front: FRONT,
    },
    'fail probable api-key-endpoint-restricted | noAnswers → administrator | allowPaths@key-restrictions {/api/models,/api/chat/completions,/api/v1/users/user/status} | replyMs 800',
  ],
  [
    'a list of allowed paths, of a key',
    { own: own(), answer: answer(), stream: noAnswer('api-key-endpoint-restricted'), credential: key, front: FRONT },
    'fail certain api-key-endpoint-restricted | noAnswers → administrator | allowPaths@key-restrictions {/api/models,/api/chat/completions,/api/v1/users/user/status} | replyMs 800',
  ],
  [
    'nobody knows why',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('unknown', { confidence: 'unknown', status: 500 }),
      credential: key,
      front: FRONT,
    },
    'fail unknown answerFailed | noAnswers → administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui} | status 500, replyMs 800',
  ],
  [
    'it thinks for longer than we wait, and came to its end under our limit',
    {
      own: own(),
      answer: answer(),
      stream: answer({ failure: failure('timeout'), refusesLimit: true, ms: 8_000 }),
      credential: key,
      front: FRONT,
    },
    'ok | replyMs 8000',
  ],
  [
    'it broke off without a word, and no filter is why',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('unknown', { isCutOff: true, confidence: 'unknown' }),
      credential: key,
      front: FRONT,
    },
    'fail unknown answerFailed | noAnswers → administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui} | replyMs 800',
  ],
  [
    'nothing but a call, before the request chooses how tools are called',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('unknown', { wantsTool: true }),
      credential: key,
      front: front({ openWebUiVersion: '0.9.6' }),
    },
    'fail probable native-calling nativeCallingSeen | noAnswers → administrator | callByDefault, update(version 0.12.4) | replyMs 800',
  ],
  [
    'nothing but a call, on a later version',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('unknown', { wantsTool: true, code: 'answer-empty', confidence: 'unknown' }),
      credential: key,
      front: front({ openWebUiVersion: '0.10.0' }),
    },
    'warn unknown answerEmpty | mayFail → administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui} | replyMs 800',
  ],
  ...['0.10.2', '0.11.0', '0.11.3', '0.11.4'].map(
    (version): CheckRow => [
      `our connection broke on ${version}`,
      {
        own: own(),
        answer: answer(),
        stream: noAnswer('connection-refused', { isCutOff: true, isBroken: true, confidence: 'probable' }),
        credential: key,
        front: front({ openWebUiVersion: version }),
      },
      version.startsWith('0.11.') && version !== '0.11.4'
        ? 'fail probable provider-unreachable | noAnswers → administrator | checkProviderRuns@provider-connections, tryInOpenWebUi | replyMs 800'
        : 'fail probable connection-refused | noAnswers → administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui} | replyMs 800',
    ],
  ),
  [
    'nobody knows why, on a version that breaks our own connection',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('unknown', { confidence: 'unknown' }),
      credential: key,
      front: front({ openWebUiVersion: '0.11.1' }),
    },
    'fail unknown answerFailed | noAnswers → administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui} | replyMs 800',
  ],
  [
    'nobody knows why, on an early version',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('unknown', { confidence: 'unknown' }),
      credential: key,
      front: front({ openWebUiVersion: '0.9.0' }),
    },
    'fail unknown answerFailed | noAnswers → administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui} | replyMs 800',
  ],
  [
    'it broke off, on a version that is not told',
    {
      own: own(),
      answer: answer(),
      stream: noAnswer('unknown', { confidence: 'unknown', isBroken: true }),
      credential: key,
      front: frontWithoutVersion(),
    },
    'fail unknown answerFailed | noAnswers → administrator | tryInOpenWebUi, readLog {docker logs --tail 100 open-webui} | replyMs 800',
  ],
]);
