/** The operators' HTTP interface as the console uses it. Bodies: `@guichet/contract/admin-api`. */
import type { AuditEntryView, CredentialView, ExchangeView, OpenWebUiSignInView } from '@guichet/contract/admin-api';
import type { Ask } from './ask.ts';
import type { Outcome } from './outcome.ts';

/** What somebody lends for a moment: a sign-in, or the session token of one. */
export type Lent = { email: string; password: string } | { sessionToken: string };

export interface SecondFactorAnswer {
  ticket: string;
  code: string;
  /** One of the codes kept for a lost authenticator. */
  recovery: boolean;
}

/** `never`: only read. `if-none`: where there is none. `replace`: the old one dies, and the person agreed. */
export type CreateWish = 'never' | 'if-none' | 'replace';

export interface AdminApi {
  session(): Promise<Outcome<{ signedIn: boolean }>>;
  signIn(link: string): Promise<Outcome<{ signedIn: boolean }>>;
  signOut(): Promise<Outcome<undefined>>;
  credential(): Promise<Outcome<CredentialView>>;
  probe(): Promise<Outcome<CredentialView>>;
  replaceCredential(text: string): Promise<Outcome<CredentialView>>;
  removeCredential(): Promise<Outcome<CredentialView>>;
  signInAtOpenWebUi(lent: Lent | SecondFactorAnswer): Promise<Outcome<OpenWebUiSignInView>>;
  exchange(ticket: string, create: CreateWish): Promise<Outcome<ExchangeView>>;
  audit(): Promise<Outcome<{ entries: AuditEntryView[] }>>;
}

export function createAdminApi(ask: Ask): AdminApi {
  return {
    session: () => ask('GET', '/session'),
    signIn: (link) => ask('POST', '/session', { link }),
    signOut: () => ask('DELETE', '/session'),
    credential: () => ask('GET', '/credential'),
    probe: () => ask('POST', '/credential/probe', {}),
    replaceCredential: (text) => ask('PUT', '/credential', { text }),
    removeCredential: () => ask('DELETE', '/credential'),
    signInAtOpenWebUi: (lent) => ask('POST', '/openwebui/sign-in', lent),
    exchange: (ticket, create) => ask('POST', '/openwebui/exchange', { ticket, create }),
    audit: () => ask('GET', '/audit'),
  };
}
