import { describe, expect, it } from 'vitest';
import { type FailedReply, translateReply } from './error-table.ts';
import { FRONT_REPLIES_SAID, type SaidByFront } from './front-replies-said.ts';
import { type FrontMatter, knownFront, wordOfFront } from './front-reply.ts';
import { PROVIDER_ERRORS_SAID } from './provider-errors-said.ts';
import { RECORDED_VERSIONS, recordedReplies } from './recorded-replies.ts';

const MEANS: Readonly<Record<FrontMatter, string>> = {
  down: 'connection-refused assistant-unavailable probable',
  slow: 'timeout assistant-timeout probable',
  certificate: 'tls-invalid assistant-misconfigured probable',
  limit: 'not-open-webui assistant-busy probable',
  filter: 'not-open-webui assistant-misconfigured probable',
  guard: 'not-open-webui assistant-misconfigured probable',
  'nothing-here': 'not-open-webui assistant-misconfigured probable',
  'too-large': 'not-open-webui assistant-misconfigured probable',
  untold: 'not-open-webui assistant-misconfigured probable',
};

function asReply({ status, contentType, text, headers }: SaidByFront, more: Partial<FailedReply>): FailedReply {
  return { status, contentType, text, frontHeaders: headers, credential: 'api-key', ...more };
}

function means(reply: FailedReply): string {
  const { cause, code, confidence } = translateReply(reply);
  return `${cause} ${code} ${confidence}`;
}

const named = FRONT_REPLIES_SAID.map((said) => {
  const name = `${said.status} ${said.text.replace(/\s+/g, ' ').slice(0, 90)}`;
  return [said.front, name, said] as const;
});

/** What these say, anybody may: an empty body, the name of a status, a page without a sign. */
const NAMELESS =
  /^(Caddy|nginx|Pinggy|LocalXpose|Gitpod|go-away|DDoS guard|AWS load balancer|Tailscale Funnel|Spring|Express|KrakenD|Traefik 4(01|03|29)|Fly.io 503|Render 502|AWS API Gateway 503)\b/;
/** Built on another one, whose words they are. */
const SPEAKS_AS: Readonly<Record<string, string>> = { Coolify: 'Traefik', 'Google Cloud 504 text/plain': 'Envoy' };

function nameOf({ front, status, contentType }: SaidByFront): string | undefined {
  if (NAMELESS.test(`${front} ${status}`)) return undefined;
  return SPEAKS_AS[front] ?? SPEAKS_AS[`${front} ${status} ${contentType.split(';')[0]}`] ?? front;
}

describe('what a front says in place of Open WebUI', () => {
  it.each(named)('%s: %s', (_front, _name, said) => {
    expect(wordOfFront(said).matter).toBe(said.matter);
    const reply = asReply(said, { marked: false, marksOthers: true });
    expect(means(reply)).toBe(MEANS[said.matter]);
    expect(translateReply(reply).matter).toBeUndefined();
  });

  it('is the provider’s where Open WebUI has marked it', () => {
    for (const said of FRONT_REPLIES_SAID.filter(({ contentType }) => contentType === 'text/plain; charset=utf-8')) {
      const failure = translateReply(asReply(said, { marked: true, marksOthers: true }));
      expect(failure.front, said.text).toBeUndefined();
      expect(failure.cause, said.text).toMatch(/^provider-/);
    }
  });

  it('is known by its words where nobody knows whether marks come through', () => {
    for (const said of FRONT_REPLIES_SAID) {
      if (!knownFront(said)) continue;
      expect(means(asReply(said, { marked: false })), said.text).toBe(MEANS[said.matter]);
    }
  });

  it('says for certain whose word it is neither by a status nor without a mark', () => {
    for (const [status, message] of [
      [401, 'Unauthorized'],
      [403, 'Forbidden'],
      [429, 'API Rate limit exceeded'],
      [402, 'x'],
    ] as const) {
      for (const body of [{ message }, { error: message }, { code: 1, msg: message }]) {
        const reply = {
          status,
          contentType: 'application/json',
          text: JSON.stringify(body),
          credential: 'api-key',
        } as const;
        expect(translateReply({ ...reply, marked: false }).confidence, reply.text).toBe('probable');
        expect(translateReply({ ...reply, marked: true }).confidence, reply.text).toBe('certain');
      }
    }
  });

  it.each(named)('%s: %s, by its name', (_front, _name, said) => {
    expect(wordOfFront(said).front).toBe(nameOf(said));
  });
});

describe('what is not a front’s', () => {
  it('is an exception inside Open WebUI, which is not marked either', () => {
    const crash = { status: 500, contentType: 'text/plain; charset=utf-8', text: 'Internal Server Error' };
    expect(means({ ...crash, marked: false, marksOthers: true, credential: 'api-key' })).toBe(
      'unknown assistant-unavailable unknown',
    );
  });

  it('is no recorded refusal of Open WebUI’s, even where its marks are taken away', () => {
    for (const version of RECORDED_VERSIONS) {
      for (const { status, contentType, body } of recordedReplies(version)) {
        if (status < 400 || body === 'upstream sad' || contentType?.startsWith('text/html')) continue;
        const reply = { status, contentType: contentType ?? '', text: body, credential: 'api-key' } as const;
        expect(translateReply({ ...reply, marked: false }).front, body).toBeUndefined();
      }
    }
  });

  it('is no provider’s error in a provider’s shape, even where marks are taken away', () => {
    for (const { status, body, provider } of PROVIDER_ERRORS_SAID) {
      if (typeof body === 'string' || provider === 'a proxy') continue;
      const reply = {
        status,
        contentType: 'application/json',
        text: JSON.stringify(body),
        credential: 'api-key',
      } as const;
      expect(translateReply({ ...reply, marked: false }).front, reply.text).toBeUndefined();
    }
  });
});

