/**
 * The list of origins that may embed the chat: each an origin, or `https://*.example.com` for every name below one.
 * Server and doctor read it with the same eyes.
 */

/** What is wrong with a pattern that has a star in it. */
export type StarProblem =
  /** The star is not the whole first part of the host, or there are two. */
  | 'star-elsewhere'
  /** `https://*`, `https://*.com`, `https://*.co.uk`, `https://*.github.io`: names of strangers as well. */
  | 'star-too-wide';

export type OriginPattern =
  | { kind: 'origin'; origin: string }
  /** `suffix`: `.example.com`; the port is the scheme's own when it is empty. */
  | { kind: 'subdomains'; pattern: string; protocol: string; suffix: string; port: string }
  | { kind: 'wrong'; why: StarProblem | 'not-an-origin' };

/**
 * Names under which anybody can have a name of their own. The list of all public suffixes has ten thousand entries and
 * changes every week; these are the ones that people put a website under.
 */
const SHARED_SUFFIXES = new Set(
  `co.uk org.uk ac.uk gov.uk com.au net.au org.au co.nz co.jp co.kr co.in co.il co.za com.br com.mx com.ar com.tr com.cn
  com.tw com.hk com.sg asso.fr gouv.fr com.fr github.io gitlab.io netlify.app vercel.app pages.dev workers.dev web.app
  firebaseapp.com herokuapp.com onrender.com fly.dev railway.app azurewebsites.net azurestaticapps.net cloudfront.net
  amazonaws.com blogspot.com wordpress.com wixsite.com webflow.io myshopify.com notion.site repl.co surge.sh glitch.me
  ngrok.io ngrok.app ngrok-free.app trycloudflare.com loca.lt duckdns.org sslip.io nip.io`.split(/\s{1,3}/),
);

export function readOriginPattern(text: string): OriginPattern {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return wrong('not-an-origin');
  if (url.pathname !== '/' || url.search || url.hash || url.hostname === '') return wrong('not-an-origin');
  if (!url.hostname.includes('*')) return { kind: 'origin', origin: url.origin };
  const parent = url.hostname.replace(/^\*\.?/, '').replace(/\.$/, '');
  if (parent === '') return wrong('star-too-wide');
  if (parent.includes('*') || !url.hostname.startsWith('*.')) return wrong('star-elsewhere');
  const isAddress = /^[\d.]+$/.test(parent);
  if (isAddress || !parent.includes('.') || SHARED_SUFFIXES.has(parent)) return wrong('star-too-wide');
  const port = url.port === '' ? '' : `:${url.port}`;
  const pattern = `${url.protocol}//*.${parent}${port}`;
  return { kind: 'subdomains', pattern, protocol: url.protocol, suffix: `.${parent}`, port: url.port };
}

/**
 * Whether an origin is one of the list or stands below one of it: scheme and port exactly, one part of a name or more,
 * never the name itself unless it is listed.
 */
export function isOriginAllowed(list: readonly string[], origin: string): boolean {
  if (origin.includes('*')) return false;
  if (list.includes(origin)) return true;
  const url = URL.parse(origin);
  // What is no plain origin (`null`, a path) is below nothing.
  if (!url || url.origin !== origin) return false;
  return list.some((entry) => {
    if (!entry.includes('*')) return false;
    const pattern = readOriginPattern(entry);
    return (
      pattern.kind === 'subdomains' &&
      pattern.protocol === url.protocol &&
      pattern.port === url.port &&
      url.hostname.endsWith(pattern.suffix) &&
      url.hostname.length > pattern.suffix.length
    );
  });
}

function wrong(why: StarProblem | 'not-an-origin'): OriginPattern {
  return { kind: 'wrong', why };
}
