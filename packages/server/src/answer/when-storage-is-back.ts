import { isStorageFailure } from '../storage/storage-failure.ts';

/** A database that is restarted is back within seconds; a visitor who waits longer would rather know. */
const MOST_MS = 30_000;
const PAUSE_MS = 250;

/**
 * Reads what an accepted question needs. While the storage is away it is asked again: an answer that leaves its place in
 * line at that moment must not fail for it.
 * @param isWanted whether anybody still waits for it
 * @throws what the storage said last, or at once what is no failure of the storage
 */
export async function whenStorageIsBack<Value>(
  read: () => Promise<Value>,
  isWanted: () => boolean = () => true,
): Promise<Value> {
  for (let waitedMs = 0; ; waitedMs += PAUSE_MS) {
    try {
      return await read();
    } catch (error) {
      if (!isStorageFailure(error) || waitedMs >= MOST_MS || !isWanted()) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
