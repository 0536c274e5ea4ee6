import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, access, credential, own, refused, sessionToken } from '../../testing/evidence.ts';
import { keyAccepted } from './accepted.ts';

checkTable(keyAccepted, [
  [
    'the list of models is told',
    { own: own(), access: access('echo'), credential: credential(API_KEY) },
    'ok | replyMs 40',
  ],
  [
    'a list of allowed paths keeps the key out',
    { own: own(), access: refused('api-key-endpoint-restricted', { status: 403 }), credential: credential(API_KEY) },
    'fail certain api-key-endpoint-restricted | noAnswers → administrator | allowPaths@key-restrictions {/api/models,/api/chat/completions,/api/v1/users/user/status} | status 403',
  ],
  [
    'a list of allowed paths keeps the key out, and visitors may attach files',
    {
      own: own({ keyNeeds: { files: true } }),
      access: refused('api-key-endpoint-restricted', { status: 403 }),
      credential: credential(API_KEY),
    },
    'fail certain api-key-endpoint-restricted | noAnswers → administrator | allowPaths@key-restrictions {/api/models,/api/chat/completions,/api/v1/users/user/status,/api/v1/files} | status 403',
  ],
  [
    'the same words about a session token, which no such list binds',
    { own: own(), access: refused('api-key-endpoint-restricted'), credential: sessionToken(10) },
    'fail probable api-key-endpoint-restricted | noAnswers → administrator | allowPaths@key-restrictions {/api/models,/api/chat/completions,/api/v1/users/user/status}',
  ],
  [
    'a page in place of the list',
    { own: own(), access: refused('not-open-webui', { code: '200' }), credential: credential(API_KEY) },
    'fail probable not-open-webui pageInstead | noAnswers → administrator | readLog {docker logs --tail 100 open-webui} | code 200',
  ],
  [
    'a front’s own word in its place',
    {
      own: own(),
      access: refused('timeout', { front: { matter: 'slow', front: 'Cloudflare' }, code: '524' }),
      credential: credential(API_KEY),
    },
    'fail probable timeout frontWaitsNoLonger(front Cloudflare) | noAnswers → network | waitLonger {proxy_read_timeout 300s;}, useQuickerModel | code 524',
  ],
  [
    'it takes too long',
    { own: own(), access: refused('timeout', { code: 'UND_ERR_HEADERS_TIMEOUT' }), credential: credential(API_KEY) },
    'fail probable timeout modelsNotTold | noAnswers → administrator | readLog {docker logs --tail 100 open-webui} | code UND_ERR_HEADERS_TIMEOUT',
  ],
  [
    'a provider is away',
    {
      own: own(),
      access: refused('provider-unreachable', { confidence: 'probable' }),
      credential: credential(API_KEY),
    },
    'fail probable provider-unreachable modelsNotTold | noAnswers → administrator | readLog {docker logs --tail 100 open-webui} | code ?',
  ],
  [
    'nobody knows why',
    { own: own(), access: refused('unknown', { confidence: 'unknown', code: '500' }), credential: credential(API_KEY) },
    'fail unknown modelsNotTold | noAnswers → administrator | readLog {docker logs --tail 100 open-webui} | code 500',
  ],
]);
