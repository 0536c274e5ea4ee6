/**
 * Remembers what visitors were told, by reference. Written a moment later and many at once: a visitor's refusal costs
 * no write of its own, and while the storage is away the newest stay in memory, where they are found as well.
 */
import type { VisitorError, VisitorErrorRecords } from '../storage/visitor-error-records.ts';

/** Some hundred complaints about the same thing say no more than these. Beyond: the oldest of that code go. */
export const VISITOR_ERRORS_PER_CODE = 200;

/** People quote a reference within days. Older ones are deleted. */
export const VISITOR_ERRORS_KEPT_MS = 14 * 24 * 60 * 60_000;

/** What waits for the storage. Beyond, while it is away: the oldest go. */
export const MAX_UNWRITTEN_ERRORS = 500;

/** Long enough to join a rush into one transaction; nobody looks up a reference sooner. */
export const VISITOR_ERROR_WRITE_MS = 1_000;

export interface VisitorErrorLogParts {
  records: VisitorErrorRecords;
  /** Told once each time the storage begins to refuse. */
  onFailure: (error: unknown) => void;
  now: () => number;
}

export class VisitorErrorLog {
  readonly #parts: VisitorErrorLogParts;
  /** By reference, oldest first. */
  readonly #unwritten = new Map<string, VisitorError>();
  #timer: NodeJS.Timeout | undefined;
  #failing = false;
  #closed = false;

  constructor(parts: VisitorErrorLogParts) {
    this.#parts = parts;
  }

  note(error: Omit<VisitorError, 'at'>): void {
    this.#unwritten.set(error.ref, { ...error, at: this.#parts.now() });
    const [oldest] = this.#unwritten.keys();
    if (this.#unwritten.size > MAX_UNWRITTEN_ERRORS && oldest !== undefined) this.#unwritten.delete(oldest);
    this.#writeSoon();
  }

  /**
   * @param ref as somebody typed it: in any case, with or without its dash
   * @returns undefined for one that is unknown, or too old
   */
  async find(ref: string): Promise<VisitorError | undefined> {
    const letters = ref.toUpperCase().replace(/[^A-Z0-9]/g, '');
    const written = `${letters.slice(0, 4)}-${letters.slice(4)}`;
    const found = this.#unwritten.get(written) ?? (await this.#parts.records.find(written));
    return found && found.at >= this.#oldestKept() ? found : undefined;
  }

  /** Writes what waits. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const errors = [...this.#unwritten.values()];
    if (errors.length === 0) return;
    try {
      await this.#parts.records.add(errors, { perCode: VISITOR_ERRORS_PER_CODE, since: this.#oldestKept() });
      this.#failing = false;
      for (const error of errors) if (this.#unwritten.get(error.ref) === error) this.#unwritten.delete(error.ref);
    } catch (error) {
      if (!this.#failing) this.#parts.onFailure(error);
      this.#failing = true;
    }
  }

  /** Writes what waits, once. Repeatable. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.write();
  }

  #oldestKept(): number {
    return this.#parts.now() - VISITOR_ERRORS_KEPT_MS;
  }

  #writeSoon(): void {
    if (this.#closed) return;
    // While the storage is away each new error tries it again, at most once in this time.
    this.#timer ??= setTimeout(() => void this.write(), VISITOR_ERROR_WRITE_MS).unref();
  }
}
