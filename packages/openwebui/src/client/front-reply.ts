/**
 * What somebody in front of Open WebUI means by an answer of his own: a proxy, a tunnel, a platform's edge. Each front
 * has its page or line for "nobody behind me", "he takes too long", "you may not come in". Pure.
 */
import type { ErrorMeaning } from './provider-error.ts';

export type FrontMatter =
  /** It finds nobody behind it: stopped, not yet started, or a tunnel that is down. */
  | 'down'
  /** Who stands behind it takes too long. */
  | 'slow'
  /** It takes us for a program that it does not want. */
  | 'filter'
  /** It asks for a sign-in, or lets nobody in from here. */
  | 'guard'
  | 'limit'
  /** It leads nowhere under this name or path. */
  | 'nothing-here'
  /** It does not trust the certificate of who stands behind it. */
  | 'certificate'
  /** The request is larger than it lets through. */
  | 'too-large'
  /** Not told, but it was its own word. */
  | 'untold';

export interface FrontWord {
  matter: FrontMatter;
  /** Which product says so, where its words are known. */
  front?: string;
}

export interface FrontReply {
  status: number;
  contentType: string;
  text: string;
  headers?: Readonly<Record<string, string | string[] | undefined>> | undefined;
}

/** Without a name where any server may have written it, and only the words tell that it was one in front. */
type Row = readonly [front: string, matter: FrontMatter, text: RegExp, status?: RegExp];

