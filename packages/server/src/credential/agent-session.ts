/**
 * The session that the whole agent needs besides the key: Open WebUI's socket takes no API key. Made by signing in as the
 * service account kept in the safe, renewed before it ends, and made anew when Open WebUI ended it. Where the credential
 * itself is a session token, it is that one and nobody signs in.
 */
import { SIGN_IN_CAUSES, type SignInProblem } from '@guichet/doctor';
import { recognise } from '@guichet/keys';
import type { AgentSession, UpstreamFailure, UpstreamIdentity, UpstreamTarget } from '@guichet/openwebui/client';
import {
  type CodeOutcome,
  createDesk,
  Secret,
  type SignInLimiter,
  type SignInOutcome,
  type SignInRefusal,
  signOut,
} from '@guichet/openwebui/key-exchange';
import type { Logger } from '../observe/logger.ts';
import type { SecretStore } from '../safe/secret-store.ts';
import { checkedLookup } from '../set-up/forbidden-address.ts';
import type { CredentialDesk } from './credential-desk.ts';
import type { HeldCredential } from './held-credential.ts';
import {
  type KeptServiceAccount,
  keptServiceAccount,
  type ServiceAccount,
  signInServiceAccount,
} from './service-account.ts';
import { isRenewalDue, type SessionLife } from './session-life.ts';
import { FIRST_PAUSE_MS, SignInPause } from './sign-in-pause.ts';

export interface AgentSessionParts {
  secrets: Pick<SecretStore, 'get' | 'set' | 'delete'>;
  desk: { keeper: Pick<CredentialDesk['keeper'], 'held'>; watch: Pick<CredentialDesk['watch'], 'failed'> };
  /** Whose credential this is. */
  identity: (target: UpstreamTarget) => Promise<UpstreamIdentity | { failure: UpstreamFailure }>;
  logger: Logger;
  now: () => number;
  limiter?: SignInLimiter;
  signIn?: typeof signInServiceAccount;
}

export type AgentSignInOutcome =
  | { kind: 'kept' }
  | { kind: 'administrator' }
  | { kind: 'other-account' }
  | Exclude<SignInOutcome | CodeOutcome, { kind: 'session' }>;

export interface AgentSessionState {
  /** Of the account whose sign-in is kept. */
  email?: string;
  /** The credential in use is a session token itself, and no sign-in is needed. */
  direct: boolean;
  problem?: SignInProblem;
  /** Seconds until the next sign-in is tried. */
  retryAfter?: number;
}

/** No answer begins with a session that has less left: several rounds take minutes. It waits for a new one. */
const URGENT_MS = 10 * 60_000;
/** Of a session that is short altogether, this share of its life. */
const URGENT_SHARE = 0.1;

/** Secrets that are remembered for keeping them out of the log; older ones are ended by then. */
const MAX_SECRETS = 100;

type TokenResult = Awaited<ReturnType<AgentSession['token']>>;

interface CurrentSession {
  token: string;
  /** Which account it is of, with its password: another one in the safe is another session. */
  mark: string;
  /** Whose key it goes with. */
  fingerprint: string;
  madeAt: number;
  life?: SessionLife;
}

export class ServiceAgentSession implements AgentSession {
  readonly #parts: AgentSessionParts;
  readonly #kept: KeptServiceAccount;
  readonly #secrets = new Set<string>();
  /** The credential itself, refused a moment ago. */
  #refusedToken: { token: string; at: number } | undefined;
  #current: CurrentSession | undefined;
  #signingIn: { mark: string; result: Promise<TokenResult> } | undefined;
  #pause: { mark: string; pause: SignInPause } | undefined;
  #problem: SignInProblem | undefined;
  /** Of the problem, where Open WebUI told more than the problem's name says. */
  #failure: Pick<UpstreamFailure, 'cause' | 'phase'> | undefined;

  constructor(parts: AgentSessionParts) {
    this.#parts = parts;
    this.#kept = keptServiceAccount(parts.secrets, 'agent');
  }

