/** From whatever was typed or pasted to the address of an Open WebUI, and what was left out on the way. Pure. */
import { isHostName } from '@guichet/contract/host-name';
import { withSingleScheme } from '@guichet/contract/single-scheme';
import { findSecrets } from '@guichet/keys/find-secrets';
import { withoutOwnPath } from '@guichet/openwebui/client';

export type CleanedAddress =
  | {
      kind: 'address';
      /** What to ask first, with the path below which Open WebUI may live; then without it, and by the other scheme. */
      candidates: readonly string[];
      /** Stands behind host and port, e.g. `/api/v1`; shortened. */
      leftOut?: string;
      schemeAdded: boolean;
    }
  | { kind: 'empty' | 'secret' | 'password' | 'none' };

/** Longer than any address; a pasted document is none. */
const MAX_ADDRESS_CHARS = 2_000;

export function cleanAddress(text: string): CleanedAddress {
  const unwrapped = withSlashes(onlyAddressIn(unwrap(text)));
  const written = withSingleScheme(unwrapped) ?? unwrapped;
  if (written === '') return { kind: 'empty' };
  if (written.length > MAX_ADDRESS_CHARS || /\s/.test(written)) return { kind: holdsSecret(text) ? 'secret' : 'none' };
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(written);
  const url = URL.parse(hasScheme ? written : `https://${written.replace(/^\/\//, '')}`);
  if (url?.username || url?.password) return { kind: 'password' };
  // A key would else be looked up as a name, and be known to every name server on the way.
  if (holdsSecret(written)) return { kind: 'secret' };
  if (!url || !/^https?:$/.test(url.protocol) || !isHostName(url.hostname)) return { kind: 'none' };
  // `chat.example.com.` is the same name, and a certificate knows it without the dot.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  const behind = `${url.pathname === '/' ? '' : url.pathname}${url.search}${url.hash}`;
  // A proxy may have put Open WebUI below a path, so that is asked first; what is Open WebUI's own is none.
  const base = withoutOwnPath(url.pathname);
  const origins = hasScheme ? [url.origin] : bothSchemes(url);
  return {
    kind: 'address',
    candidates: base === '' ? origins : origins.flatMap((origin) => [origin + base, origin]),
    ...(behind !== '' && { leftOut: behind.length > 40 ? `${behind.slice(0, 39)}…` : behind }),
    schemeAdded: !hasScheme,
  };
}

/** Quotes, the line of a settings file, and the spaces around both. */
function unwrap(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .trim()
    .replace(/^(?:export\s+)?OPEN_?WEBUI_URL\s*=\s*/i, '')
    .replace(/^[<"'`«“]\s*|\s*[>"'`»”,;]$/g, '')
    .trim();
}

/** Letters and signs as Japanese and Chinese keyboards write them are this far above those of ASCII. */
const FULL_WIDTH_OFFSET = 0xfee0;

/** Of a sentence, a command, a link in Markdown or the line of a settings file, the one address in it. */
function onlyAddressIn(text: string): string {
  if (/^https?:/i.test(text) && !/\s/.test(text)) return text;
  const found = new Set(text.match(/https?:\/\/[^\s"'`<>()[\]]+/gi)?.map((one) => one.replace(/[.,;]+$/, '')));
  const [only] = found;
  // Somebody who pastes a scheme behind a scheme means one address too, and is told so elsewhere.
  return only !== undefined && found.size === 1 && !/^https?[:/]/i.test(text.slice(0, text.indexOf(only)))
    ? only
    : text;
}

/** `https:/chat.example.com` and `https:\\chat.example.com`; `http:8080` is a container's name with its port. */
function withSlashes(text: string): string {
  return text.replace(/^(https?):(?!\d)[/\\]{0,3}(?=[^/\\])/i, '$1://');
}

function holdsSecret(text: string): boolean {
  return findSecrets(text, { doubtful: true }).some(({ kind }) => kind !== 'url-with-password');
}

/** In one's own network there is seldom a certificate; everywhere else there must be one. */
function bothSchemes(url: URL): string[] {
  const secure = url.origin;
  const plain = new URL(`http://${url.host}`).origin;
  return isOwnNetwork(url) ? [plain, secure] : [secure, plain];
}

function isOwnNetwork({ hostname, port }: URL): boolean {
  if (!hostname.includes('.') || port === '3000' || port === '8080') return true;
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|\.(local|localhost|internal|lan|home\.arpa)$/.test(
    hostname,
  );
}
