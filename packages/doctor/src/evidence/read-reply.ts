import { knownFront } from '@guichet/openwebui/client';
import type { PlainReply } from './doctor-tools.ts';
import type { SeenReply } from './evidence-map.ts';

const MAX_TITLE_CHARS = 80;
const SIGN_IN =
  /type=["']?password|<form[^>]{0,300}(login|signin|sign-in|log-in)|sign in with|authelia|authentik|oauth2-proxy|keycloak|cloudflare access|cf-access|pomerium|vouch/i;
const SIGN_IN_TITLE = /sign[ -]?in|log[ -]?in|connexion|authenti|anmeld/i;

/** Of a reply, what tells who gave it. */
export function readReply({ status, headers, text }: PlainReply, url: string, ms: number): SeenReply {
  const contentType = (headers['content-type'] ?? '').toLowerCase();
  const isHtml = contentType.startsWith('text/html');
  const title = isHtml ? /<title[^>]{0,100}>([^<]{1,300})/i.exec(text)?.[1]?.trim() : plainTitle(contentType, text);
  const location = headers.location === undefined ? undefined : withoutQuery(headers.location, url);
  const json = /json/.test(contentType) ? parse(text) : undefined;
  const isMarked = headers['x-process-time'] !== undefined;
  const front = status >= 400 && !isMarked ? knownFront({ status, contentType, text, headers }) : undefined;
  return {
    status,
    contentType: contentType.split(';')[0] ?? '',
    hasProcessTime: isMarked,
    asksForPassword: headers['www-authenticate'] !== undefined,
    isHtml,
    looksLikeSignIn: isHtml && (SIGN_IN.test(text) || SIGN_IN_TITLE.test(title ?? '')),
    ms,
    ...(location !== undefined && { location }),
    ...(title && { title: title.replace(/\s+/g, ' ').slice(0, MAX_TITLE_CHARS) }),
    ...(headers.server !== undefined && { server: headers.server.slice(0, 40) }),
    ...(front !== undefined && { front }),
    ...(json !== undefined && { json }),
  };
}

/** Some programs introduce themselves in one plain line ("Ollama is running"). */
function plainTitle(contentType: string, text: string): string | undefined {
  const line = text.trim();
  return contentType.startsWith('text/plain') && line.length <= MAX_TITLE_CHARS && !line.includes('\n')
    ? line
    : undefined;
}

function withoutQuery(location: string, base: string): string {
  const url = URL.parse(location, base);
  return url ? url.origin + url.pathname.slice(0, 80) : '?';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
