/** Which refusals of a flood are worth a line: the first of each kind and network in a minute. */
import type { ErrorCode } from '@guichet/contract/error-catalogue';

const NEWS_EVERY_MS = 60_000;

/** Networks remembered. Beyond: the oldest goes, and would get another line in the log. */
const MAX_REMEMBERED = 1_000;

/** Refusals that come as fast as requests do. */
const OF_FLOODS: ReadonlySet<ErrorCode> = new Set([
  'too-many-requests',
  'too-many-readers',
  'too-many-measurements',
  'too-many-visitors',
  'too-many-messages',
  'server-busy',
  'host-not-allowed',
]);

export class FloodNews {
  readonly #saidAt = new Map<string, number>();

  /** @returns false for what was said of this network within the last minute */
  isNews(code: ErrorCode, network: string): boolean {
    if (!OF_FLOODS.has(code)) return true;
    const key = `${code} ${network}`;
    const now = performance.now();
    const lastSaidAt = this.#saidAt.get(key);
    if (lastSaidAt !== undefined && now - lastSaidAt < NEWS_EVERY_MS) return false;
    this.#saidAt.delete(key);
    this.#saidAt.set(key, now);
    const [oldest] = this.#saidAt.keys();
    if (this.#saidAt.size > MAX_REMEMBERED && oldest !== undefined) this.#saidAt.delete(oldest);
    return true;
  }
}
