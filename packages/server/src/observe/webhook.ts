/** Tells a chat room, a pager or a script what the operator should know, without anybody reading the log. */
import type { Logger } from './logger.ts';

export interface Notice {
  /** Stable word, e.g. `credential-refused`. */
  event: string;
  severity: 'info' | 'warn' | 'error';
  /** One sentence in the operator's language. Holds no secret. */
  text: string;
}

/** A receiver that hangs must not gather notices; there are few and each is in the log as well. */
const WEBHOOK_TIMEOUT_MS = 10_000;

/** @returns a function that posts a notice as JSON and never throws; one that does nothing without an address */
export function createWebhook(currentUrl: () => string | undefined, logger: Logger, now: () => number = Date.now) {
  return async function tell(notice: Notice): Promise<void> {
    const url = currentUrl();
    if (url === undefined) return;
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
        headers: { 'Content-Type': 'application/json' },
        // `text` is also what Slack, Mattermost and Rocket.Chat show.
        body: JSON.stringify({ source: 'guichet', at: new Date(now()).toISOString(), ...notice }),
      });
      await response.body?.cancel();
      if (!response.ok)
        logger.warn({ status: response.status, event: notice.event }, 'The webhook did not take a notice.');
    } catch (error) {
      logger.warn({ err: error, event: notice.event }, 'The webhook could not be reached.');
    }
  };
}
