import type { AttackedGuichet } from './attacked-guichet.ts';

/** What a stranger does, and what must hold besides that others are answered and memory stays flat. */
export interface Attack {
  name: string;
  /** A Guichet of its own, started so. */
  openFiles?: number;
  /** Made before the clock of the others' answers begins. */
  prepare?(guichet: AttackedGuichet): Promise<unknown>;
  /** @returns what is worth telling @throws what did not hold */
  run(guichet: AttackedGuichet, prepared: unknown): Promise<string>;
}

export function expectThat(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

/** Waits until something is so, at most this long. @returns whether it became so */
export async function becomes(isSo: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    if (await isSo()) return true;
    await pause(50);
  }
  return false;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
