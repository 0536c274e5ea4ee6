/**
 * Browsers from which somebody has come in before. Attempts with a password are limited by network and in all, so whoever
 * guesses without end, or from behind the same proxy, would keep the operator's own attempts out as well. A browser that is
 * known has a limit of its own, which nobody else can use up.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Longer than anybody stays away from a site of their own; it opens nothing by itself. */
export const KNOWN_BROWSER_LIFETIME_MS = 180 * 24 * 60 * 60_000;

export interface KnownBrowsers {
  /** @returns a text for the browser to keep, which only this instance can make */
  issue(): string;
  /** @returns a name for the browser to be counted by; undefined for what was not issued here, or too long ago */
  find(kept: string): string | undefined;
}

const KEPT = /^([0-9a-z]{1,11})\.([\w-]{22})\.([\w-]{43})$/;

export function createKnownBrowsers(key: Uint8Array, now: () => number = Date.now): KnownBrowsers {
  const sign = (text: string) => createHmac('sha256', key).update(text).digest();
  return {
    issue() {
      const text = `${now().toString(36)}.${randomBytes(16).toString('base64url')}`;
      return `${text}.${sign(text).toString('base64url')}`;
    },
    find(kept) {
      const [, since = '', name = '', signature = ''] = KEPT.exec(kept) ?? [];
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(`${since}.${name}`);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return now() - Number.parseInt(since, 36) > KNOWN_BROWSER_LIFETIME_MS ? undefined : name;
    },
  };
}
