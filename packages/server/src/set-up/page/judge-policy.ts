/**
 * Whether a page's Content-Security-Policy lets the chat run, and what it would have to say. Pure.
 *
 * What the widget needs: its loader and, from the same place, the widget itself (`script-src`, with the page's nonce
 * handed on), and requests to its server (`connect-src`). Its styles are constructed sheets and its own pictures are drawn
 * in the page, so that no `style-src`, `img-src` or `font-src` stands against it. Pictures that answers show from other
 * hosts do need `img-src`; without it the chat runs, and such a picture stays an address.
 */
import { matchesSource } from './match-source.ts';
import { type Policy, parsePolicies } from './parse-policy.ts';

export interface PolicyQuestion {
  /** Values of `Content-Security-Policy` headers, as they came. */
  headers: readonly string[];
  /** Contents of `<meta http-equiv="Content-Security-Policy">`. */
  metas: readonly string[];
  /** The page, after redirections. */
  pageUrl: string;
  /** Base address of the Guichet that the page is to load. */
  server: string;
  /** Of the script that is on the page. */
  nonce?: string | undefined;
  integrity?: string | undefined;
  /** Whose pictures the site shows: `images.example.com`, `*.example.com`. */
  pictureHosts?: readonly string[];
}

export type PolicyVerdict =
  | { kind: 'none' }
  /** `pictures`: what the policies would have to say for the pictures that the site shows. */
  | { kind: 'allows'; pictures?: string }
  /**
   * `why`: what has to change. `nonce`: not the policy but the script's own line.
   * `line`: the directives as they would have to be, or the script's line; one line for each policy that is in the way.
   */
  | {
      kind: 'blocks';
      why: 'sources' | 'nonce' | 'sandbox' | 'trusted-types';
      directives: string[];
      line: string;
      pictures?: string;
    };

interface Obstacle {
  why: Extract<PolicyVerdict, { kind: 'blocks' }>['why'];
  directive: string;
  /** The directive as it would have to be; of `nonce`, the script's line. */
  wanted: string;
}

/** All policies count together: each alone can forbid. */
export function judgePolicy(question: PolicyQuestion): PolicyVerdict {
  const policies = [
    ...question.headers.flatMap((text) => parsePolicies(text, 'header')),
    ...question.metas.flatMap((text) => parsePolicies(text, 'meta')),
  ];
  if (policies.length === 0) return { kind: 'none' };
  const wantsTrustedTypes = policies.some((policy) =>
    policy.directives.get('require-trusted-types-for')?.some((word) => word.toLowerCase() === "'script'"),
  );
  const perPolicy = policies.map((policy) => [
    ...sandboxObstacle(policy),
    ...scriptObstacle(policy, question),
    ...connectObstacle(policy, question),
    ...(wantsTrustedTypes ? trustedTypesObstacle(policy) : []),
  ]);
  const obstacles = perPolicy.flat();
  const worst = obstacles.find(({ why }) => why === 'sandbox') ?? obstacles[0];
  const pictures = picturesLine(policies, question);
  if (!worst) return { kind: 'allows', ...(pictures !== undefined && { pictures }) };
  // The script's own line is told once; it says nothing to do to the policy.
  const first = obstacles.find(({ why }) => why === 'nonce');
  const lines = perPolicy.map((ones) =>
    ones
      .filter(({ why }) => why !== 'nonce')
      .map(({ wanted }) => wanted)
      .join('; '),
  );
  return {
    kind: 'blocks',
    why: worst.why,
    directives: [...new Set(obstacles.map(({ directive }) => directive))],
    line: [...(first ? [first.wanted] : []), ...new Set(lines.filter(Boolean))].join('\n'),
    ...(pictures !== undefined && { pictures }),
  };
}

function scriptObstacle(policy: Policy, question: PolicyQuestion): Obstacle[] {
  const effective = effectiveDirective(policy, ['script-src-elem', 'script-src', 'default-src']);
  if (!effective) return [];
  const { sources, name } = effective;
  if (hasNonce(sources, question.nonce)) return [];
  const strict = hasKeyword(sources, "'strict-dynamic'");
  const byHash = hasHashes(sources, question.integrity);
  if (strict) {
    if (byHash) return [];
    const wanted = `<script async nonce="…" src="${question.server}/guichet.js" data-site="default"></script>`;
    return [{ why: 'nonce', directive: name === 'default-src' ? 'script-src' : name, wanted }];
  }
  const loader = byHash || allowsUrl(sources, `${question.server}/guichet.js`, question.pageUrl);
  // The widget comes from a path of its version; a source that names one file is not enough for it.
  if (loader && allowsUrl(sources, `${question.server}/w/0/app.js`, question.pageUrl)) return [];
  return [sourcesObstacle(effective, 'script-src', question)];
}

