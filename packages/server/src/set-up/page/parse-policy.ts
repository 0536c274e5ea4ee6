/** A Content-Security-Policy as browsers read it: names without regard to case, the first of two alike counts. */

export interface Policy {
  /** A `<meta>` cannot do everything that a header can. */
  from: 'header' | 'meta';
  directives: ReadonlyMap<string, readonly string[]>;
}

/** A header may hold several policies, separated by commas. More text than this is nobody's policy. */
const MAX_POLICY_CHARS = 32_000;

export function parsePolicies(text: string, from: Policy['from']): Policy[] {
  return text
    .slice(0, MAX_POLICY_CHARS)
    .split(from === 'header' ? ',' : '\0')
    .map((one): Policy => ({ from, directives: parseDirectives(one) }))
    .filter(({ directives }) => directives.size > 0);
}

function parseDirectives(text: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const part of text.split(';')) {
    const [name, ...values] = part.split(/[\t\n\f\r ]+/).filter(Boolean);
    if (name !== undefined && /^[a-z0-9-]+$/i.test(name) && !directives.has(name.toLowerCase())) {
      directives.set(name.toLowerCase(), values.filter(isPlain));
    }
  }
  return directives;
}

/** Sources are visible ASCII; anything else matches nothing and is not worth repeating. */
function isPlain(value: string): boolean {
  return /^[\x21-\x7e]{1,500}$/.test(value);
}
