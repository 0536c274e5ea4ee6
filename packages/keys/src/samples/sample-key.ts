import { crc32 } from '../coolify-checksum.ts';
import type { KindId } from '../kinds.ts';
import { characters, charactersBetween, uuid } from './characters.ts';
import { sampleSessionToken, sampleToken } from './sample-token.ts';
import { integer, pick, type Random } from './seeded-random.ts';

/** Draws an invented key of a kind. */
export type SampleKey = (random: Random) => string;

/**
 * One generator per kind, written from what makers document and scanners report, not from our own expressions, so that
 * a shape that is too narrow shows. A kind without one does not compile.
 */
export const SAMPLE_KEYS: Readonly<Record<KindId, SampleKey>> = {
  'open-webui-api-key': (r) => `sk-${uuid(r).replaceAll('-', '')}`,
  'open-webui-session-token': (r) => sampleSessionToken(r),

  'openai-project': (r) => `sk-proj-${marked(r, pick(r, [74, 58, 20]))}`,
  'openai-service': (r) => `sk-${pick(r, ['svcacct', 'service', 'None'])}-${marked(r, pick(r, [74, 58, 20]))}`,
  'openai-admin': (r) => `sk-admin-${marked(r, 58)}`,
  'openai-legacy': (r) => `sk-${characters(r, 'base62', 20)}T3BlbkFJ${characters(r, 'base62', 20)}`,
  'anthropic-api': (r) => `sk-ant-api03-${characters(r, 'base64url', 93)}AA`,
  'anthropic-admin': (r) => `sk-ant-admin01-${characters(r, 'base64url', 93)}AA`,
  'anthropic-oauth': (r) => `sk-ant-${pick(r, ['oat', 'ort'])}01-${charactersBetween(r, 'base64url', 80, 110)}`,
  'anthropic-session': (r) => `sk-ant-sid01-${charactersBetween(r, 'base64url', 80, 110)}`,
  openrouter: (r) => `sk-or-v1-${characters(r, 'hex', 64)}`,
  'kimi-code': (r) => `sk-kimi-${characters(r, 'base62', 64)}`,
  minimax: (r) => `sk-api-${charactersBetween(r, 'base64url', 100, 140)}`,
  deepseek: (r) => `sk-${characters(r, 'hex', 32)}`,
  'deepseek-like': (r) => `sk-${characters(r, 'base36', 32)}`,
  'litellm-virtual': (r) => `sk-${characters(r, 'base64url', 22)}`,
  sk48: (r) => `sk-${characters(r, 'base62', 48)}`,
  'gemini-standard': (r) => `AIzaSy${characters(r, 'base64url', 33)}`,
  'gemini-auth': (r) => `AQ.Ab8RN6${characters(r, 'base64url', 44)}`,
  groq: (r) => `gsk_${characters(r, 'base62', 52)}`,
  xai: (r) => `xai-${characters(r, 'base62', 80)}`,
  perplexity: (r) => `pplx-${characters(r, 'base62', 48)}`,
  cerebras: (r) => `csk-${characters(r, 'base36', 48)}`,
  together: (r) => `tgp_v1_${characters(r, 'base64url', 43)}`,
  fireworks: (r) => `fw_${charactersBetween(r, 'base62', 20, 24)}`,
  huggingface: (r) => `${pick(r, ['hf', 'api_org'])}_${characters(r, 'base62', 34)}`,
  replicate: (r) => `r8_${characters(r, 'base62', 37)}`,
  nvidia: (r) => `nvapi-${characters(r, 'base64url', 64)}`,
  'vercel-ai-gateway': (r) => `vck_${characters(r, 'base62', 56)}`,
  'aws-bedrock-long': (r) => `ABSK${charactersBetween(r, 'base64', 109, 267)}${pick(r, ['', '=', '=='])}`,
  'aws-bedrock-short': (r) => `bedrock-api-key-${charactersBetween(r, 'base64', 400, 1600)}${pick(r, ['', '=', '=='])}`,
  'ollama-cloud': (r) => `${characters(r, 'hex', 32)}.${characters(r, 'base64url', 24)}`,
  zai: (r) => `${characters(r, 'hex', 32)}.${characters(r, 'base62', 16)}`,
  elevenlabs: (r) => `sk_${characters(r, 'hex', 48)}`,
  tavily: (r) => `tvly-${pick(r, ['', 'dev-'])}${characters(r, 'base62', 32)}`,
  firecrawl: (r) => `fc-${characters(r, 'hex', 32)}`,
  jina: (r) => `jina_${characters(r, 'hex', 32)}${characters(r, 'base64url', 28)}`,
  'brave-search': (r) => `BSA${characters(r, 'base64url', 28)}`,
  'llama-cloud': (r) => `llx-${characters(r, 'base62', 48)}`,
  pinecone: (r) => `pcsk_${characters(r, 'base62', 6)}_${characters(r, 'base62', 63)}`,
  'open-webui-pipelines': () => ['0p3n', 'w3bu!'].join('-'),

  'guichet-site-key': (r) => `gk_${characters(r, 'base64url', 43)}`,
  'langfuse-secret': (r) => `sk-lf-${uuid(r)}`,
  'langfuse-public': (r) => `pk-lf-${uuid(r)}`,
  langsmith: (r) => `lsv2_${pick(r, ['pt', 'sk'])}_${characters(r, 'hex', 32)}_${characters(r, 'hex', 10)}`,
  stripe: (r) => `${pick(r, ['sk', 'rk'])}_${pick(r, ['live', 'test'])}_${characters(r, 'base62', pick(r, [24, 99]))}`,
  'stripe-publishable': (r) => `pk_${pick(r, ['live', 'test'])}_${characters(r, 'base62', pick(r, [24, 99]))}`,
  'stripe-webhook': (r) => `whsec_${characters(r, 'base62', 32)}`,
  github: (r) => `gh${pick(r, [...'pousr'])}_${characters(r, 'base62', 36)}`,
  'github-fine-grained': (r) => `github_pat_${characters(r, 'base62', 22)}_${characters(r, 'base62', 59)}`,
  gitlab: (r) => `glpat-${pick(r, [characters(r, 'base64url', 20), routable(r)])}`,
  coolify: sampleCoolifyKey,
  'supabase-secret': (r) => `sb_secret_${characters(r, 'base64url', 31)}`,
  'supabase-publishable': (r) => `sb_publishable_${characters(r, 'base64url', 31)}`,
  'supabase-personal': (r) => `sbp_${characters(r, 'hex', 40)}`,
  'supabase-service-role': (r) => sampleToken(r, supabaseClaims(r, 'service_role')),
  'supabase-anon': (r) => sampleToken(r, supabaseClaims(r, 'anon')),
  n8n: (r) => sampleToken(r, { sub: uuid(r), iss: 'n8n', aud: 'public-api', iat: 1_790_000_000 }),
  'n8n-legacy': (r) => `n8n_api_${characters(r, 'hex', 80)}`,
  dify: (r) => `${pick(r, ['app', 'dataset'])}-${characters(r, 'base62', 24)}`,
  'aws-access-key': (r) => `${pick(r, ['AKIA', 'ASIA', 'ABIA', 'ACCA'])}${characters(r, 'base32', 16)}`,
  slack: (r) => `xox${pick(r, [...'bp'])}-${number(r, 12)}-${number(r, 13)}-${characters(r, 'base62', 24)}`,
  'slack-app': (r) => `xapp-1-${characters(r, 'base32', 11)}-${number(r, 13)}-${characters(r, 'hex', 64)}`,
  'telegram-bot': (r) => `${number(r, integer(r, 8, 10))}:AA${characters(r, 'base64url', 33)}`,
  npm: (r) => `npm_${characters(r, 'base62', 36)}`,
  pypi: (r) => `pypi-AgEIcHlwaS5vcmc${charactersBetween(r, 'base64url', 140, 190)}`,
  'docker-hub': (r) => `dckr_pat_${characters(r, 'base64url', 27)}`,
  sendgrid: (r) => `SG.${characters(r, 'base64url', 22)}.${characters(r, 'base64url', 43)}`,
  brevo: (r) => `xkeysib-${characters(r, 'hex', 64)}-${characters(r, 'base62', 16)}`,
  resend: (r) => `re_${characters(r, 'base62', 8)}_${characters(r, 'base62', 24)}`,
  notion: (r) => `ntn_${number(r, 11)}${characters(r, 'base62', 35)}`,
  linear: (r) => `lin_api_${characters(r, 'base62', 40)}`,
  airtable: (r) => `pat${characters(r, 'base62', 14)}.${characters(r, 'hex', 64)}`,
  digitalocean: (r) => `do${pick(r, [...'opr'])}_v1_${characters(r, 'hex', 64)}`,
  shopify: (r) => `shp${pick(r, ['at', 'ca', 'pa', 'ss'])}_${characters(r, 'hex', 32)}`,
  grafana: (r) => `glsa_${characters(r, 'base62', 32)}_${characters(r, 'hex', 8)}`,
  sentry: (r) => `sntryu_${characters(r, 'hex', 64)}`,
  vault: (r) => `hvs.${charactersBetween(r, 'base64url', 90, 110)}`,
  'private-key': samplePrivateKey,
  'url-with-password': (r) =>
    `${pick(r, ['postgres', 'redis', 'https', 'amqp'])}://${characters(r, 'small', 6)}:${characters(r, 'base62', 16)}@${characters(r, 'small', 8)}.example:5432/base`,

  jwt: (r) => sampleToken(r, { sub: uuid(r), iss: 'https://login.example', aud: 'site', exp: 1_800_000_000 }),
  'sk-unknown': (r) => `sk-${charactersBetween(r, 'base64url', 49, 120)}`,
  uuid,
  hex32: (r) => characters(r, 'hex', 32),
  hex64: (r) => characters(r, 'hex', 64),
  'mistral-like': (r) => characters(r, 'base62', 32),
  'cohere-like': (r) => characters(r, 'base62', 40),
  'flowise-like': (r) => characters(r, 'base64url', 43),
  'azure-like': (r) => characters(r, 'base62', 84),
};

