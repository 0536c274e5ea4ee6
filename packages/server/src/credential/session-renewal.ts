/**
 * Where API keys stay off: signs in again by a service account whose password is kept in the safe, before the session
 * dies and when it was ended. Off unless an operator chose it.
 */

import {
  type CodeOutcome,
  createDesk,
  renewSession,
  Secret,
  type SignInOutcome,
} from '@guichet/openwebui/key-exchange';
import type { Logger } from '../observe/logger.ts';
import type { SecretStore } from '../safe/secret-store.ts';
import { checkedLookup } from '../set-up/forbidden-address.ts';
import { writeConsoleCredential } from './console-credential.ts';
import type { CredentialDesk } from './credential-desk.ts';

/** What is kept in the safe, sealed. */
interface RenewalAccount {
  baseUrl: string;
  email: string;
  password: string;
  authenticatorKey?: string;
}

export interface SessionRenewalParts {
  secrets: SecretStore;
  desk: CredentialDesk;
  logger: Logger;
  now: () => number;
  /** For the pause after a failure. */
  steady: () => number;
}

/** A session is renewed when a quarter of its life, but at most a day, is left. */
const SHARE_LEFT = 0.25;
const MOST_LEFT_MS = 24 * 60 * 60_000;

/** How often it is looked whether renewal is due. */
const LOOK_MS = 15_000;

/** After a refusal, so that the account is not locked out; doubles up to half an hour. */
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 30 * 60_000;

const NAME = 'openwebui/renewal';

export type RenewalOutcome =
  | { kind: 'renewed' }
  | Exclude<SignInOutcome | CodeOutcome, { kind: 'session' }>
  | { kind: 'not-taken' };

export class SessionRenewal {
  readonly #parts: SessionRenewalParts;
  #timer: NodeJS.Timeout | undefined;
  #notBefore = 0;
  #pauseMs = FIRST_PAUSE_MS;
  #renewing: Promise<RenewalOutcome | undefined> | undefined;

  constructor(parts: SessionRenewalParts) {
    this.#parts = parts;
  }

  start(): void {
    const look = () =>
      this.look().catch((error: unknown) => {
        this.#parts.logger.error({ err: error }, 'The session at Open WebUI could not be renewed.');
      });
    this.#timer ??= setInterval(look, LOOK_MS).unref();
    this.#parts.desk.onEvent(() => void look());
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** The account's address while renewal is chosen. */
  async email(): Promise<string | undefined> {
    return (await this.#account())?.email;
  }

  /** Whether a session at this address can be had without asking anybody. */
  async canSignInAt(baseUrl: string): Promise<boolean> {
    return (await this.#account())?.baseUrl === baseUrl;
  }

  /** Chooses renewal: signs in once to prove that it works, then keeps the account in the safe. */
  async choose(baseUrl: string, email: string, password: string): Promise<RenewalOutcome> {
    const account = { baseUrl, email, password };
    const outcome = await this.#signIn(account);
    if (outcome.kind !== 'renewed') return outcome;
    const kept = await this.#parts.secrets.set(NAME, JSON.stringify(account), { updatedBy: 'console' });
    if (!kept.ok) throw new Error(`The safe did not take the account: ${kept.problem}.`);
    return outcome;
  }

  /** Forgets the account. The session in use lives on until it dies. */
  forget(): Promise<boolean> {
    return this.#parts.secrets.delete(NAME);
  }

  /** Renews if it is due. */
  async look(): Promise<RenewalOutcome | undefined> {
    if (this.#parts.steady() < this.#notBefore || !this.#isDue()) return undefined;
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  #isDue(): boolean {
    const { keeper, watch } = this.#parts.desk;
    const session = keeper.held?.recognition.session;
    if (keeper.held?.recognition.kind !== 'open-webui-session-token') return false;
    if (watch.state.kind === 'refused') return true;
    if (session?.expiresAt === undefined) return false;
    const end = new Date(session.expiresAt).getTime();
    const begin = session.issuedAt === undefined ? undefined : new Date(session.issuedAt).getTime();
    const share = begin === undefined ? MOST_LEFT_MS : (end - begin) * SHARE_LEFT;
    return end - this.#parts.now() <= Math.min(MOST_LEFT_MS, share);
  }

  async #renew(): Promise<RenewalOutcome | undefined> {
    const account = await this.#account();
    // Another address than the one the account is for: its password is not sent there.
    if (!account || account.baseUrl !== this.#parts.desk.baseUrl) return undefined;
    const outcome = await this.#signIn(account);
    if (outcome.kind === 'renewed') {
      this.#pauseMs = FIRST_PAUSE_MS;
      this.#notBefore = 0;
      this.#parts.logger.info({ event: 'session-renewed' }, 'The session at Open WebUI was renewed.');
    } else {
      this.#notBefore = this.#parts.steady() + this.#pauseMs;
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
      this.#parts.logger.error(
        { event: 'session-not-renewed', outcome: outcome.kind },
        'The session at Open WebUI could not be renewed.',
      );
    }
    return outcome;
  }

  async #signIn(account: RenewalAccount): Promise<RenewalOutcome> {
    const before = this.#parts.desk.keeper.held;
    const openWebUi = createDesk({ baseUrl: account.baseUrl, lookup: checkedLookup });
    try {
      const outcome = await renewSession(openWebUi, {
        email: account.email,
        password: new Secret(account.password),
        ...(account.authenticatorKey ? { authenticatorKey: new Secret(account.authenticatorKey) } : {}),
      });
      if (outcome.kind !== 'session') return outcome;
      // Somebody gave another credential while this sign-in took its time: theirs counts.
      if (this.#parts.desk.keeper.held !== before) return { kind: 'not-taken' };
      const target = { baseUrl: account.baseUrl, credential: outcome.session.token.reveal() };
      const swap = await this.#parts.desk.replace(target, () =>
        writeConsoleCredential(this.#parts.secrets, target, 'guichet'),
      );
      return swap.kind === 'refused' ? { kind: 'not-taken' } : { kind: 'renewed' };
    } finally {
      await openWebUi.close();
    }
  }

  async #account(): Promise<RenewalAccount | undefined> {
    const stored = await this.#parts.secrets.get(NAME);
    return stored.kind === 'found' ? (JSON.parse(stored.value) as RenewalAccount) : undefined;
  }
}
