/**
 * Notices that the credential in the safe, or a setting of the console, was changed by somebody else: a command beside
 * this server, or another replica. Reads two small rows each time.
 */
import type { SecretStore } from '../safe/secret-store.ts';
import { describeConsoleCredential } from './console-credential.ts';

/** How long a change by another process, such as a command, may go unnoticed. Other replicas ring. */
export const SAFE_POLL_MS = 500;

export interface SafeWatchParts {
  secrets: Pick<SecretStore, 'describe'>;
  /** What the console's settings are told apart by. */
  settingsStamp: () => Promise<string>;
  /** @param settings whether it is the settings that are others */
  onChange: (settings: boolean) => void;
  onFailure: (error: unknown) => void;
  intervalMs?: number;
}

export class SafeWatch {
  readonly #parts: SafeWatchParts;
  #seen: { credential: string; settings: string } | undefined;
  #looking: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #hasFailed = false;

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
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#lookOnce());
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    try {
      const description = await describeConsoleCredential(this.#parts.secrets);
      const credential = description.set ? String(description.updatedAt) : 'none';
      const settings = await this.#parts.settingsStamp();
      const before = this.#seen;
      this.#seen = { credential, settings };
      this.#hasFailed = false;
      if (!before) return;
      if (before.credential !== credential || before.settings !== settings) {
        this.#parts.onChange(before.settings !== settings);
      }
    } catch (error) {
      // Said once, not twice a second.
      if (!this.#hasFailed) this.#parts.onFailure(error);
      this.#hasFailed = true;
    }
  }
}
