/** Until a database answers: containers start at the same time, and the database is seldom the first. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';
import { isStorageFailure } from './storage-failure.ts';

/** How long a start waits. Beyond: it gives up with a sentence, and whoever started it tries again. */
export const DATABASE_WAIT_MS = 30_000;

const LOOK_AGAIN_MS = 500;

/** PostgreSQL's codes for a wrong name or password, and for a database that is not there. Waiting helps neither. */
const LOGIN_REFUSED = /^28/;
const DATABASE_UNKNOWN = '3D000';

export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused';
  readonly kind: 'unreachable' | 'login' | 'unknown-database';
  /** What the database or the system said. */
  readonly reason: string;

  constructor(kind: DatabaseRefused['kind'], reason: string) {
    super(reason);
    this.kind = kind;
    this.reason = reason;
  }
}

/**
 * @param options.onWaiting told once, when the first try failed
 * @throws DatabaseRefused
 */
export async function waitForDatabase(
  database: Kysely<Schema>,
  {
    waitMs = DATABASE_WAIT_MS,
    onWaiting = () => undefined,
  }: { waitMs?: number; onWaiting?: (why: string) => void } = {},
): Promise<void> {
  const deadline = performance.now() + waitMs;
  for (let attempt = 1; ; attempt++) {
    try {
      await sql`select 1`.execute(database);
      return;
    } catch (error) {
      const { kind, reason } = refusalOf(error);
      if (kind !== 'unreachable' || performance.now() >= deadline) throw new DatabaseRefused(kind, reason);
      if (attempt === 1) onWaiting(reason);
    }
    await pause(LOOK_AGAIN_MS);
  }
}

function refusalOf(error: unknown): Pick<DatabaseRefused, 'kind' | 'reason'> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasonOf(error);
  if (LOGIN_REFUSED.test(code)) return { kind: 'login', reason };
  if (code === DATABASE_UNKNOWN) return { kind: 'unknown-database', reason };
  if (isStorageFailure(error)) return { kind: 'unreachable', reason };
  // What it says of an encryption it does not offer, or of a certificate, has no code of its own.
  if (/SSL|TLS|certificate/i.test(reason)) return { kind: 'login', reason };
  throw error;
}

/** A name with several addresses fails with one failure for each, and no words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