function connectObstacle(policy: Policy, question: PolicyQuestion): Obstacle[] {
  const effective = effectiveDirective(policy, ['connect-src', 'default-src']);
  if (!effective || allowsUrl(effective.sources, `${question.server}/v1/conversations`, question.pageUrl)) return [];
  return [sourcesObstacle(effective, 'connect-src', question)];
}

/** Of all policies that are in the way, one line each. */
function picturesLine(policies: readonly Policy[], { pictureHosts = [], pageUrl }: PolicyQuestion): string | undefined {
  const lines = policies.flatMap((policy) => {
    const effective = effectiveDirective(policy, ['img-src', 'default-src']);
    if (!effective) return [];
    const missing = pictureHosts.filter(
      (host) => !allowsUrl(effective.sources, `https://${host.replace('*', 'any')}/`, pageUrl),
    );
    if (missing.length === 0) return [];
    const kept = effective.sources.filter((source) => source.toLowerCase() !== "'none'").map(shown);
    return [['img-src', ...kept, ...missing.map((host) => `https://${host}`)].join(' ')];
  });
  return lines.length > 0 ? [...new Set(lines)].join('\n') : undefined;
}

interface EffectiveDirective {
  name: string;
  sources: readonly string[];
}

function effectiveDirective({ directives }: Policy, names: readonly string[]): EffectiveDirective | undefined {
  for (const name of names) {
    const sources = directives.get(name);
    if (sources) return { name, sources };
  }
  return undefined;
}

/** A directive that was left to `default-src` has to repeat what stands there, or it would forbid the page itself. */
function sourcesObstacle({ name, sources }: EffectiveDirective, wished: string, { server }: PolicyQuestion): Obstacle {
  const directive = name === 'default-src' ? wished : name;
  const kept = sources.filter((source) => source.toLowerCase() !== "'none'").map(shown);
  return { why: 'sources', directive, wanted: [directive, ...kept, new URL(server).origin].join(' ') };
}

/** Forbids scripts or takes the page its origin away; says nothing in a `<meta>`, where browsers leave it out. */
function sandboxObstacle({ directives, from }: Policy): Obstacle[] {
  const sandbox = directives.get('sandbox');
  if (!sandbox || from === 'meta') return [];
  const missing = ['allow-scripts', 'allow-same-origin'].filter(
    (word) => !sandbox.some((given) => given.toLowerCase() === word),
  );
  if (missing.length === 0) return [];
  return [{ why: 'sandbox', directive: 'sandbox', wanted: ['sandbox', ...sandbox, ...missing].join(' ') }];
}

/** The loader makes one policy, named `guichet`. */
function trustedTypesObstacle({ directives }: Policy): Obstacle[] {
  const names = directives.get('trusted-types');
  if (!names || names.includes('guichet') || names.includes('*')) return [];
  const kept = names.filter((name) => name.toLowerCase() !== "'none'");
  return [
    { why: 'trusted-types', directive: 'trusted-types', wanted: ['trusted-types', ...kept, 'guichet'].join(' ') },
  ];
}

function allowsUrl(sources: readonly string[], url: string, pageUrl: string): boolean {
  return sources.some((source) => matchesSource(source, url, pageUrl));
}

function hasKeyword(sources: readonly string[], keyword: string): boolean {
  return sources.some((source) => source.toLowerCase() === keyword);
}

function hasNonce(sources: readonly string[], nonce: string | undefined): boolean {
  if (nonce === undefined || nonce === '') return false;
  return sources.some((source) => /^'nonce-.*'$/i.test(source) && source.slice(7, -1) === nonce);
}

/** An external script is let in by its `integrity` when every hash in there is listed. */
function hasHashes(sources: readonly string[], integrity: string | undefined): boolean {
  const hashes = integrity?.trim().split(/\s+/).filter(Boolean) ?? [];
  const listed = new Set(sources.map((source) => source.slice(1, -1).replaceAll('-', '+').replaceAll('_', '/')));
  return hashes.length > 0 && hashes.every((hash) => listed.has(hash.replaceAll('-', '+').replaceAll('_', '/')));
}

/** A nonce is made anew for each page, so the one that was seen is nobody's business. */
function shown(source: string): string {
  return source.replace(/^'nonce-.*'$/i, "'nonce-…'");
}