/** OpenAI marks its keys with its own name in Base64. */
function marked(random: Random, length: number): string {
  return `${characters(random, 'base64url', length)}T3BlbkFJ${characters(random, 'base64url', length)}`;
}

function routable(random: Random): string {
  return `${characters(random, 'base64url', 27)}.${characters(random, 'base36', 2)}.${characters(random, 'base36', 9)}`;
}

function number(random: Random, length: number): string {
  return `${integer(random, 1, 9)}${characters(random, 'digits', length - 1)}`;
}

function sampleCoolifyKey(random: Random): string {
  const secret = characters(random, 'base62', 40);
  const checksum = crc32(secret).toString(16).padStart(8, '0');
  return `${integer(random, 1, 9999)}|${secret}${random() < 0.5 ? checksum : ''}`;
}

function supabaseClaims(random: Random, role: string): object {
  return { iss: 'supabase', ref: characters(random, 'small', 20), role, iat: 1_700_000_000, exp: 2_015_000_000 };
}

/** The lines are put together here, so that no scanner takes this file for a leaked key. */
function samplePrivateKey(random: Random): string {
  const name = `${pick(random, ['', 'RSA ', 'EC ', 'OPENSSH '])}PRIVATE KEY`;
  const dashes = '-'.repeat(5);
  const lines = Array.from({ length: integer(random, 3, 20) }, () => characters(random, 'base64', 64));
  return [`${dashes}BEGIN ${name}${dashes}`, ...lines, `${dashes}END ${name}${dashes}`].join('\n');
}
