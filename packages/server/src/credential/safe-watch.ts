/**
 * Notices that the credential in the safe was changed by somebody else: a command beside this server, or another
 * replica. Reads one small row every few seconds.
 */
import type { SecretStore } from '../safe/secret-store.ts';
import { describeConsoleCredential } from './console-credential.ts';

export const SAFE_POLL_MS = 3_000;

export interface SafeWatchParts {
  secrets: Pick<SecretStore, 'describe'>;
  onChange: () => void;
  onFailure: (error: unknown) => void;
  intervalMs?: number;
}

export class SafeWatch {
  readonly #parts: SafeWatchParts;
  #seen: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: SafeWatchParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.look(), this.#parts.intervalMs ?? SAFE_POLL_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Compares once. The first look only learns what is there. */
  async look(): Promise<void> {
    try {
      const description = await describeConsoleCredential(this.#parts.secrets);
      const mark = description.set ? String(description.updatedAt) : 'none';
      const changed = this.#seen !== undefined && this.#seen !== mark;
      this.#seen = mark;
      if (changed) this.#parts.onChange();
    } catch (error) {
      this.#parts.onFailure(error);
    }
  }
}
