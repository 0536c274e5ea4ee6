import { webAddress } from '../parts/web-address.ts';

export interface SafeAddress {
  href: string;
  /** Of an address on the web. */
  host?: string;
}

/** Where a link of an answer may lead: the web, a mailbox, a telephone. Everything else becomes no link. */
export function safeAddress(written: string): SafeAddress | undefined {
  const web = webAddress(written);
  if (web) return { href: web.href, host: web.host };
  if (/^mailto:[^\s@?&<>"]+@[^\s@?&<>"]+$/i.test(written)) return { href: written };
  if (/^tel:\+?[\d().-]{3,30}$/i.test(written)) return { href: written };
  return undefined;
}
