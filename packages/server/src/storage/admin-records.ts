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

/** `claim`: the link that a start prints as long as nobody has come in. */
export type LinkPurpose = 'sign-in' | 'claim';

export type WayIn = 'link' | 'password';

export interface StoredSession {
  ageMs: number;
  cameBy: WayIn;
}

/** Its times are by the clock of the machine that stores it; where several share the records, theirs may differ. */
export interface NewSession {
  hash: string;
  createdAt: number;
  expiresAt: number;
  cameBy: WayIn;
}

export interface AdminRecords {
  addLink(hash: string, times: { now: number; until: number }, purpose: LinkPurpose): Promise<void>;
  /** Ends every link of this purpose, used or not; without one, of any. */
  deleteLinks(purpose?: LinkPurpose): Promise<void>;
  /** Uses a link up, once, also when many try at the same moment. @returns whether it was good */
  useLink(hash: string, now: number): Promise<boolean>;
  addSession(session: NewSession): Promise<void>;
  findSession(hash: string, now: number): Promise<StoredSession | undefined>;
  deleteSession(hash: string): Promise<void>;
  /** Everybody is out. */
  deleteAllSessions(): Promise<void>;
  /** Links and sessions whose time is over. */
  deleteExpired(now: number): Promise<void>;
  addAuditEntry(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  listAuditEntries(count: number): Promise<AuditEntry[]>;
  readNote(name: string): Promise<string | undefined>;
  /** Another text after every change, also when the value is what it was before. */
  noteStamp(name: string): Promise<string>;
  writeNote(name: string, value: string, now: number): Promise<void>;
  /**
   * Writes it if it still is what it was when it was read.
   * @param before undefined when there was none
   * @returns whether it was
   */
  replaceNote(name: string, before: string | undefined, value: string, now: number): Promise<boolean>;
  deleteNote(name: string): Promise<void>;
}
