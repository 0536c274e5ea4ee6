import { defineCheck } from '../../check.ts';
import { type FixStep, ok, saw, skip, warn } from '../../verdict.ts';

/** Said of a moment: asked again a little later, a socket may be let through. */
const MAY_PASS = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Whether a socket to Open WebUI can be opened, which proxies let through only where they are told to. Plain requests
 * have come through by then.
 */
export const toolsSocket = defineCheck({
  id: 'tools/socket',
  causes: ['socket-blocked'],
  after: ['key/accepted'],
  needs: ['own', 'socket'],
  run({ own: { tools }, socket }) {
    if (tools !== 'whole-agent') return skip({ key: 'noWholeAgent' });
    if (socket.kind === 'none') return skip({ key: 'explainedBy', args: { id: 'tools/used' } });
    if (socket.kind === 'open') return ok(saw('connectMs', socket.ms));
    const { status, timedOut, switchedOff, ms } = socket;
    const finding = {
      cause: 'socket-blocked',
      impact: { key: 'noAgent' },
      evidence: [...(status === undefined ? [] : [saw('status', status, { expected: '101' })]), saw('replyMs', ms)],
    } as const;
    if (switchedOff) {
      return warn({
        ...finding,
        confidence: 'certain',
        said: { key: 'socketsOff' },
        actor: { key: 'administrator' },
        fix: [{ how: { key: 'switchSocketsOn' }, commands: ['ENABLE_WEBSOCKET_SUPPORT=true'] }],
      });
    }
    return warn({
      ...finding,
      confidence: status === undefined || MAY_PASS.has(status) ? 'probable' : 'certain',
      said: { key: timedOut ? 'socketSilent' : 'socketRefused' },
      actor: { key: 'network' },
      fix: SOCKET_STEPS,
    });
  },
});

const SOCKET_STEPS: readonly [FixStep, ...FixStep[]] = [
  {
    how: { key: 'socketNginx' },
    commands: [
      'proxy_http_version 1.1;',
      'proxy_set_header Upgrade $http_upgrade;',
      'proxy_set_header Connection "upgrade";',
      'proxy_read_timeout 300s;',
    ],
  },
  { how: { key: 'socketNginxProxyManager' } },
  { how: { key: 'socketCaddy' }, commands: ['reverse_proxy open-webui:8080'] },
  { how: { key: 'socketCloudflare' } },
  { how: { key: 'socketTraefik' } },
];
