/** Proxies from the shelf, in front of an Open WebUI. */
import { type CorpusCase, type CorpusSetting, NEWEST } from './corpus-case.ts';
import { makeAgentModel } from './make-agent-model.ts';
import { type RealProxyKind, startRealProxy } from './real-proxy.ts';

type Expected = CorpusCase['expected'];

export interface RealProxyCase extends CorpusCase {
  kind: RealProxyKind;
}

const certain = (cause: Expected['cause']): Expected => ({ cause, confidence: 'certain' });
const probable = (cause: Expected['cause']): Expected => ({ cause, confidence: 'probable' });

function behind(
  kind: RealProxyKind,
  name: string,
  expected: Expected,
  lines: readonly string[],
  { model = 'echo', target }: { model?: string; target?: (setting: CorpusSetting) => string } = {},
): RealProxyCase {
  return {
    kind,
    name: `${kind}: ${name}`,
    versions: NEWEST,
    expected,
    async make(setting) {
      const { practice, key, onEnd } = setting;
      practice.state.provider.options.models = [...practice.state.provider.options.models, 'paced-60-20', 'stall-0'];
      const proxy = await startRealProxy(kind, { target: target?.(setting) ?? practice.url, lines });
      onEnd(() => proxy.close());
      return { input: { baseUrl: proxy.url, credential: key, model } };
    },
  };
}

/** The whole agent, which needs a socket through the proxy. */
function agentBehind(
  kind: RealProxyKind,
  name: string,
  expected: Expected,
  lines: readonly string[],
  tools: 'one-round' | 'whole-agent' = 'whole-agent',
): RealProxyCase {
  return {
    kind,
    name: `${kind}: ${name}`,
    versions: ['0.10.2', '0.12.4'],
    expected,
    async make({ practice, key, onEnd }) {
      const model = await makeAgentModel(practice);
      const proxy = await startRealProxy(kind, { target: practice.url, lines });
      onEnd(() => proxy.close());
      return { input: { baseUrl: proxy.url, credential: key, model, tools, agentSession: 'ready' } };
    },
  };
}

const PASSES_SOCKETS = ['proxy_set_header Upgrade $http_upgrade;', 'proxy_set_header Connection "upgrade";'];

/** Nothing listens at the port that Open WebUI had. */
const nobody = () => 'http://127.0.0.1:9';
/** Beside buffering, which is on unless it is told otherwise. */
const PACKING = ['gzip on;', 'gzip_types *;', 'gzip_proxied any;'];
const PACED = { model: 'paced-60-20' };

export const realProxyCases: RealProxyCase[] = [
  // nginx waits for a full buffer only while more is on its way: what comes word by word goes on word by word.
  behind('nginx', 'as it comes, and nothing wrong', certain('none'), [], PACED),
  // Guichet asks for nothing packed, so nothing is.
  behind('nginx', 'packs what it may, and nothing wrong', certain('none'), PACKING, PACED),
  {
    ...behind('nginx', 'one packs answers for another, which unpacks them', probable('stream-buffered'), []),
    async make({ practice, key, onEnd }) {
      practice.state.provider.options.models = [...practice.state.provider.options.models, 'paced-60-20'];
      const inner = await startRealProxy('nginx', { target: practice.url, lines: PACKING });
      onEnd(() => inner.close());
      const lines = ['proxy_set_header Accept-Encoding gzip;', 'gunzip on;'];
      const outer = await startRealProxy('nginx', { target: inner.url, lines });
      onEnd(() => outer.close());
      return { input: { baseUrl: outer.url, credential: key, model: 'paced-60-20' } };
    },
  },
  behind('nginx', 'passes answers on, and nothing wrong', certain('none'), ['proxy_buffering off;'], PACED),
  behind('nginx', 'finds nobody behind it', probable('connection-refused'), [], { target: nobody }),
  behind('nginx', 'waits for a second and gives up', probable('timeout'), ['proxy_read_timeout 1s;'], {
    model: 'stall-0',
  }),
  behind('nginx', 'empties the header', certain('header-stripped'), ['proxy_set_header Authorization "";']),
  behind('nginx', 'lets nobody in', probable('not-open-webui'), ['deny all;']),
  agentBehind('nginx', 'lets no socket through', certain('socket-blocked'), []),
  agentBehind('nginx', 'lets no socket through, and one round needs none', certain('none'), [], 'one-round'),
  agentBehind('nginx', 'lets sockets through', certain('none'), PASSES_SOCKETS),
  agentBehind('haproxy', 'lets sockets through by itself', certain('none'), []),
  agentBehind('haproxy', 'keeps sockets out', certain('socket-blocked'), [
    'http-request deny deny_status 403 if { hdr(Upgrade) -i websocket }',
  ]),
  agentBehind('caddy', 'lets sockets through by itself', certain('none'), []),
  agentBehind('caddy', 'keeps sockets out', certain('socket-blocked'), [
    '@socket header Upgrade websocket',
    'respond @socket 404',
  ]),
  behind('haproxy', 'takes the header away', certain('header-stripped'), ['http-request del-header Authorization']),
  behind('haproxy', 'finds nobody behind it', probable('connection-refused'), [], { target: nobody }),
  behind('haproxy', 'passes everything on, and nothing wrong', certain('none'), [], PACED),
  behind('caddy', 'packs what it may, and nothing wrong', certain('none'), ['encode gzip zstd'], PACED),
  behind('caddy', 'finds nobody behind it', probable('connection-refused'), [], { target: nobody }),
  behind('caddy', 'asks for a password', certain('not-open-webui'), [
    'basicauth {',
    // bcrypt of a word that nobody needs to know.
    '    me $2a$14$Zkx19XLiW6VYouLHR5NmfOFU0z2GTNmpkT/5qqR7hx4IjWJPDhjvG',
    '}',
  ]),
];
