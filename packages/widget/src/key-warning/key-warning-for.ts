import { mayHoldSecret } from '@guichet/keys/may-hold-secret';
import { loadChunk } from '../chunks/load-chunk.ts';
import type * as KeyWarning from './key-warning.ts';

/**
 * The chunk that knows what keys look like, if the text could hold one at all: fetched at the first text that does.
 * @returns undefined for ordinary text; what comes is undefined where the chunk cannot be had
 */
export function keyWarningFor(text: string): Promise<typeof KeyWarning | undefined> | undefined {
  return mayHoldSecret(text) ? loadChunk('key-warning') : undefined;
}
