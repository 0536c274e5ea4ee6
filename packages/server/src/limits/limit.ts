/** What may happen only so often, as a record: every counter, in memory or in a database, counts by these fields. */
import type { Network } from './client-address.ts';

/** Whose use is counted. `everybody` has one count for all. */
export type LimitKind = 'visitor' | 'network' | 'browser' | 'everybody';

/** What is counted. */
export type LimitUnit =
  | 'messages'
  | 'conversations'
  | 'visitors'
  | 'requests'
  | 'searches'
  | 'exports'
  | 'files'
  | 'voice'
  | 'sign-ins'
  | 'passwords'
  | 'answers'
  | 'readers';

/** How long it counts. `at-a-time`: until it is given back. A day is a UTC day. */
export type LimitWindow = 'minute' | 'day' | 'at-a-time';

export interface Limit {
  kind: LimitKind;
  /** Which visitor, network or browser: an ID or a pseudonym. Empty for `everybody`. */
  subject: string;
  unit: LimitUnit;
  window: LimitWindow;
  /** So many in one window. */
  limit: number;
}

/** For a map in memory: the same text for what is counted together. Nothing reads it back. */
export function limitKey({ kind, subject, unit, window }: Omit<Limit, 'limit'>): string {
  return JSON.stringify([kind, subject, unit, window]);
}

/** The limit of each network a client is in: in proportion for the wider ones. */
export function networkLimits(
  networks: readonly Network[],
  { unit, window, limit }: Pick<Limit, 'unit' | 'window' | 'limit'>,
): Limit[] {
  return networks.map(({ key, times }) => ({ kind: 'network', subject: key, unit, window, limit: limit * times }));
}

export function visitorLimit(
  visitorId: string,
  { unit, window, limit }: Pick<Limit, 'unit' | 'window' | 'limit'>,
): Limit {
  return { kind: 'visitor', subject: visitorId, unit, window, limit };
}
