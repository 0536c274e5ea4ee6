import { checkTable } from '../../testing/check-table.ts';
import { failed, foreignReply, front, notOpenWebUi, reply } from '../../testing/evidence.ts';
import { upstreamProxyError } from './proxy-error.ts';

const STEPS = 'checkRunning {docker ps}, checkProxyTarget, readLog {docker logs --tail 100 open-webui}';

checkTable(upstreamProxyError, [
  ['Open WebUI answers', { front: front() }, 'ok'],
  ['Open WebUI answers, and its health is told by a proxy', { front: front({ health: foreignReply(503) }) }, 'ok'],
  ['nothing answers', { front: notOpenWebUi(failed('timeout')) }, 'ok'],
  ['a page of somebody else’s', { front: notOpenWebUi(foreignReply(200)) }, 'ok'],
  ...[502, 503, 520, 521, 523, 530].map(
    (status) =>
      [
        `${status}: nobody behind it`,
        { front: notOpenWebUi(foreignReply(status)) },
        `fail probable connection-refused proxyFindsNobody(status ${status}) | noAnswers → operator | ${STEPS} | status ${status}`,
      ] as const,
  ),
  ...[408, 504, 522, 524].map(
    (status) =>
      [
        `${status}: he takes too long`,
        { front: notOpenWebUi(foreignReply(status)) },
        `fail probable timeout proxyFindsNobody(status ${status}) | noAnswers → operator | ${STEPS} | status ${status}`,
      ] as const,
  ),
  ...[525, 526].map(
    (status) =>
      [
        `${status}: a certificate it does not trust`,
        { front: notOpenWebUi(foreignReply(status)) },
        `fail probable tls-invalid frontDistrusts(front ) | noAnswers → operator | certificateForProxy | status ${status}`,
      ] as const,
  ),
  [
    'in the words of a tunnel that is down',
    { front: notOpenWebUi(foreignReply(404, { server: 'ngrok', front: { matter: 'down', front: 'ngrok' } })) },
    'fail probable connection-refused proxyFindsNobody(status 404) | noAnswers → operator | checkRunning {docker ps}, startTunnel, checkProxyTarget, readLog {docker logs --tail 100 open-webui} | status 404, front ngrok, server ngrok',
  ],
  [
    'in the words of a proxy that waited',
    { front: notOpenWebUi(foreignReply(500, { front: { matter: 'slow', front: 'Azure App Service' } })) },
    `fail probable timeout proxyFindsNobody(status 500) | noAnswers → operator | ${STEPS} | status 500, front Azure App Service`,
  ],
  [
    'in the words of one that does not trust him',
    { front: notOpenWebUi(foreignReply(502, { front: { matter: 'certificate', front: 'Cloudflare' } })) },
    'fail probable tls-invalid frontDistrusts(front Cloudflare) | noAnswers → operator | certificateForProxy | status 502, front Cloudflare',
  ],
  [
    'in words for something else, whatever the status says',
    { front: notOpenWebUi(foreignReply(503, { front: { matter: 'filter', front: 'Palo Alto Networks' } })) },
    'ok',
  ],
  [
    'slow words, whatever the status says',
    { front: notOpenWebUi(foreignReply(503, { front: { matter: 'slow', front: 'Varnish' } })) },
    `fail probable timeout proxyFindsNobody(status 503) | noAnswers → operator | ${STEPS} | status 503, front Varnish`,
  ],
  [
    'healthy, says the proxy, and nobody behind it',
    { front: { ...notOpenWebUi(foreignReply(200)), config: foreignReply(502, { server: 'nginx' }) } },
    `fail probable connection-refused proxyFindsNobody(status 502) | noAnswers → operator | ${STEPS} | status 502, server nginx`,
  ],
  [
    'the version is not told in time, and the rest not at all',
    { front: { ...notOpenWebUi(failed('timeout')), version: reply(504) } },
    `fail probable timeout proxyFindsNobody(status 504) | noAnswers → operator | ${STEPS} | status 504`,
  ],
  [
    'other words with 504',
    { front: notOpenWebUi(foreignReply(504, { front: { matter: 'filter', front: 'Palo Alto Networks' } })) },
    'ok',
  ],
  [
    'other words with 525',
    { front: notOpenWebUi(foreignReply(525, { front: { matter: 'filter', front: 'Palo Alto Networks' } })) },
    'ok',
  ],
]);
