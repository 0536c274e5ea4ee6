/** Tells a chat room, a pager or a script what the operator should know, without anybody reading the log. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { checkedLookup, ForbiddenAddress, isForbiddenAddress } from '../set-up/forbidden-address.ts';
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
      // `text` is also what Slack, Mattermost and Rocket.Chat show.
      const body = JSON.stringify({ source: 'guichet', at: new Date(now()).toISOString(), ...notice });
      const status = await post(url, body);
      if (status < 200 || status > 299) logger.warn({ status, event: notice.event }, 'The webhook rejected a notice.');
    } catch (error) {
      logger.warn({ err: error, event: notice.event }, 'Guichet could not reach the webhook.');
    }
  };
}

/**
 * Redirections are not followed. The address is looked up anew each time, and what must not be asked is left out each
 * time: a name may lead elsewhere by now.
 */
function post(address: string, body: string): Promise<number> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isForbiddenAddress(host)) return Promise.reject(new ForbiddenAddress());
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = send(url, {
      method: 'POST',
      agent: false,
      lookup: checkedLookup,
      signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
      headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
    });
    sent.once('response', (response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
