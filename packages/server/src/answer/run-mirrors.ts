/** The runs of other replicas that are read here. Each is kept for as long as somebody reads it. */
import type { StoredRun } from '../storage/storage.ts';
import { MirroredRun, type MirroredRunParts } from './mirrored-run.ts';
import type { SharedRunLogs } from './shared-run-logs.ts';

/** A ring may be lost: what nobody rang for is read this much later. */
const READ_EVERY_MS = 1_000;

/** How often the stored runs are asked whether one has ended without a word. */
const LOOK_EVERY_MS = 3_000;

export interface RunMirrorsParts extends Pick<MirroredRunParts, 'readStored' | 'replay' | 'stop' | 'logLimits'> {
  logs: Pick<SharedRunLogs, 'read' | 'hear'>;
}

export class RunMirrors {
  readonly #parts: RunMirrorsParts;
  readonly #open = new Map<string, { run: MirroredRun; unhear: () => void }>();
  #timer: NodeJS.Timeout | undefined;
  #sinceLook = 0;

  constructor(parts: RunMirrorsParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#open.size;
  }

  /** With everything in it that was in the shared log when it was asked for. It stays only if somebody reads it then. */
  async open(stored: StoredRun): Promise<MirroredRun> {
    const run = this.#open.get(stored.id)?.run ?? this.#make(stored);
    await run.catchUp();
    // A question that is not read on, such as one that was refused, must not leave anything behind.
    setImmediate(() => this.#closeUnread(run));
    return run;
  }

  /** A run that has ended, as its shared log still has it. */
  async openEnded(stored: StoredRun): Promise<MirroredRun | undefined> {
    const run = new MirroredRun(stored, this.#partsOf());
    await run.catchUp();
    return run.log.ended ? run : undefined;
  }

  /** It was deleted: nobody reads on. */
  forget(runId: string): void {
    this.#open.get(runId)?.run.dismissReaders();
  }

  /** What was missed while Redis was away. */
  catchUp(): void {
    for (const { run } of this.#open.values()) void run.catchUp();
  }

  /** Of every run that is read here: whether it ended without a word. */
  async lookAtStored(): Promise<void> {
    for (const { run } of [...this.#open.values()]) await run.lookAtStored();
  }

  dismissReaders(): void {
    for (const { run } of [...this.#open.values()]) run.dismissReaders();
  }

  #make(stored: StoredRun): MirroredRun {
    const run = new MirroredRun(stored, this.#partsOf());
    const unhear = this.#parts.logs.hear(stored.id, () => void run.catchUp());
    this.#open.set(stored.id, { run, unhear });
    this.#timer ??= setInterval(() => this.#look(), READ_EVERY_MS).unref();
    return run;
  }

  #partsOf(): MirroredRunParts {
    const { logs, readStored, replay, stop, logLimits } = this.#parts;
    return {
      read: (runId, after) => logs.read(runId, after),
      readStored,
      replay,
      stop,
      logLimits,
      onUnread: (run) => this.#closeUnread(run),
    };
  }

  #look(): void {
    this.#sinceLook += READ_EVERY_MS;
    const looksAtStored = this.#sinceLook >= LOOK_EVERY_MS;
    if (looksAtStored) this.#sinceLook = 0;
    for (const { run } of this.#open.values()) {
      // A database that does not answer is asked again.
      if (looksAtStored) void run.lookAtStored().catch(() => undefined);
      else void run.catchUp();
    }
  }

  #closeUnread(run: MirroredRun): void {
    const { id } = run.stored;
    const open = this.#open.get(id);
    if (open?.run !== run || run.readerCount > 0) return;
    open.unhear();
    this.#open.delete(id);
    if (this.#open.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
