/** What readers need of a run that is being answered or just was, whichever process writes it. */
import type { StoredRun } from '../storage/storage.ts';
import type { RunLog } from './run-log.ts';
import type { RunReader } from './run-reader.ts';

export interface LiveRun {
  readonly stored: StoredRun;
  /** What may be read of it now. */
  readonly log: RunLog;
  /** Whether a reader may have seen more than is here. */
  readonly mayLag: boolean;
  readonly readerCount: number;
  /** From now on told of everything that comes, until the run ends or it is removed. */
  addReader(reader: RunReader): void;
  /** @returns whether it was one */
  removeReader(reader: RunReader): boolean;
  /** The visitor has had enough. Repeatable. */
  stop(): void;
}