  /** What the log must not show. */
  get secrets(): readonly string[] {
    return [...this.#secrets];
  }

  async token(): Promise<TokenResult> {
    const { held } = this.#parts.desk.keeper;
    if (!held) return this.#fail('no-credential');
    if (isSessionToken(held)) return this.#direct(held);
    const account = await this.#kept.read();
    if (!account) return this.#fail('no-account');
    if (account.baseUrl !== held.target.baseUrl) return this.#fail('other-address');
    const current = this.#currentOf(account, held);
    if (!current || this.#isUrgent(current)) return this.#signInOnce(account, held);
    if (current.life && isRenewalDue(current.life, this.#parts.now())) void this.#signInOnce(account, held);
    return { ok: true, token: current.token };
  }

  refused(token: string): void {
    const { held } = this.#parts.desk.keeper;
    if (held && isSessionToken(held) && held.target.credential === token) {
      this.#refusedToken = { token, at: this.#parts.now() };
      this.#parts.desk.watch.failed(failureOf('session-refused'));
      return;
    }
    const current = this.#current;
    if (current?.token !== token) return;
    this.#current = undefined;
    // One that was refused as soon as it was made would be made and refused for ever.
    if (this.#parts.now() - current.madeAt >= URGENT_MS) return;
    this.#noteProblem('session-refused');
    this.#pauseOf(current.mark).failed();
  }

  /** Chooses the account: signs in once to prove that it works and is the right one, then keeps it in the safe. */
  async choose(account: ServiceAccount, by: string): Promise<AgentSignInOutcome> {
    this.#hide(account);
    const outcome = await this.#signIn(account);
    if (outcome.kind !== 'session') return outcome;
    const { held } = this.#parts.desk.keeper;
    const unfit = await this.#unfit(outcome.session, held);
    if (unfit) return unfit === 'administrator' ? { kind: unfit } : { kind: unfit };
    await this.keep(account, by);
    if (held && held.target.baseUrl === account.baseUrl) this.#take(account, held, outcome.session.token.reveal());
    return { kind: 'kept' };
  }

  /** Keeps an account that has been proved already. */
  async keep(account: ServiceAccount, by: string): Promise<void> {
    this.#hide(account);
    await this.#kept.write(account, by);
    this.#pause = undefined;
    this.#problem = undefined;
  }

  /** Forgets the account and ends the session that it had. @returns whether there was one */
  async forget(): Promise<boolean> {
    const account = await this.#kept.read();
    const there = await this.#kept.forget();
    const current = this.#current;
    this.#current = undefined;
    this.#problem = undefined;
    if (account && current) await endSession(account.baseUrl, current.token);
    return there;
  }

  /** As an operator sees it; asks nothing of Open WebUI. */
  async state(): Promise<AgentSessionState> {
    const { held } = this.#parts.desk.keeper;
    const direct = held !== undefined && isSessionToken(held);
    const account = await this.#kept.read();
    const email = account ? { email: account.email } : {};
    const problem = this.#problemNow(held, account, direct);
    if (problem === undefined) return { ...email, direct };
    const retryAfter = account && !direct ? this.#secondsLeft(markOf(account)) : 0;
    return { ...email, direct, problem, ...(retryAfter > 0 && { retryAfter }) };
  }

  #problemNow(
    held: HeldCredential | undefined,
    account: ServiceAccount | undefined,
    direct: boolean,
  ): SignInProblem | undefined {
    if (!held) return 'no-credential';
    if (direct) return this.#isRefused(held) ? 'session-refused' : undefined;
    if (!account) return 'no-account';
    if (account.baseUrl !== held.target.baseUrl) return 'other-address';
    return this.#problem;
  }

  #direct(held: HeldCredential): TokenResult {
    return this.#isRefused(held) ? this.#fail('session-refused') : { ok: true, token: held.target.credential };
  }

  /** Tried again after a while: what refused it may have been no more than a restart. */
  #isRefused({ target }: HeldCredential): boolean {
    const { token, at } = this.#refusedToken ?? {};
    return token === target.credential && at !== undefined && this.#parts.now() - at < FIRST_PAUSE_MS;
  }

  #currentOf(account: ServiceAccount, held: HeldCredential): CurrentSession | undefined {
    const current = this.#current;
    if (current?.mark !== markOf(account) || current.fingerprint !== held.recognition.fingerprint) return undefined;
    return current.life && current.life.end <= this.#parts.now() ? undefined : current;
  }

  #isUrgent({ life, madeAt }: CurrentSession): boolean {
    if (!life) return false;
    const share = (life.end - (life.begin ?? madeAt)) * URGENT_SHARE;
    return life.end - this.#parts.now() <= Math.min(URGENT_MS, share);
  }

