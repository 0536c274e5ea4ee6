/** What was done to this Guichet and to Open WebUI on its behalf, for whoever asks later. */
import { randomBytes } from 'node:crypto';
import type { AdminRecords, AuditEntry } from '../storage/admin-records.ts';

export type AuditActor = 'console' | 'command line' | 'settings' | 'guichet';

export interface AuditLog {
  /** @param detail facts, never a secret: it is scrubbed all the same */
  add(actor: AuditActor, action: string, detail?: Record<string, unknown>): Promise<void>;
  list(count: number): Promise<AuditEntry[]>;
}

export function createAuditLog(
  records: AdminRecords,
  scrub: (text: string) => string,
  now: () => number = Date.now,
): AuditLog {
  /** Two entries of one millisecond stay in their order. */
  let count = 0;
  return {
    async add(actor, action, detail = {}) {
      const at = now();
      const id = `${at.toString(36).padStart(9, '0')}${(count++).toString(36).padStart(6, '0')}${randomBytes(6).toString('base64url')}`;
      const clean = JSON.parse(scrub(JSON.stringify(detail))) as Record<string, unknown>;
      await records.addAuditEntry({ id, at, actor, action, detail: clean });
    },
    list: (count) => records.listAuditEntries(count),
  };
}
