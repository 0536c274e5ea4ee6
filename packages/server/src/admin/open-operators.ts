/** Wires what operators sign in with, and what is written down of what they do. */

import type { Replicas } from '../replicas/open-replicas.ts';
import { deriveKey, type MasterKeys } from '../safe/master-keys.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { AdminRecords } from '../storage/admin-records.ts';
import { type AdminSessions, createAdminSessions } from './admin-sessions.ts';
import { type AuditLog, createAuditLog } from './audit-log.ts';
import { createKnownBrowsers, type KnownBrowsers } from './known-browsers.ts';
import { createOperatorPassword, type OperatorPassword } from './operator-password.ts';
import { SignInTickets } from './sign-in-tickets.ts';
import type { SharedTickets } from './ticket-book.ts';

export interface OperatorsParts {
  records: AdminRecords;
  masterKeys: MasterKeys;
  replicas: Pick<Replicas, 'redis' | 'mayBeSeveral'>;
  settings: () => Settings;
  scrub: (text: string) => string;
  now: () => number;
  /** For what waits and expires. */
  steady: () => number;
}

/** Where the first operator comes in, and whether the token is the operator's own, which is not part of the address. */
export interface ClaimLink {
  address: string;
  byOwnToken: boolean;
}

export interface Operators {
  records: AdminRecords;
  sessions: AdminSessions;
  password: OperatorPassword;
  browsers: KnownBrowsers;
  audit: AuditLog;
  tickets: SignInTickets;
  /** Where several replicas serve the console. */
  sharedTickets: SharedTickets | undefined;
  /** @returns undefined as soon as somebody has come in */
  makeClaimLink: (ownAddress: string) => Promise<ClaimLink | undefined>;
}

export function openOperators(parts: OperatorsParts): Operators {
  const { records, masterKeys, replicas, scrub, now, steady } = parts;
  const sessions = createAdminSessions(records, now, { amongSeveral: replicas.mayBeSeveral });
  const sharedTickets = replicas.redis && { redis: replicas.redis, masterKeys };
  return {
    records,
    sessions,
    password: createOperatorPassword(records, now),
    browsers: createKnownBrowsers(deriveKey(masterKeys.keys[0], 'known-browser'), now),
    audit: createAuditLog(records, scrub, now),
    tickets: new SignInTickets(steady, sharedTickets),
    sharedTickets,
    async makeClaimLink(ownAddress) {
      const settings = parts.settings();
      const given = settings.setupToken.value;
      const token = await sessions.createClaimLink(given);
      if (token === undefined) return undefined;
      // Behind the #, so that no server or proxy on the way writes it into a log.
      const page = `${settings.publicUrl.value ?? ownAddress}/console/#link=`;
      return given === undefined ? { address: page + token, byOwnToken: false } : { address: page, byOwnToken: true };
    },
  };
}