  /** One sign-in for all who ask meanwhile. Never rejects. */
  #signInOnce(account: ServiceAccount, held: HeldCredential): Promise<TokenResult> {
    const mark = markOf(account);
    if (this.#signingIn?.mark === mark) return this.#signingIn.result;
    if (this.#pauseOf(mark).leftMs > 0) return Promise.resolve(this.#stillGood(account, held));
    const mine = {
      mark,
      result: this.#makeSession(account, held)
        .catch((error: unknown) => {
          this.#parts.logger.error({ err: error }, 'The sign-in for the whole agent stopped with an error.');
          this.#noteProblem('not-reached');
          return this.#pausedAfter(account, held);
        })
        .finally(() => {
          if (this.#signingIn === mine) this.#signingIn = undefined;
        }),
    };
    this.#signingIn = mine;
    return mine.result;
  }

  /** While a sign-in has to wait, the old session serves to its end. */
  #stillGood(account: ServiceAccount, held: HeldCredential): TokenResult {
    const current = this.#currentOf(account, held);
    if (current) return { ok: true, token: current.token };
    return this.#fail(this.#problem ?? 'not-reached', this.#secondsLeft(markOf(account)));
  }

  async #makeSession(account: ServiceAccount, held: HeldCredential): Promise<TokenResult> {
    this.#hide(account);
    const outcome = await this.#signIn(account);
    if (outcome.kind !== 'session') {
      this.#noteProblem(await this.#problemOf(outcome, held), outcome);
      return this.#pausedAfter(account, held, 'retryAfter' in outcome ? outcome.retryAfter * 1000 : 0);
    }
    const token = outcome.session.token.reveal();
    this.#secrets.add(token);
    const unfit = await this.#unfit(outcome.session, held);
    // Another account may have been chosen, or this one forgotten, while the sign-in took its time.
    const now = await this.#kept.read();
    if (unfit || !now || markOf(now) !== markOf(account)) {
      await endSession(account.baseUrl, token);
      if (!unfit) return this.#fail('no-account');
      this.#noteProblem(unfit);
      return this.#pausedAfter(account, held);
    }
    this.#take(account, held, token);
    this.#parts.logger.info({ event: 'agent-session-made' }, 'The whole agent signed in to Open WebUI.');
    return { ok: true, token };
  }

  #pausedAfter(account: ServiceAccount, held: HeldCredential, atLeastMs = 0): TokenResult {
    this.#pauseOf(markOf(account)).failed(atLeastMs);
    this.#parts.logger.error(
      { event: 'agent-session-not-made', problem: this.#problem },
      'The whole agent could not sign in to Open WebUI.',
    );
    return this.#stillGood(account, held);
  }

  #take(account: ServiceAccount, held: HeldCredential, token: string): void {
    const madeAt = this.#parts.now();
    const life = lifeOf(token, madeAt);
    const { fingerprint } = held.recognition;
    this.#current = { token, mark: markOf(account), fingerprint, madeAt, ...(life && { life }) };
    this.#secrets.add(token);
    this.#pauseOf(markOf(account)).succeeded();
    this.#problem = undefined;
  }

  #signIn(account: ServiceAccount): ReturnType<typeof signInServiceAccount> {
    return (this.#parts.signIn ?? signInServiceAccount)(account, this.#parts.limiter, this.#parts.now);
  }

  /** Whether the session is one that must not be used, or could not. */
  async #unfit(
    { role, accountId }: { role: string; accountId: string },
    held: HeldCredential | undefined,
  ): Promise<'administrator' | 'other-account' | undefined> {
    if (role === 'admin') return 'administrator';
    if (!held || isSessionToken(held)) return undefined;
    const owner = await this.#parts.identity(held.target);
    const known = 'failure' in owner ? undefined : owner.accountId;
    return known === undefined || known === accountId ? undefined : 'other-account';
  }

  async #problemOf(
    outcome: Exclude<SignInOutcome | CodeOutcome, { kind: 'session' }>,
    held: HeldCredential,
  ): Promise<SignInProblem> {
    switch (outcome.kind) {
      case 'second-factor':
        return 'second-factor';
      case 'pending':
        return 'account-pending';
      case 'limited':
        return 'too-many-sign-ins';
      case 'failed':
        return 'not-reached';
      case 'refused':
        return PROBLEMS_OF_REFUSALS[outcome.why] ?? this.#whyRefused(held);
      default:
        return outcome satisfies never;
    }
  }

  /** Open WebUI says the same of a wrong password and of an account that is gone: its key tells them apart. */
  async #whyRefused({ target }: HeldCredential): Promise<SignInProblem> {
    const owner = await this.#parts.identity(target);
    const gone =
      'failure' in owner && (owner.failure.cause === 'key-unknown' || owner.failure.cause === 'account-gone');
    return gone ? 'account-gone' : 'wrong-password';
  }

  #noteProblem(problem: SignInProblem, outcome?: SignInOutcome | CodeOutcome): void {
    this.#problem = problem;
    this.#failure = outcome?.kind === 'failed' ? outcome.failure : undefined;
  }

  #fail(problem: SignInProblem, retryAfter = 0): TokenResult {
    const lastFailure = problem === 'not-reached' ? this.#failure : undefined;
    const failure = { ...failureOf(problem, lastFailure), ...(retryAfter > 0 && { retryAfter }) };
    return { ok: false, failure };
  }

  #pauseOf(mark: string): SignInPause {
    if (this.#pause?.mark !== mark) this.#pause = { mark, pause: new SignInPause(this.#parts.now) };
    return this.#pause.pause;
  }

  #secondsLeft(mark: string): number {
    return Math.ceil(this.#pauseOf(mark).leftMs / 1000);
  }

  #hide({ password, authenticatorKey }: ServiceAccount): void {
    for (const secret of [password, authenticatorKey]) if (secret) this.#secrets.add(secret);
    for (const oldest of [...this.#secrets].slice(0, -MAX_SECRETS)) this.#secrets.delete(oldest);
  }
}

