/**
 * Where API keys stay off: signs in again by a service account whose password is kept in the safe, before the session
 * dies and when it was ended. Off unless an operator chose it.
 */
import type { CodeOutcome, SignInOutcome } from '@guichet/openwebui/key-exchange';
import type { Logger } from '../observe/logger.ts';
import type { Leading } from '../replicas/leader.ts';
import type { SecretStore } from '../safe/secret-store.ts';
import { writeConsoleCredential } from './console-credential.ts';
import type { CredentialDesk } from './credential-desk.ts';
import {
  type KeptServiceAccount,
  keptServiceAccount,
  type ServiceAccount,
  signInServiceAccount,
} from './service-account.ts';
import { isRenewalDue } from './session-life.ts';
import { SignInPause } from './sign-in-pause.ts';

export interface SessionRenewalParts {
  secrets: SecretStore;
  desk: CredentialDesk;
  /** Of several replicas, one signs in; the others get the session from the safe. */
  leading?: Pick<Leading, 'leads'>;
  logger: Logger;
  now: () => number;
  /** For the pause after a failure. */
  steady: () => number;
}

/** How often it is looked whether renewal is due. */
const LOOK_MS = 15_000;

export type RenewalOutcome =
  | { kind: 'renewed' }
  | Exclude<SignInOutcome | CodeOutcome, { kind: 'session' }>
  | { kind: 'not-taken' };

export class SessionRenewal {
  readonly #parts: SessionRenewalParts;
  readonly #account: KeptServiceAccount;
  readonly #pause: SignInPause;
  #timer: NodeJS.Timeout | undefined;
  #renewing: Promise<RenewalOutcome | undefined> | undefined;

  constructor(parts: SessionRenewalParts) {
    this.#parts = parts;
    this.#account = keptServiceAccount(parts.secrets, 'renewal');
    this.#pause = new SignInPause(parts.steady);
  }

  start(): void {
    const look = () =>
      this.look().catch((error: unknown) => {
        this.#parts.logger.error({ err: error }, 'Guichet could not renew its session token for Open WebUI.');
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
    return (await this.#account.read())?.email;
  }

  /** Whether a session at this address can be had without asking anybody. */
  async canSignInAt(baseUrl: string): Promise<boolean> {
    return (await this.#account.read())?.baseUrl === baseUrl;
  }

  /** Chooses renewal: signs in once to prove that it works, then keeps the account in the safe. */
  async choose(baseUrl: string, email: string, password: string): Promise<RenewalOutcome> {
    const account = { baseUrl, email, password };
    const outcome = await this.#signIn(account);
    if (outcome.kind !== 'renewed') return outcome;
    await this.#account.write(account, 'console');
    return outcome;
  }

  /** Forgets the account. The session in use lives on until it dies. */
  forget(): Promise<boolean> {
    return this.#account.forget();
  }

  /** Renews if it is due. */
  async look(): Promise<RenewalOutcome | undefined> {
    if (this.#parts.leading?.leads === false || this.#pause.leftMs > 0 || !this.#isDue()) return undefined;
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
    return isRenewalDue({ end, ...(begin !== undefined && { begin }) }, this.#parts.now());
  }

  async #renew(): Promise<RenewalOutcome | undefined> {
    const account = await this.#account.read();
    // Another address than the one the account is for: its password is not sent there.
    if (!account || account.baseUrl !== this.#parts.desk.baseUrl) return undefined;
    const outcome = await this.#signIn(account);
    if (outcome.kind === 'renewed') {
      this.#pause.succeeded();
      this.#parts.logger.info({ event: 'session-renewed' }, 'Guichet renewed its session token for Open WebUI.');
    } else {
      this.#pause.failed();
      this.#parts.logger.error(
        { event: 'session-not-renewed', outcome: outcome.kind },
        'Guichet could not renew its session token for Open WebUI.',
      );
    }
    return outcome;
  }

  async #signIn(account: ServiceAccount): Promise<RenewalOutcome> {
    const before = this.#parts.desk.keeper.held;
    const outcome = await signInServiceAccount(account);
    if (outcome.kind !== 'session') return outcome;
    // Somebody gave another credential while this sign-in took its time: theirs counts.
    if (this.#parts.desk.keeper.held !== before) return { kind: 'not-taken' };
    const target = { baseUrl: account.baseUrl, credential: outcome.session.token.reveal() };
    const swap = await this.#parts.desk.replace(target, () =>
      writeConsoleCredential(this.#parts.secrets, target, 'guichet'),
    );
    return swap.kind === 'refused' ? { kind: 'not-taken' } : { kind: 'renewed' };
  }
}
