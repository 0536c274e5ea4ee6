/**
 * The place of an event in its run, written `<epoch>-<seq>` on the wire. `epoch` grows when an answer starts over;
 * `seq` counts from 1 without gaps within an epoch.
 */
export interface EventId {
  epoch: number;
  seq: number;
}

export function formatEventId(id: EventId): string {
  return `${id.epoch}-${id.seq}`;
}

/** @returns undefined for anything that is not two plain decimal numbers, so that a made-up id is never half believed. */
export function parseEventId(text: string): EventId | undefined {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text);
  return match ? { epoch: Number(match[1]), seq: Number(match[2]) } : undefined;
}

/** Negative when `a` comes before `b`. */
export function compareEventIds(a: EventId, b: EventId): number {
  return a.epoch - b.epoch || a.seq - b.seq;
}
