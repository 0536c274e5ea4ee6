/**
 * How often Guichet may try to sign in, so that Open WebUI never has to refuse: whoever is refused there is locked out
 * with every browser too. Tries count whether right or wrong, per address (e-mail) and Open WebUI.
 */
export interface SignInLimiter {
  /** Counts a try, or says how long to wait. */
  admitPassword(baseUrl: string, email: string): Admission;
  /** Counts a code for a second step, or says how long to wait. */
  admitCode(baseUrl: string, challengeToken: string): Admission;
  /** What became known about this Open WebUI. Unknown counts as `on`, which is the stricter one. */
  noteSecondFactor(baseUrl: string, state: 'on' | 'off'): void;
}

export interface TryLimit {
  count: number;
  windowSeconds: number;
}

export type Admission = { admitted: true } | { admitted: false; retryAfter: number; limit: TryLimit };

/** Every version, per e-mail. */
export const PASSWORD_TRIES: TryLimit = { count: 15, windowSeconds: 3 * 60 };
/** 0.12 and later, while a second factor is required, per account. */
export const PASSWORD_TRIES_WITH_SECOND_FACTOR: TryLimit = { count: 10, windowSeconds: 15 * 60 };
/** Codes per account. */
export const CODE_TRIES: TryLimit = { count: 10, windowSeconds: 15 * 60 };
/** Codes per sign-in; it lives for five minutes. */
export const CODE_TRIES_PER_SIGN_IN: TryLimit = { count: 5, windowSeconds: 5 * 60 };

const LONGEST_WINDOW_MS = CODE_TRIES.windowSeconds * 1000;

export function createSignInLimiter(now: () => number = Date.now): SignInLimiter {
  const tries = new Map<string, number[]>();
  const withoutSecondFactor = new Set<string>();

  function admit(key: string, limits: readonly TryLimit[]): Admission {
    const made = (tries.get(key) ?? []).filter((at) => at > now() - LONGEST_WINDOW_MS);
    const refusal = limits
      .map((limit) => refusalBy(limit, made, now()))
      .reduce<Admission>((worst, one) => (waitOf(one) > waitOf(worst) ? one : worst), { admitted: true });
    if (refusal.admitted) made.push(now());
    tries.set(key, made);
    forgetOld(tries, now());
    return refusal;
  }

  return {
    admitPassword(baseUrl, email) {
      const strict = withoutSecondFactor.has(baseUrl) ? [] : [PASSWORD_TRIES_WITH_SECOND_FACTOR];
      return admit(`password ${baseUrl} ${email.trim().toLowerCase()}`, [PASSWORD_TRIES, ...strict]);
    },
    admitCode(baseUrl, challengeToken) {
      // Open WebUI writes the account before the dot.
      const account = admit(`code ${baseUrl} ${challengeToken.split('.')[0]}`, [CODE_TRIES]);
      return account.admitted ? admit(`challenge ${baseUrl} ${challengeToken}`, [CODE_TRIES_PER_SIGN_IN]) : account;
    },
    noteSecondFactor(baseUrl, state) {
      if (state === 'off') withoutSecondFactor.add(baseUrl);
      else withoutSecondFactor.delete(baseUrl);
    },
  };
}

/** For whoever does not bring one: all sign-ins of this process count together. */
export const processSignInLimiter = createSignInLimiter();

function refusalBy(limit: TryLimit, made: readonly number[], nowMs: number): Admission {
  const recent = made.filter((at) => at > nowMs - limit.windowSeconds * 1000);
  const first = recent.at(-limit.count);
  if (recent.length < limit.count || first === undefined) return { admitted: true };
  const retryAfter = Math.max(1, Math.ceil((first + limit.windowSeconds * 1000 - nowMs) / 1000));
  return { admitted: false, retryAfter, limit };
}

function waitOf(admission: Admission): number {
  return admission.admitted ? 0 : admission.retryAfter;
}

/** Keeps the list short: nothing older than the longest window can matter. */
function forgetOld(tries: Map<string, number[]>, nowMs: number): void {
  for (const [key, made] of tries) {
    const last = made.at(-1);
    if (last === undefined || last <= nowMs - LONGEST_WINDOW_MS) tries.delete(key);
  }
}
