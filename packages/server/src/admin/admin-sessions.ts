/**
 * How an operator gets in: a link that works once and for half an hour, which becomes a session in a cookie. The
 * database holds hashes only, so that a copy of it opens nothing.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { AdminRecords } from '../storage/admin-records.ts';

export const LINK_LIFETIME_MS = 30 * 60_000;

/** A working day; after it a new link or the password is needed. */
export const SESSION_LIFETIME_MS = 12 * 60 * 60_000;

export interface AdminSessions {
  /** @returns the link's token, to be shown once */
  createLink(): Promise<string>;
  /** Uses a link up. @returns the session's token, or undefined for a link that is unknown, used or too old */
  redeem(linkToken: string): Promise<string | undefined>;
  holds(sessionToken: string): Promise<boolean>;
  end(sessionToken: string): Promise<void>;
}

const TOKEN_BYTES = 32;

export function createAdminSessions(records: AdminRecords, now: () => number = Date.now): AdminSessions {
  return {
    async createLink() {
      await records.deleteExpired(now());
      const token = newToken();
      await records.addLink(hashOf(token), now() + LINK_LIFETIME_MS);
      return token;
    },
    async redeem(linkToken) {
      if (!(await records.useLink(hashOf(linkToken), now()))) return undefined;
      const token = newToken();
      await records.addSession(hashOf(token), now(), now() + SESSION_LIFETIME_MS);
      return token;
    },
    holds: (sessionToken) => records.sessionHolds(hashOf(sessionToken), now()),
    end: (sessionToken) => records.deleteSession(hashOf(sessionToken)),
  };
}

function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** 256 random bits need no salt and no slow hash: there is nothing to guess. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
