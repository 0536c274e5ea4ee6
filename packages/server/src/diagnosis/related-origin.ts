/**
 * Whether a refused origin is the operator's own for all that can be known: the same host as one they named, its `www`
 * sibling, or below it. Only such a one may be put into a line to copy. Everything else is somebody's word: an Origin header
 * is written by whoever sends it, and a line made of it would have an operator let in a look-alike's site by habit.
 *
 * No list of public suffixes is asked: that `a.example.com` and `b.example.com` have one owner cannot be told from the names
 * (`a.github.io` and `b.github.io` have not). Another protocol of the same host is the same owner, another port need not be.
 */
export function isRelatedOrigin(origin: string, known: readonly string[]): boolean {
  const asked = URL.parse(origin);
  return asked !== null && known.some((one) => isRelated(asked, URL.parse(one)));
}

function isRelated(asked: URL, known: URL | null): boolean {
  if (known === null || (asked.port !== '' && asked.port !== known.port)) return false;
  const own = withoutWww(known.hostname);
  if (withoutWww(asked.hostname) === own) return true;
  // Nothing is below a name of one word, or below an address of numbers.
  const isDomain = own.includes('.') && !/(^|\.)\d+$/.test(own) && !own.startsWith('[');
  return isDomain && asked.hostname.endsWith(`.${own}`);
}

function withoutWww(host: string): string {
  return host.startsWith('www.') && host.indexOf('.', 4) > 0 ? host.slice(4) : host;
}
