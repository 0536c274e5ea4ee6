/** Runs of the whole agent that are under way, by the chat they are asked under. */
export class AgentRuns {
  readonly #runs = new Map<string, Set<AbortController>>();

  /** @returns what is aborted when somebody stops the chat, and `end` for when the run is over */
  begin(chatId: string): { stopped: AbortSignal; end: () => void; isLast: () => boolean } {
    const controller = new AbortController();
    const runs = this.#runs.get(chatId) ?? new Set();
    this.#runs.set(chatId, runs.add(controller));
    return {
      stopped: controller.signal,
      end: () => {
        runs.delete(controller);
        if (runs.size === 0) this.#runs.delete(chatId);
      },
      isLast: () => runs.size === 1,
    };
  }

  /** Stops every run of a chat. @returns how many there were */
  stop(chatId: string): number {
    const runs = [...(this.#runs.get(chatId) ?? [])];
    for (const run of runs) run.abort(new Error('stopped'));
    return runs.length;
  }
}