const PROBLEMS_OF_REFUSALS: Partial<Record<string, SignInProblem>> = {
  'password-sign-in-off': 'no-password-sign-in',
  'trusted-header': 'no-password-sign-in',
  'wrong-code': 'wrong-code',
  'step-expired': 'wrong-code',
  'second-factor-off': 'wrong-code',
} satisfies Partial<Record<SignInRefusal | 'wrong-code' | 'step-expired' | 'second-factor-off', SignInProblem>>;

const CAUSES: Record<SignInProblem, Pick<UpstreamFailure, 'cause' | 'confidence'>> = {
  ...SIGN_IN_CAUSES,
  'too-many-sign-ins': { cause: 'unknown', confidence: 'certain' },
  'not-reached': { cause: 'unknown', confidence: 'unknown' },
};

/** The causes that waiting may mend. */
const PASSING: Partial<Record<SignInProblem, UpstreamFailure['code']>> = {
  'too-many-sign-ins': 'assistant-busy',
  'not-reached': 'assistant-unavailable',
};

export function failureOf(problem: SignInProblem, told?: Pick<UpstreamFailure, 'cause' | 'phase'>): UpstreamFailure {
  const { cause, confidence } = CAUSES[problem];
  return {
    code: PASSING[problem] ?? 'assistant-misconfigured',
    cause: told?.cause ?? cause,
    confidence,
    phase: told?.phase ?? 'response',
  };
}

function isSessionToken({ recognition }: HeldCredential): boolean {
  return recognition.kind === 'open-webui-session-token';
}

function markOf({ baseUrl, email, password, authenticatorKey }: ServiceAccount): string {
  return JSON.stringify([baseUrl, email, password, authenticatorKey]);
}

/** By our own clock: what counts is how long it lasts from now on, whatever the other's clock shows. */
function lifeOf(token: string, madeAt: number): SessionLife | undefined {
  const { session } = recognise(token, { now: new Date(madeAt), salt: '' });
  if (session?.expiresAt === undefined) return undefined;
  const end = new Date(session.expiresAt).getTime();
  if (session.issuedAt === undefined) return { end };
  return { begin: madeAt, end: madeAt + end - new Date(session.issuedAt).getTime() };
}

/** Best effort: without Redis, Open WebUI lets a token run out. */
async function endSession(baseUrl: string, token: string): Promise<void> {
  const openWebUi = createDesk({ baseUrl, lookup: checkedLookup });
  try {
    await signOut(openWebUi, new Secret(token));
  } finally {
    await openWebUi.close();
  }
}
