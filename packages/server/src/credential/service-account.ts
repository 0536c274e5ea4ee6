/** A service account of Open WebUI whose sign-in Guichet keeps: sealed, together with the address it is for. */
import { createDesk, renewSession, Secret, type SignInLimiter } from '@guichet/openwebui/key-exchange';
import type { SecretStore } from '../safe/secret-store.ts';
import { checkedLookup } from '../set-up/forbidden-address.ts';

export interface ServiceAccount {
  baseUrl: string;
  email: string;
  password: string;
  /** The secret of its authenticator, where it has one that Guichet may use. */
  authenticatorKey?: string;
}

export interface KeptServiceAccount {
  read(): Promise<ServiceAccount | undefined>;
  /** @param by who gave it, as the audit log names people */
  write(account: ServiceAccount, by: string): Promise<void>;
  /** @returns whether there was one */
  forget(): Promise<boolean>;
}

/** What it is kept for. Each has its own, so that ending one leaves the other. */
const NAMES = { renewal: 'openwebui/renewal', agent: 'openwebui/agent-account' } as const;

export function keptServiceAccount(
  secrets: Pick<SecretStore, 'get' | 'set' | 'delete'>,
  purpose: keyof typeof NAMES,
): KeptServiceAccount {
  const name = NAMES[purpose];
  return {
    async read() {
      const stored = await secrets.get(name);
      return stored.kind === 'found' ? (JSON.parse(stored.value) as ServiceAccount) : undefined;
    },
    async write(account, by) {
      const kept = await secrets.set(name, JSON.stringify(account), { updatedBy: by });
      if (!kept.ok) throw new Error(`The safe did not take the account: ${kept.problem}.`);
    },
    forget: () => secrets.delete(name),
  };
}

/** Signs in once, at the account's own address and nowhere else. */
export async function signInServiceAccount(
  { baseUrl, email, password, authenticatorKey }: ServiceAccount,
  limiter?: SignInLimiter,
  now?: () => number,
): ReturnType<typeof renewSession> {
  const openWebUi = createDesk({ baseUrl, lookup: checkedLookup });
  try {
    const account = {
      email,
      password: new Secret(password),
      ...(authenticatorKey && { authenticatorKey: new Secret(authenticatorKey) }),
    };
    return await renewSession(openWebUi, account, limiter, now);
  } finally {
    await openWebUi.close();
  }
}
