/**
 * What replicas agree on through their database: who leads, and what the operator was told. A `now` is the time of day at
 * the one who asks; where the database is shared by several machines, its own clock decides instead.
 */

export interface ReplicaRecords {
  /**
   * Takes a lease or prolongs one's own. Of many that try at once, one has it.
   * @returns whether it is this owner's now
   */
  takeLease(name: string, owner: string, times: { now: number; until: number }): Promise<boolean>;
  /** Gives it back, if it is this owner's. */
  dropLease(name: string, owner: string): Promise<void>;
  /**
   * Whether something is news: of all replicas that ask about the same, one is told so. The same state is news again
   * after `repeatAfterMs`, or when there was another state in between.
   */
  claimNotice(subject: string, state: string, times: { now: number; repeatAfterMs?: number }): Promise<boolean>;
}
