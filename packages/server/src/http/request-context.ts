/** What handlers find at hand, and the types Hono carries through the routes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Locale } from '@guichet/contract/locale';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { Network } from '../limits/client-address.ts';
import type { VisitorClaims } from '../safe/visitor-token.ts';
import type { SiteContext } from '../sites/site-context.ts';

export interface AppEnvironment {
  Bindings: { incoming: IncomingMessage; outgoing: ServerResponse };
  Variables: {
    /** Of an operator. */
    locale: Locale;
    /** Of a visitor, who is spoken to in more languages. */
    visitorLocale: VisitorLocale;
    /** Headers that let the asking page read the answer; streams write them by hand. */
    crossOrigin: Record<string, string>;
    /** The networks it is in, the narrowest first. */
    client: { address: string; networks: readonly [Network, ...Network[]] };
    /** The site that the request is about, on visitors' routes. */
    site: SiteContext;
    visitor: VisitorClaims;
  };
}
