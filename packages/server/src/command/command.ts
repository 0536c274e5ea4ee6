/** What every command is. */
export interface Command {
  /** How to call it, without `npx guichet`; one line a form. */
  usage: readonly string[];
  /** @returns the exit code */
  run(words: readonly string[]): Promise<number>;
}

/** The command's words are off. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The command cannot be done as things are; the message is one sentence for the operator. */
export class CommandRefused extends Error {
  override name = 'CommandRefused';
}

/** Exit codes of sysexits(3). */
export const EXIT_USAGE = 64;
export const EXIT_FAILURE = 70;
export const EXIT_CONFIGURATION = 78;
