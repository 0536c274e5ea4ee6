/** How fast visitors may come and ask. What counts by the day is in the storage, with the question it belongs to. */
import {
  ADDRESS_MESSAGES_PER_DAY,
  ADDRESS_VISITORS_PER_MINUTE,
  VISITOR_MESSAGES_PER_DAY,
  VISITOR_MESSAGES_PER_MINUTE,
  VISITOR_RUNS_AT_A_TIME,
} from '@guichet/contract/limits';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface LimitSettings {
  visitorMessagesPerMinute: number;
  visitorMessagesPerDay: number;
  visitorRunsAtATime: number;
  addressVisitorsPerMinute: number;
  addressMessagesPerDay: number;
}

export const DEFAULT_LIMITS: LimitSettings = {
  visitorMessagesPerMinute: VISITOR_MESSAGES_PER_MINUTE,
  visitorMessagesPerDay: VISITOR_MESSAGES_PER_DAY,
  visitorRunsAtATime: VISITOR_RUNS_AT_A_TIME,
  addressVisitorsPerMinute: ADDRESS_VISITORS_PER_MINUTE,
  addressMessagesPerDay: ADDRESS_MESSAGES_PER_DAY,
};

/** Twice as many as there may be messages: nobody who asks notices it. */
const CONVERSATIONS_PER_MINUTE = 120;

/** A link's 256 bits cannot be guessed; this keeps the log readable when somebody tries. */
const SIGN_INS_PER_MINUTE = 10;

/** Passwords tried in all, from everywhere: many addresses at once are no way around the limit of one. Links still work. */
const PASSWORDS_PER_MINUTE = 60;

/** `retryAfter` in seconds, at least 1. */
export type LimitVerdict = { ok: true } | { ok: false; retryAfter: number };

export interface VisitorLimits {
  readonly settings: LimitSettings;
  newVisitor(addressBlock: string): Promise<LimitVerdict>;
  message(visitorId: string): Promise<LimitVerdict>;
  /** A new conversation, which costs a row whether anything is asked in it or not. */
  conversation(visitorId: string): Promise<LimitVerdict>;
  /** An attempt to sign in to the console. */
  signIn(addressBlock: string): Promise<LimitVerdict>;
  /** An attempt with a password: counted for the address block, and for everybody together. */
  passwordTry(addressBlock: string): Promise<LimitVerdict>;
  /** An attempt with a password from a browser that somebody has come in from: counted for that browser alone. */
  knownPasswordTry(browser: string): Promise<LimitVerdict>;
}

export function createVisitorLimits(settings: LimitSettings = DEFAULT_LIMITS): VisitorLimits {
  const visitors = new RateLimiterMemory({ points: settings.addressVisitorsPerMinute, duration: 60 });
  const messages = new RateLimiterMemory({ points: settings.visitorMessagesPerMinute, duration: 60 });
  const conversations = new RateLimiterMemory({ points: CONVERSATIONS_PER_MINUTE, duration: 60 });
  const signIns = new RateLimiterMemory({ points: SIGN_INS_PER_MINUTE, duration: 60 });
  const knownBrowsers = new RateLimiterMemory({ points: SIGN_INS_PER_MINUTE, duration: 60 });
  const passwords = new RateLimiterMemory({ points: PASSWORDS_PER_MINUTE, duration: 60 });
  return {
    settings,
    newVisitor: (addressBlock) => consume(visitors, addressBlock),
    message: (visitorId) => consume(messages, visitorId),
    conversation: (visitorId) => consume(conversations, visitorId),
    signIn: (addressBlock) => consume(signIns, addressBlock),
    async passwordTry(addressBlock) {
      const own = await consume(signIns, addressBlock);
      // Whoever is refused already does not use up what is there for others.
      return own.ok ? consume(passwords, 'everybody') : own;
    },
    knownPasswordTry: (browser) => consume(knownBrowsers, browser),
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<LimitVerdict> {
  try {
    await limiter.consume(key);
    return { ok: true };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { ok: false, retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
  }
}

/** Seconds until the next UTC day, when daily budgets begin anew. */
export function secondsUntilTomorrow(now: number): number {
  const dayMs = 24 * 60 * 60 * 1000;
  return Math.max(1, Math.ceil((dayMs - (now % dayMs)) / 1000));
}

/** The UTC day that budgets are counted on, `YYYY-MM-DD`. */
export function budgetDay(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
