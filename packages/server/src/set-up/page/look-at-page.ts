/** A look at the operator's own page: is the line there, does it lead here, and may the chat run. */
import { isOriginAllowed } from '@guichet/contract/allowed-origin';
import type { PageLookView } from '@guichet/contract/set-up-api';
import type { WizardTexts } from '../wizard-texts.ts';
import { type FetchedPage, fetchPage } from './fetch-page.ts';
import { type FoundSnippet, findSnippet } from './find-snippet.ts';
import { judgePolicy, type PolicyVerdict } from './judge-policy.ts';

export interface PageLookParts {
  /** Where visitors reach this server; the first is what the line names. */
  ownAddresses: readonly [string, ...string[]];
  /** The line to paste. */
  snippet: string;
  /** Origins that may show the chat, besides our own. */
  allowedOrigins: readonly string[];
  /** Whose pictures the site shows. */
  pictureHosts?: readonly string[];
  texts: WizardTexts['site'];
  signal: AbortSignal;
  limitMs?: number;
}

/** Longer than any address. */
const MAX_ADDRESS_CHARS = 2_000;

export async function lookAtPage(typed: string, parts: PageLookParts): Promise<PageLookView> {
  const address = addressOf(typed);
  const page: FetchedPage =
    address === undefined
      ? { ok: false, url: '', why: 'none' }
      : await fetchPage(address, {
          signal: parts.signal,
          ...(parts.limitMs !== undefined && { limitMs: parts.limitMs }),
        });
  const view = page.ok ? judgePage(page, parts) : unreadable(page, parts);
  return { ...view, url: page.url === address ? page.url : withoutQuery(page.url) };
}

/** Where a page led by itself: a way to a sign-in often carries a token. */
function withoutQuery(address: string): string {
  const url = URL.parse(address);
  return url === null ? '' : url.origin + url.pathname;
}

function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || text.length > MAX_ADDRESS_CHARS || /\s/.test(text)) return undefined;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  url.hash = '';
  return url.href;
}

function unreadable(page: Extract<FetchedPage, { ok: false }>, { texts }: PageLookParts): PageLookView {
  return {
    url: page.url,
    ...(page.status !== undefined && { status: page.status }),
    unreadable: texts.unreadable[page.why],
    snippet: 'unknown',
    policy: { kind: 'none' },
    originAllowed: false,
    advice: [texts.unreadable[page.why]],
  };
}

function judgePage(page: Extract<FetchedPage, { ok: true }>, parts: PageLookParts): PageLookView {
  const { ownAddresses, allowedOrigins, texts, snippet } = parts;
  const facts = findSnippet(page.html, page.url);
  const own = facts.snippets.find(({ server }) => ownAddresses.some((address) => isSame(address, server)));
  const server = own?.server ?? ownAddresses[0];
  const policy = judgePolicy({
    headers: page.policies,
    metas: facts.policies,
    pageUrl: page.url,
    server,
    ...(parts.pictureHosts !== undefined && { pictureHosts: parts.pictureHosts }),
    ...ofScript(facts.snippets, own),
  });
  const pageOrigin = new URL(page.url).origin;
  const originAllowed = isOriginAllowed([...allowedOrigins, ...ownAddresses.map(originOf)], pageOrigin);
  const other = own ? undefined : facts.snippets[0];
  const state = own ? 'found' : other ? 'other-server' : facts.builtByScripts ? 'unknown' : 'missing';
  return {
    url: page.url,
    status: page.status,
    snippet: state,
    policy: policyView(policy),
    originAllowed,
    advice: [
      ...(page.status >= 400 ? [texts.status(page.status)] : []),
      ...(state === 'missing' ? [texts.missing(snippet)] : []),
      ...(state === 'unknown' ? [texts.unknown(snippet)] : []),
      ...(other ? [texts.otherServer(originOf(other.server), snippet)] : []),
      ...(isMixed(page.url, server) ? [texts.mixedContent] : []),
      ...policyAdvice(policy, texts),
      ...('pictures' in policy && policy.pictures !== undefined ? [texts.policyPictures(policy.pictures)] : []),
      ...(originAllowed ? [] : [texts.originMissing(pageOrigin)]),
    ],
  };
}

/** A page may hold the element and the script; what the script carries counts. */
function ofScript(snippets: readonly FoundSnippet[], own: FoundSnippet | undefined): Partial<FoundSnippet> {
  const { nonce, integrity } =
    snippets.find(({ server, nonce: word }) => own && isSame(server, own.server) && word !== undefined) ?? own ?? {};
  return { ...(nonce !== undefined && { nonce }), ...(integrity !== undefined && { integrity }) };
}

function policyView(policy: PolicyVerdict): PageLookView['policy'] {
  if (policy.kind !== 'blocks') return { kind: policy.kind };
  return { kind: 'blocks', directives: policy.directives, line: policy.line };
}

function policyAdvice(policy: PolicyVerdict, texts: WizardTexts['site']): string[] {
  if (policy.kind !== 'blocks') return [];
  switch (policy.why) {
    case 'sources':
      return [texts.policy(policy.line)];
    case 'nonce':
      return [texts.policyNonce(policy.line)];
    case 'trusted-types':
      return [texts.policyTrustedTypes(policy.line)];
    case 'sandbox':
      return [texts.policySandbox];
    default:
      return policy.why satisfies never;
  }
}

function isSame(one: string, other: string): boolean {
  return one.replace(/\/+$/, '') === other.replace(/\/+$/, '');
}

function originOf(address: string): string {
  return new URL(address).origin;
}

/** Browsers leave out what comes by http on a page that came by https, but for one's own machine. */
function isMixed(pageUrl: string, server: string): boolean {
  const { protocol, hostname } = new URL(server);
  return pageUrl.startsWith('https:') && protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}
