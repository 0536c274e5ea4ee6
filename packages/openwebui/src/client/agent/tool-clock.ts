/** Watches how long tools run: each of them, and all of an answer together. */
import type { AgentLimits } from './agent-limits.ts';

export interface ToolClock {
  /** @param running tools by key and name; those that are not in it any more have ended */
  set(running: ReadonlyMap<string, string>): void;
  stop(): void;
}

export function createToolClock(
  limits: Pick<AgentLimits, 'toolMs' | 'toolsMs'>,
  onTooLong: (what: string) => void,
): ToolClock {
  const timers = new Map<string, NodeJS.Timeout>();
  let together: NodeJS.Timeout | undefined;
  let since = 0;
  let spentMs = 0;

  function set(running: ReadonlyMap<string, string>): void {
    for (const [key, timer] of timers) {
      if (running.has(key)) continue;
      clearTimeout(timer);
      timers.delete(key);
    }
    for (const [key, name] of running) {
      if (timers.has(key)) continue;
      timers.set(
        key,
        setTimeout(() => onTooLong(`the tool ${name} was not done in ${limits.toolMs} ms`), limits.toolMs),
      );
    }
    if (timers.size > 0 && together === undefined) {
      since = performance.now();
      const left = Math.max(0, limits.toolsMs - spentMs);
      together = setTimeout(() => onTooLong(`tools took more than ${limits.toolsMs} ms together`), left);
    } else if (timers.size === 0) pause();
  }

  function pause(): void {
    if (together === undefined) return;
    clearTimeout(together);
    together = undefined;
    spentMs += performance.now() - since;
  }

  return {
    set,
    stop() {
      set(new Map());
    },
  };
}
