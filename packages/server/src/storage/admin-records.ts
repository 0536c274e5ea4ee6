/** What the operators' side remembers, behind one interface. Times are milliseconds since 1970. */

export interface AuditEntry {
  id: string;
  at: number;
  /** Who did it: `console`, `command line`, `settings` or `guichet` itself. */
  actor: string;
  /** Stable word, e.g. `credential-replaced`. */
  action: string;
  /** Facts about it; never a secret. */
  detail: Record<string, unknown>;
}

export interface AdminRecords {
  addLink(hash: string, expiresAt: number): Promise<void>;
  /** Uses a link up, once, also when many try at the same moment. @returns whether it was good */
  useLink(hash: string, now: number): Promise<boolean>;
  addSession(hash: string, createdAt: number, expiresAt: number): Promise<void>;
  sessionHolds(hash: string, now: number): Promise<boolean>;
  deleteSession(hash: string): Promise<void>;
  /** Links and sessions whose time is over. */
  deleteExpired(now: number): Promise<void>;
  addAuditEntry(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  listAuditEntries(count: number): Promise<AuditEntry[]>;
  readNote(name: string): Promise<string | undefined>;
  writeNote(name: string, value: string, now: number): Promise<void>;
  deleteNote(name: string): Promise<void>;
}