/** Under a status that says something else or nothing: the words or the header alone make the difference. */
describe('whoever says it is known by name and matter, whatever the status', () => {
  it.each<[string, FrontMatter, number, string, Record<string, string>?]>([
    ['Envoy', 'slow', 500, 'upstream_reset_before_response_started{connection_timeout}'],
    ['Envoy', 'certificate', 500, 'upstream connect error or disconnect/reset before headers. TLS_error: certificate'],
    ['AWS load balancer', 'down', 500, 'backend_connect'],
    ['Google Cloud', 'nothing-here', 500, 'The requested URL /x was not found on this server. That’s all we know.'],
    ['Apigee', 'limit', 500, '{"fault":{"detail":{"errorcode":"policies.ratelimit.QuotaViolation"}}}'],
    ['Kubernetes', 'nothing-here', 404, '{"kind":"Status","apiVersion":"v1","code":404}'],
    ['Kubernetes', 'down', 500, '{"kind":"Status","apiVersion":"v1","code":500}'],
    ['Squid', 'slow', 500, 'ERR_READ_TIMEOUT'],
    ['Squid', 'down', 500, 'ERR_CONNECT_FAIL 111'],
    ['IIS', 'guard', 500, '403 - Forbidden: Access is denied.'],
    ['LiteSpeed', 'slow', 500, 'Request Timeout. LiteSpeed Web Server'],
    ['Nginx Proxy Manager', 'nothing-here', 200, 'Congratulations! You have started the Nginx Proxy Manager.'],
    ['OpenShift', 'down', 500, 'Application is not available'],
    ['Imperva', 'filter', 200, 'Request unsuccessful. Incapsula incident ID: 1'],
    ['Akamai', 'filter', 500, 'https://errors.edgesuite.net/18.1'],
    ['Sucuri', 'filter', 500, 'Sucuri Website Firewall - Access Denied'],
    ['AWS WAF', 'filter', 500, 'token.awswaf.com'],
    ['Anubis', 'filter', 200, 'Making sure you&#39;re not a bot!'],
    ['CrowdSec', 'filter', 500, 'CrowdSec Ban'],
    ['StackPath', 'filter', 500, 'This website is using a security service to protect itself from online attacks.'],
    ['DDoS-Guard', 'filter', 500, 'DDoS-Guard'],
    ['BunkerWeb', 'filter', 500, 'Protected by BunkerWeb'],
    ['SafeLine', 'filter', 500, 'Blocked by SafeLine'],
    ['Sophos', 'filter', 500, 'Sophos Web Protection'],
    ['Cloudflare', 'filter', 500, '', { 'cf-mitigated': 'challenge' }],
    ['ngrok', 'down', 500, '', { 'ngrok-error-code': 'ERR_NGROK_3200' }],
    ['Vercel', 'slow', 500, '', { 'x-vercel-error': 'FUNCTION_INVOCATION_TIMEOUT' }],
    ['Vercel', 'filter', 500, '', { 'x-vercel-mitigated': 'deny' }],
    ['Railway', 'nothing-here', 404, 'Not Found', { 'x-railway-fallback': 'true' }],
    ['Render', 'down', 404, '', { 'x-render-routing': 'no-server' }],
    ['Azure App Service', 'guard', 500, '', { 'x-ms-forbidden-ip': '203.0.113.7' }],
  ])('%s: %s, %i %s', (front, matter, status, text, headers = {}) => {
    expect(wordOfFront({ status, contentType: 'text/html', text, headers })).toEqual({ front, matter });
  });

  it.each<[FrontMatter, readonly number[]]>([
    ['slow', [408, 504, 522, 524, 598, 599]],
    ['certificate', [495, 525, 526]],
    ['guard', [401, 403, 407, 451, 511, 561]],
    ['too-large', [413, 414, 431]],
    ['limit', [429]],
    ['nothing-here', [404, 405, 410, 421]],
    ['down', [502, 503, 520, 521, 523, 527, 530]],
    ['untold', [200, 400, 418, 500, 501, 505, 999]],
  ])('without words, the status says: %s', (matter, statuses) => {
    for (const status of statuses) {
      expect(wordOfFront({ status, contentType: '', text: '' }), `${status}`).toEqual({ matter });
    }
  });

  it('a header that is empty says nothing', () => {
    const said = { status: 500, contentType: '', text: '', headers: { 'x-vercel-mitigated': '' } };
    expect(wordOfFront(said)).toEqual({ matter: 'untold' });
  });

  it('our own path in an error is a front’s, and without a name', () => {
    const said = { status: 404, contentType: 'text/html', text: '<pre>Cannot POST /api/chat/completions</pre>' };
    expect(knownFront(said)).toEqual({ matter: 'nothing-here' });
  });

  it('of a long page, its end is read as well', () => {
    const text = `<html>${'<p>x</p>'.repeat(5_000)}BunkerWeb</html>`;
    expect(wordOfFront({ status: 500, contentType: 'text/html', text })).toEqual({
      front: 'BunkerWeb',
      matter: 'filter',
    });
  });
});
