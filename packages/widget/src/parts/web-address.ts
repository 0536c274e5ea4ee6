/** Addresses that a model or a document wrote: nobody is led elsewhere than they read. */

export interface WebAddress {
  href: string;
  /** As the network knows it: letters of other alphabets in punycode, so that look-alikes do not look alike. */
  host: string;
  /** What may be read for it: as it was written, unless that would show another host, or hide something. */
  shown: string;
}

/** Characters nobody sees: marks of direction, joiners, soft hyphens, tags, fillers. */
const UNSEEN = /[\p{Cc}\p{Cf}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{2028}\u{2029}\u{2800}\u{3164}\u{ffa0}]|\u{34f}/gu;

/** Two that some scripts and signs are written with. */
const JOINERS = /[\u{200c}\u{200d}]/u;

/** Names of hosts in a text: two words or more with dots between, the last of letters, or four numbers. */
const HOST_NAMES = /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.(?:\p{L}{2,}|xn--[\w-]+)|\d+\.\d+\.\d+\.\d+/gu;

/**
 * @returns undefined for everything that becomes no link: other protocols, names and passwords before the host
 * (`https://bank.example@evil.example`), and what browsers read another way than people do
 */
export function webAddress(written: string): WebAddress | undefined {
  const authority = /^https?:\/\/([^/?#\\]+)(?!.*\\)/i.exec(written)?.[1];
  if (!authority || !URL.canParse(written)) return undefined;
  const { href, host, username, password } = new URL(written);
  // Some browsers keep a space in a host, and all of them an ampersand: signs that no name of a host has.
  if (username || password || /[^\w.:[\]-]/.test(host)) return undefined;
  const isAsRead = authority.toLowerCase() === host && written.search(UNSEEN) < 0;
  return { href, host, shown: isAsRead ? written : href };
}

/** A title without what nobody sees. */
export function legible(title: string): string {
  return title
    .replace(UNSEEN, (sign) => (JOINERS.test(sign) ? sign : ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a title speaks of a host that its address does not lead to: such a title is no link. */
export function namesAnotherHost(title: string, host: string): boolean {
  const read = title.normalize('NFKC').replace(UNSEEN, '').replace(/[。｡]/g, '.');
  const own = webAddress(read)?.host;
  if (own) return own !== host;
  return (read.match(HOST_NAMES) ?? []).some((name) => !isWithin(name, host));
}

function isWithin(name: string, host: string): boolean {
  const named = webAddress(`https://${name}`)?.host.replace(/^www\./, '');
  return named !== undefined && `.${host}`.endsWith(`.${named}`);
}
