import { checkTable } from '../../testing/check-table.ts';
import { own } from '../../testing/evidence.ts';
import { toolsSocket } from './socket.ts';

const agent = own({ tools: 'whole-agent' });
const blocked = (more: { status?: number; timedOut?: boolean; switchedOff?: boolean }) =>
  ({ kind: 'blocked', timedOut: false, switchedOff: false, ms: 50, ...more }) as const;

const STEPS =
  'socketNginx {proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade"; proxy_read_timeout 300s;}, socketNginxProxyManager, socketCaddy {reverse_proxy open-webui:8080}, socketCloudflare, socketTraefik';

checkTable(toolsSocket, [
  ['no whole agent', { own: own({ tools: 'one-round' }), socket: { kind: 'none' } }, 'skip noWholeAgent'],
  ['this Open WebUI cannot run it', { own: agent, socket: { kind: 'none' } }, 'skip explainedBy(id tools/used)'],
  ['it opens', { own: agent, socket: { kind: 'open', ms: 30 } }, 'ok | connectMs 30'],
  [
    'Open WebUI offers none',
    { own: agent, socket: blocked({ status: 404, switchedOff: true }) },
    'warn certain socket-blocked socketsOff | noAgent → administrator | switchSocketsOn {ENABLE_WEBSOCKET_SUPPORT=true} | status 404 (101), replyMs 50',
  ],
  [
    'it is refused',
    { own: agent, socket: blocked({ status: 400 }) },
    `warn certain socket-blocked socketRefused | noAgent → network | ${STEPS} | status 400 (101), replyMs 50`,
  ],
  ...[408, 425, 429, 500, 502, 503, 504].map(
    (status) =>
      [
        `${status}, which may pass`,
        { own: agent, socket: blocked({ status }) },
        `warn probable socket-blocked socketRefused | noAgent → network | ${STEPS} | status ${status} (101), replyMs 50`,
      ] as const,
  ),
  [
    'nobody answers',
    { own: agent, socket: blocked({ timedOut: true }) },
    `warn probable socket-blocked socketSilent | noAgent → network | ${STEPS} | replyMs 50`,
  ],
  [
    'it breaks',
    { own: agent, socket: blocked({}) },
    `warn probable socket-blocked socketRefused | noAgent → network | ${STEPS} | replyMs 50`,
  ],
]);