/** By their words, the narrow ones first. Where a status is given, the words alone are anybody's. */
const BY_TEXT: readonly Row[] = [
  // Cloudflare's numbers, as a line ("error code: 1033"), in its pages ("Error 1033") and in its JSON ("error_code":1033).
  ['Cloudflare Tunnel', 'down', /error(?:[ _-]code"?)?:? ?"?1033\b|cloudflare tunnel error|argo tunnel error/],
  [
    'Cloudflare',
    'filter',
    /error(?:[ _-]code"?)?:? ?"?(?:1010|1020|1006|1007|1008|1012)\b|just a moment\.\.\.|attention required! \| cloudflare|cf-chl|challenge-platform|sorry, you have been blocked/,
  ],
  ['Cloudflare', 'guard', /error(?:[ _-]code"?)?:? ?"?(?:1009|1005|1106)\b/],
  ['Cloudflare', 'limit', /error(?:[ _-]code"?)?:? ?"?(?:1015|1027|1200)\b/],
  [
    'Cloudflare',
    'down',
    /error(?:[ _-]code"?)?:? ?"?(?:1016|1001|1004|1018|1041|520|521|523|530|1101|1102|1105)\b|error[ _-]code"?:? ?"?50[23]\b/,
  ],
  ['Cloudflare', 'slow', /error(?:[ _-]code"?)?:? ?"?(?:522|524)\b|error[ _-]code"?:? ?"?504\b/],
  ['Cloudflare', 'certificate', /error(?:[ _-]code"?)?:? ?"?(?:525|526|527)\b/],
  ['Cloudflare', 'nothing-here', /error(?:[ _-]code"?)?:? ?"?(?:1000|1002|1003|1013|1014|1023|1025|1034)\b/],
  ['Cloudflare', 'down', /web server is (down|returning an unknown error)|origin is unreachable/],
  ['Cloudflare', 'slow', /a timeout occurred|origin connection time-?out|connection timed out.{0,200}cloudflare/],
  ['Cloudflare Access', 'guard', /cloudflareaccess\.com|cf-access|cloudflare access/],
  [
    'ngrok',
    'down',
    /err_ngrok_(3200|3004|8012|6020|6021|727|715|334|3801)\b|endpoint .{0,120} is offline|tunnel .{0,120} not found|tunnel session failed/,
  ],
  ['ngrok', 'limit', /err_ngrok_(725|726|734|1200|4018|9017|9038)\b/],
  ['ngrok', 'guard', /err_ngrok_(6024|3211|9032|300[0-9]|3015|4023)\b|you are about to visit/],
  ['ngrok', 'untold', /err_ngrok_\d+/],
  ['localtunnel', 'down', /tunnel unavailable/],
  ['frp', 'down', /faithfully yours, frp/],
  ['Railway', 'nothing-here', /application not found/],
  ['Railway', 'down', /application failed to respond|railway.{0,80}(failed to respond|not provisioned)/],
  [
    'Heroku',
    'down',
    /herokucdn\.com\/error-pages\/application-error|application error.{0,200}heroku|\bcode=h(1[013-9]|2[0-9]|99)\b/,
  ],
  ['Heroku', 'slow', /herokucdn\.com\/error-pages\/request-timeout|\bcode=h12\b/],
  ['Heroku', 'nothing-here', /no such app|herokucdn\.com\/error-pages\/no-such-app/],
  ['Render', 'down', /service suspended|this service has been suspended|render.{0,60}(service unavailable|no-server)/],
  [
    'Fly.io',
    'down',
    /fly\.io.{0,120}(no (known )?healthy|not listening|could not find a good candidate)|could not find a good candidate within|failed to connect to (the )?machine|instance refused connection/,
  ],
  [
    'Vercel',
    'slow',
    /function_invocation_timeout|edge_function_invocation_timeout|router_external_target_error.{0,40}timeout/,
  ],
  ['Vercel', 'nothing-here', /deployment_not_found|the deployment could not be found|dns_hostname_not_found/],
  [
    'Vercel',
    'down',
    /function_invocation_failed|router_external_target|deployment_(disabled|paused)|payment_required.{0,60}vercel|router_cannot_match/,
  ],
  ['Vercel', 'filter', /vercel security checkpoint/],
  [
    'Netlify',
    'nothing-here',
    /looks like you.{0,3}ve followed a broken link|not found - request id: \w|site not found.{0,200}netlify/,
  ],
  ['Netlify', 'down', /usage_exceeded|site .{0,30}paused/],
  [
    'Azure App Service',
    'down',
    /this web app (is|has been) stopped|error 403 - this web app|:\( application error|service unavailable.{0,200}azurewebsites/,
  ],
  ['Azure App Service', 'nothing-here', /404 web site not found/],
  [
    'Azure App Service',
    'slow',
    /500 - the request timed out|the web server failed to respond within the specified time/,
  ],
  ['Azure Front Door', 'down', /our services aren.{0,8}t available right now/, /^50[023]$/],
  ['Azure Front Door', 'slow', /our services aren.{0,8}t available right now/, /^504$/],
  ['Azure Front Door', 'filter', /the request is blocked\./, /^403$/],
  ['Azure Front Door', 'nothing-here', /our services aren.{0,8}t available right now|azure front door.{0,80}not found/],
  ['Azure Front Door', 'slow', /origin(invalidresponse|connection(timeout|aborted))|azure front door.{0,100}time/],
  ['Azure Application Gateway', 'down', /microsoft-azure-application-gateway/, /^50[23]$/],
  ['Azure Application Gateway', 'slow', /microsoft-azure-application-gateway/, /^504$/],
  ['Azure Application Gateway', 'filter', /microsoft-azure-application-gateway|azure waf/, /^403$/],
  ['Azure Container Apps', 'down', /azure container app.{0,60}(stopped|unavailable|does not exist)/],
  [
    'AWS CloudFront',
    'slow',
    /cloudfront.{0,600}(timed? ?out|504 gateway)|504 (gateway timeout )?error.{0,600}cloudfront/,
  ],
  [
    'AWS CloudFront',
    'filter',
    /request blocked\..{0,400}cloudfront|the request could not be satisfied.{0,300}request blocked/,
  ],
  [
    'AWS CloudFront',
    'guard',
    /configured to block access from your country|the request could not be satisfied.{0,300}(403|access denied)/,
  ],
  [
    'AWS CloudFront',
    'certificate',
    /cloudfront (attempted to establish|wasn.t able to).{0,300}(ssl|https|certificate)/,
  ],
  [
    'AWS CloudFront',
    'down',
    /cloudfront.{0,400}(wasn.t able to (connect|resolve)|can.t connect to the server|closed the connection|failed to contact the origin)|the request could not be satisfied.{0,300}50[23] error/,
  ],
  ['AWS API Gateway', 'slow', /endpoint request timed[- ]out/],
  ['AWS API Gateway', 'guard', /missing authentication token|user is not authorized to access this resource/],
  ['AWS API Gateway', 'limit', /^\W*"?message"?\W+(limit exceeded|too many requests)\W*$/],
  ['AWS load balancer', 'down', /^\W*backend_connect|no registered targets/],
  ['Google Cloud Run', 'guard', /your client does not have permission to get url/],
  ['Google Cloud Run', 'limit', /rate exceeded\./],
  [
    'Google Cloud',
    'down',
    /the server encountered a temporary error and could not complete your request|the server encountered an error and could not complete your request|no healthy backend|failed_to_(connect|pick)_(to_)?backend/,
  ],
  [
    'Google Cloud',
    'nothing-here',
    /the requested url .{0,200} was not found on this server\..{0,40}that.s all we know|google frontend.{0,60}not found/,
  ],
  ['Envoy', 'slow', /upstream request timeout|stream timeout|response timeout/],
  ['Envoy', 'certificate', /upstream connect error.{0,300}(tls|certificate|ssl)/],
  ['Envoy', 'limit', /reset reason: overflow/],
  ['Envoy', 'slow', /upstream connect error.{0,200}(connection timeout|timed? ?out)|downstream duration timeout/],
  ['Envoy', 'slow', /upstream_reset_before_response_started\{[^}]{0,80}timeout/],
  ['Envoy', 'down', /upstream connect error|no healthy upstream|disconnect\/reset before headers|cluster_not_found/],
  [
    'Envoy',
    'guard',
    /rbac: access denied|jwt (is missing|verification fails|is expired|issuer is not configured)|audiences in jwt are not allowed/,
  ],
  ['Envoy', 'limit', /local_rate_limited/],
  ['APISIX', 'nothing-here', /"error_msg":"404 route not found"/],
  ['APISIX', 'guard', /missing api key (found )?in request/],
  ['Azure API Management', 'guard', /access denied due to missing subscription key/],
  ['Tyk', 'guard', /access to this api has been disallowed/],
  ['Apigee', 'limit', /"errorcode":"policies\.ratelimit/],
  ['Apigee', 'slow', /"errorcode":"messaging[^"]{0,80}timeout/],
  ['Apigee', 'down', /"errorcode":"messaging[^"]{0,80}(serviceunavailable|connect)/],
  ['Apigee', 'guard', /"errorcode":"(steps\.oauth|oauth|keymanagement)/],
  ['Kubernetes', 'guard', /"kind":"status","apiversion":"v1"/, /^40[13]$/],
  ['Kubernetes', 'nothing-here', /"kind":"status","apiversion":"v1"/, /^404$/],
  ['Kubernetes', 'down', /"kind":"status","apiversion":"v1"/, /^50\d$/],
  ['Kong', 'guard', /you cannot consume this service/],
  ['Kong', 'nothing-here', /no route(s)? matched with those values/],
  ['Kong', 'slow', /the upstream server is timing out/],
  [
    'Kong',
    'down',
    /an invalid response was received from the upstream server|failure to get a peer from the ring-balancer|the upstream server is currently unavailable/,
  ],
  [
    'Kong',
    'guard',
    /^\W*message\W+(no api key found in request|no credentials found for given|invalid authentication credentials)/,
  ],
  ['Kong', 'limit', /^\W*message\W+api rate limit exceeded/],
  ['Varnish', 'slow', /(first byte|between bytes) timeout/],
  ['Varnish', 'down', /guru medi(t)?ation|backend (fetch failed|is unhealthy|read error)/],
  ['Fastly', 'nothing-here', /fastly error: unknown domain/],
  ['Squid', 'slow', /err_(read|connect|gateway)_?\w*timeout|squid.{0,300}(timed? ?out)/],
  ['Squid', 'guard', /err_(access_denied|cache_access_denied)|cache access denied/],
  [
    'Squid',
    'down',
    /err_(connect_fail|dns_fail|cannot_forward|zero_size|read_error)|the requested url could not be retrieved/,
  ],
  ['Traefik', 'down', /^\W*no available servers?\W*$/],
  ['Traefik', 'nothing-here', /^\W*404 page not found\W*$/],
  ['Traefik', 'down', /^\W*bad gateway\W*$/],
  ['Traefik', 'slow', /^\W*gateway time-?out\W*$/],
  ['HAProxy', 'down', /no server is available to handle this request|503 service unavailable.{0,80}no server/],
  ['HAProxy', 'slow', /the server didn't respond in time|your browser didn't send a complete request in time/],
  ['HAProxy', 'filter', /request forbidden by administrative rules/],
  ['HAProxy', 'down', /the server returned an invalid or incomplete response/],
  [
    'Apache httpd',
    'slow',
    /the gateway did not receive a timely response|the proxy server did not receive a timely response/,
  ],
  [
    'Apache httpd',
    'down',
    /the proxy server (could not handle|received an invalid response)|reason: <?\w*>?(error reading from remote server|dns lookup failure)|temporarily unable to service your request due to maintenance/,
  ],
  ['IIS', 'down', /0x80072ef[de]|502\.4\b/],
  ['IIS', 'nothing-here', /invalid hostname|the request hostname is invalid/],
  ['IIS', 'slow', /502\.3|504\.\d|the operation timed out.{0,100}iis|error code.{0,20}0x80072ee2/],
  [
    'IIS',
    'down',
    /(502|503) - web server received an invalid response|http error (502|503)|0x80072efd|service unavailable.{0,40}http error 503/,
  ],
  ['IIS', 'guard', /401\.\d|403 - forbidden: access is denied/],
  ['LiteSpeed', 'down', /litespeed.{0,200}(503|service unavailable)|(503|service unavailable).{0,400}litespeed/],
  ['LiteSpeed', 'slow', /litespeed.{0,200}time-?out|request timeout.{0,400}litespeed/],
  ['Kubernetes', 'nothing-here', /default backend - 404|response 404 \(backend notfound\)/],
  ['Kubernetes', 'down', /no endpoints available for service|default backend - 50\d/],
  ['Nginx Proxy Manager', 'nothing-here', /congratulations!.{0,300}nginx proxy manager/],
  ['OpenShift', 'down', /application is not available/],
  ['Imperva', 'filter', /incapsula incident|_incapsula_resource|imperva/],
  ['Akamai', 'down', /service unavailable - (dns failure|fail to connect|zero size).{0,300}reference/],
  ['Akamai', 'filter', /reference&#32;&#35;|edgesuite\.net|access denied.{0,300}reference #/],
  ['Sucuri', 'filter', /sucuri website firewall/],
  ['AWS WAF', 'filter', /awswaf|aws waf/],
  ['Anubis', 'filter', /making sure you(&#39;|')re not a bot/],
  ['CrowdSec', 'filter', /crowdsec/],
  ['Google Cloud', 'limit', /temporarily over its serving quota/],
  ['Google Cloud', 'filter', /may be sending automated queries/],
  ['Google Cloud', 'guard', /invalid iap credentials/],
  ['ModSecurity', 'filter', /mod_?security/],
  ['F5 BIG-IP', 'filter', /the requested url was rejected\..{0,80}consult with your administrator/],
  ['DataDome', 'filter', /captcha-delivery\.com|datadome/],
  ['StackPath', 'filter', /using a security service to protect itself from online attacks/],
  ['DDoS-Guard', 'filter', /ddos-guard/],
  ['BunkerWeb', 'filter', /bunkerweb/],
  ['SafeLine', 'filter', /safeline/],
  // Filters between a server and the internet, as companies have them.
  ['Zscaler', 'filter', /zscaler/],
  ['Fortinet', 'filter', /forti(guard|gate|web|net)\b|web filter violation/],
  ['Sophos', 'filter', /\bsophos\b|blocked request the web page is blocked/],
  ['Palo Alto Networks', 'filter', /web page (you were trying to visit )?(has been )?blocked/],
  ['Node http-proxy', 'down', /error occurred while trying to proxy/, /^50[0234]$/],
  ['pfSense', 'filter', /dns rebind(ing)? attack/],
  // Tunnels and workbenches that nobody serves at the moment, and guards against programs, of whatever make.
  ['', 'down', /\btunnel (was )?not found\b|no service is listening on port/],
  ['', 'filter', /checking (that )?you are not a (bot|robot)|checking your browser before/],
  // It quotes our own path, which nobody behind Open WebUI ever sees.
  [
    '',
    'nothing-here',
    /"path":"[^"]{0,80}\/api\/chat\/completions"|cannot post \S{0,80}\/api\/chat\/completions/,
    /^404$/,
  ],
];

/** Headers that only the front itself writes, on its own errors. */
const BY_HEADER: readonly (readonly [front: string, header: string, matter: FrontMatter | 'by-text', value: RegExp])[] =
  [
    ['Cloudflare', 'cf-mitigated', 'filter', /challenge|block/],
    ['ngrok', 'ngrok-error-code', 'by-text', /./],
    ['Vercel', 'x-vercel-error', 'by-text', /./],
    ['Vercel', 'x-vercel-mitigated', 'filter', /./],
    ['Railway', 'x-railway-fallback', 'by-text', /true/],
    ['Render', 'x-render-routing', 'down', /no-server|suspend|dead/],
    ['Squid', 'x-squid-error', 'by-text', /./],
    ['Linkerd', 'l5d-proxy-error', 'by-text', /./],
    ['Azure App Service', 'x-ms-forbidden-ip', 'guard', /./],
  ];

/** Of a page, who it is stands at its beginning or its end, and both within this. In characters. */
const READ_CHARS = 16_000;

/** @returns undefined where neither words nor headers are known as a front's own; the status alone is not asked */
export function knownFront({ status, text, headers = {} }: FrontReply): FrontWord | undefined {
  const words = plain(text);
  const byText = (extra = '') =>
    BY_TEXT.find(([, , phrase, only]) => phrase.test(`${words}${extra}`) && (!only || only.test(String(status))));
  for (const [front, header, matter, value] of BY_HEADER) {
    const given = String(headers[header] ?? '').toLowerCase();
    if (given === '' || !value.test(given)) continue;
    if (matter !== 'by-text') return { front, matter };
    const [, told = matterOfStatus(status)] = byText(` ${given}`) ?? [];
    return { front, matter: told };
  }
  const row = byText();
  if (!row) return undefined;
  const [front, matter] = row;
  return front === '' ? { matter } : { front, matter };
}

/** What is known to be a front's, whose ever: its words where they are known, else its status. */
export function wordOfFront(reply: FrontReply): FrontWord {
  return knownFront(reply) ?? { matter: matterOfStatus(reply.status) };
}

export function meaningOfFront({ matter }: FrontWord): ErrorMeaning {
  return { ...MEANINGS[matter], confidence: 'probable' };
}

/** Cloudflare's numbers beside those of HTTP. */
const DOWN = new Set([502, 503, 520, 521, 523, 527, 530]);

function matterOfStatus(status: number): FrontMatter {
  if (status === 408 || status === 504 || status === 522 || status === 524 || status === 598 || status === 599) {
    return 'slow';
  }
  if (status === 525 || status === 526 || status === 495) return 'certificate';
  if (status === 401 || status === 403 || status === 407 || status === 451 || status === 511 || status === 561) {
    return 'guard';
  }
  if (status === 413 || status === 414 || status === 431) return 'too-large';
  if (status === 429) return 'limit';
  if (status === 404 || status === 410 || status === 405 || status === 421) return 'nothing-here';
  return DOWN.has(status) ? 'down' : 'untold';
}

const NOT_OPEN_WEBUI = { code: 'assistant-misconfigured', cause: 'not-open-webui' } as const;

const MEANINGS: Readonly<Record<FrontMatter, Pick<ErrorMeaning, 'code' | 'cause'>>> = {
  down: { code: 'assistant-unavailable', cause: 'connection-refused' },
  slow: { code: 'assistant-timeout', cause: 'timeout' },
  certificate: { code: 'assistant-misconfigured', cause: 'tls-invalid' },
  // The front lets us in, only not so often: waiting helps the visitor.
  limit: { code: 'assistant-busy', cause: 'not-open-webui' },
  filter: NOT_OPEN_WEBUI,
  guard: NOT_OPEN_WEBUI,
  'nothing-here': NOT_OPEN_WEBUI,
  'too-large': NOT_OPEN_WEBUI,
  untold: NOT_OPEN_WEBUI,
};

/** A page's words without its tags, in one line; its addresses stay, because they name the front. */
function plain(text: string): string {
  const read = text.length > READ_CHARS ? `${text.slice(0, READ_CHARS / 2)} ${text.slice(-READ_CHARS / 2)}` : text;
  return read
    .toLowerCase()
    .replace(
      /<(\/?(?:html|head|body|h\d|p|div|span|center|hr|br|title|strong|b|em|small|ul|li|pre|code|meta)\b)[^>]*>/g,
      ' ',
    )
    .replace(/[\u2018\u2019]|&#0?39;|&rsquo;|&apos;/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
