/**
 * How an operator gets in: a link that works once and for half an hour, or the password; either becomes a session in a
 * cookie. The database holds hashes only, so that a copy of it opens nothing.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { AdminRecords, StoredSession, WayIn } from '../storage/admin-records.ts';

export const LINK_LIFETIME_MS = 30 * 60_000;

/** A working day; after it a new link or the password is needed. */
export const SESSION_LIFETIME_MS = 12 * 60 * 60_000;

export interface AdminSessions {
  /** @returns the link's token, to be shown once */
  createLink(): Promise<string>;
  /**
   * Makes the link that claims this instance, and ends those of earlier starts.
   * @param given a token of the operator's own, which works until somebody has come in
   * @returns the link's token; undefined when somebody has come in already
   */
  createClaimLink(given?: string): Promise<string | undefined>;
  /** Whether somebody has come in, ever. */
  isClaimed(): Promise<boolean>;
  /** Uses a link up. @returns the session's token, or undefined for a link that is unknown, used or too old */
  redeem(linkToken: string): Promise<string | undefined>;
  /** A session for somebody who has proved who they are. @returns its token */
  begin(cameBy: WayIn): Promise<string>;
  find(sessionToken: string): Promise<StoredSession | undefined>;
  end(sessionToken: string): Promise<void>;
  /** Ends every session and every link that was not used yet. */
  endAll(): Promise<void>;
}

const TOKEN_BYTES = 32;

const CLAIMED_NOTE = 'operator/claimed';

/** A token of our own: 256 bits, so that there is nothing to guess. */
const OWN_TOKEN = /^[\w-]{43}$/;

export function isOwnToken(token: string): boolean {
  return OWN_TOKEN.test(token);
}

/** @param options.amongSeveral other servers print links of their own, which stay good beside this one's */
export function createAdminSessions(
  records: AdminRecords,
  now: () => number = Date.now,
  options: { amongSeveral?: boolean } = {},
): AdminSessions {
  async function begin(cameBy: WayIn): Promise<string> {
    await records.deleteExpired(now());
    const token = newToken();
    const session = { hash: hashOf(token), createdAt: now(), expiresAt: now() + SESSION_LIFETIME_MS, cameBy };
    await records.addSession(session);
    return token;
  }

  const isClaimed = async () => (await records.readNote(CLAIMED_NOTE)) !== undefined;

  return {
    async createLink() {
      await records.deleteExpired(now());
      const token = newToken();
      await records.addLink(hashOf(token), forItsLifetime(now()), 'sign-in');
      return token;
    },
    async createClaimLink(given) {
      const claimed = await isClaimed();
      if (claimed || !options.amongSeveral) await records.deleteLinks('claim');
      if (claimed) return undefined;
      const token = given ?? newToken();
      const times = given === undefined ? forItsLifetime(now()) : { now: now(), until: Number.MAX_SAFE_INTEGER };
      await records.addLink(hashOf(token), times, 'claim');
      return token;
    },
    isClaimed,
    async redeem(linkToken) {
      if (!(await records.useLink(hashOf(linkToken), now()))) return undefined;
      // Whichever link it was, the instance is somebody's now.
      await records.writeNote(CLAIMED_NOTE, 'yes', now());
      await records.deleteLinks('claim');
      return begin('link');
    },
    begin,
    find: (sessionToken) => records.findSession(hashOf(sessionToken), now()),
    end: (sessionToken) => records.deleteSession(hashOf(sessionToken)),
    async endAll() {
      await records.deleteAllSessions();
      await records.deleteLinks();
    },
  };
}

function forItsLifetime(now: number): { now: number; until: number } {
  return { now, until: now + LINK_LIFETIME_MS };
}

function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** 256 random bits need no salt and no slow hash: there is nothing to guess. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
