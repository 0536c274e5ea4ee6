/**
 * Writes down how far running answers have come, so that a crash costs half a second of text at most. All running
 * answers share one transaction: the number of disk syncs does not grow with the number of answers, and never with
 * the number of tokens.
 */
import type { RunCheckpoint, Storage } from '../storage/storage.ts';

/** At least this often while text arrives. */
export const CHECKPOINT_INTERVAL_MS = 500;

/** Sooner for an answer that has grown by this many characters (2 KiB of plain text) since its last checkpoint. */
export const CHECKPOINT_GROWTH_CHARS = 2 * 1024;

/** However fast answers grow, the disk is left alone this long between two checkpoints. */
const CHECKPOINT_PAUSE_MS = 50;

export interface Checkpointed {
  checkpoint(): RunCheckpoint;
}

export class Checkpointer {
  readonly #storage: Pick<Storage, 'checkpointRuns'>;
  readonly #onFailure: (error: unknown) => void;
  readonly #changed = new Set<Checkpointed>();
  #timer: NodeJS.Timeout | undefined;
  #dueAt = 0;
  #lastWriteAt = Number.NEGATIVE_INFINITY;
  #writing: Promise<void> = Promise.resolve();

  constructor(storage: Pick<Storage, 'checkpointRuns'>, onFailure: (error: unknown) => void) {
    this.#storage = storage;
    this.#onFailure = onFailure;
  }

  /** Marks an answer as changed. @param soon it has grown by `CHECKPOINT_GROWTH_CHARS` */
  changed(run: Checkpointed, soon: boolean): void {
    this.#changed.add(run);
    const now = performance.now();
    const dueAt = soon ? Math.max(now, this.#lastWriteAt + CHECKPOINT_PAUSE_MS) : now + CHECKPOINT_INTERVAL_MS;
    if (this.#timer && this.#dueAt <= dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(this.#write, dueAt - now);
  }

  /** An ended answer needs no checkpoint: its end holds all of it. */
  forget(run: Checkpointed): void {
    this.#changed.delete(run);
  }

  #write = (): void => {
    this.#timer = undefined;
    this.#lastWriteAt = performance.now();
    const checkpoints = [...this.#changed].map((run) => run.checkpoint());
    this.#changed.clear();
    if (checkpoints.length === 0) return;
    this.#writing = this.#storage.checkpointRuns(checkpoints).catch(this.#onFailure);
  };

  /** Waits for a write under way; none follows. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed.clear();
    await this.#writing;
  }
}
