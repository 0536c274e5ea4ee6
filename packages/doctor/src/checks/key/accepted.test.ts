import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, access, credential, refused, sessionToken } from '../../testing/evidence.ts';
import { keyAccepted } from './accepted.ts';

checkTable(keyAccepted, [
  ['the list of models is told', { access: access('echo'), credential: credential(API_KEY) }, 'ok | replyMs 40'],
  [
    'a list of allowed paths keeps the key out',
    { access: refused('api-key-endpoint-restricted', { status: 403 }), credential: credential(API_KEY) },
    'fail certain api-key-endpoint-restricted | noAnswers → administrator | allowPaths@key-restrictions {/api/models,/api/chat/completions,/api/v1/users/user/status} | status 403',
  ],
  [
    'the same words about a session token, which no such list binds',
    { access: refused('api-key-endpoint-restricted'), credential: sessionToken(10) },
    'fail probable api-key-endpoint-restricted | noAnswers → administrator | allowPaths@key-restrictions {/api/models,/api/chat/completions,/api/v1/users/user/status}',
  ],
  [
    'a page in place of the list',
    { access: refused('not-open-webui', { code: '200' }), credential: credential(API_KEY) },
    'fail probable not-open-webui pageInstead | noAnswers → administrator | readLog {docker logs --tail 100 open-webui} | code 200',
  ],
  [
    'a front’s own word in its place',
    {
      access: refused('timeout', { front: { matter: 'slow', front: 'Cloudflare' }, code: '524' }),
      credential: credential(API_KEY),
    },
    'fail probable timeout frontWaitsNoLonger(front Cloudflare) | noAnswers → network | waitLonger {proxy_read_timeout 300s;}, useQuickerModel | code 524',
  ],
  [
    'it takes too long',
    { access: refused('timeout', { code: 'UND_ERR_HEADERS_TIMEOUT' }), credential: credential(API_KEY) },
    'fail probable timeout modelsNotTold | noAnswers → administrator | readLog {docker logs --tail 100 open-webui} | code UND_ERR_HEADERS_TIMEOUT',
  ],
  [
    'a provider is away',
    { access: refused('provider-unreachable', { confidence: 'probable' }), credential: credential(API_KEY) },
    'fail probable provider-unreachable modelsNotTold | noAnswers → administrator | readLog {docker logs --tail 100 open-webui} | code ?',
  ],
  [
    'nobody knows why',
    { access: refused('unknown', { confidence: 'unknown', code: '500' }), credential: credential(API_KEY) },
    'fail unknown modelsNotTold | noAnswers → administrator | readLog {docker logs --tail 100 open-webui} | code 500',
  ],
]);
