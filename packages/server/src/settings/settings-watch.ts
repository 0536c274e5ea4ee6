/**
 * Notices that the `.env` file, or a file that a `…_FILE` setting names, has changed. Polls the content: editors replace
 * files, containers mount them through links, and neither reaches a watcher of the file itself on every system.
 */
import { createHash } from 'node:crypto';
import { readPlainFile } from '../read-plain-file.ts';

export const SETTINGS_POLL_MS = 1_000;

export interface SettingsWatchParts {
  /** Asked at each look, because a change of `.env` can name other files. */
  files: () => readonly string[];
  onChange: () => void;
  intervalMs?: number;
}

export class SettingsWatch {
  readonly #parts: SettingsWatchParts;
  #seen: string;
  #last: string;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: SettingsWatchParts) {
    this.#parts = parts;
    this.#seen = this.#digest();
    this.#last = this.#seen;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.look(), this.#parts.intervalMs ?? SETTINGS_POLL_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Compares once. */
  look(): void {
    const digest = this.#digest();
    // Read twice the same: a file that is being written is not half believed.
    const settled = digest === this.#last;
    this.#last = digest;
    if (digest === this.#seen || !settled) return;
    this.#seen = digest;
    this.#parts.onChange();
  }

  #digest(): string {
    const hash = createHash('sha256');
    for (const file of this.#parts.files()) hash.update(file).update('\0').update(contentOf(file)).update('\0');
    return hash.digest('base64');
  }
}

/** A file that is gone, as between the two steps of a replacement, counts as empty; so does what is no file. */
function contentOf(file: string): Buffer {
  try {
    return readPlainFile(file);
  } catch {
    return Buffer.alloc(0);
  }
}
