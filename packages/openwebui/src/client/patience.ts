/**
 * One coarse clock for all running exchanges. A timer re-armed for each token would cost more than reading it; here a
 * token only raises a flag, and a few times a second the flags are looked at.
 */
import { PhaseTimeout } from './network-failure.ts';

export interface Wait {
  /** Something was heard: silence counts from the next look on. */
  heard: boolean;
  /** What was heard was a word of the answer, and not only a sign of life. */
  spoken: boolean;
  /** Longest silence from now on, in milliseconds; may change while waiting. */
  silenceMs: number;
  /** What to call the phase in the error. */
  phase: string;
  stop(): void;
}

export interface Patience {
  /** Starts to wait; `onTimeout` is called at most once. */
  wait(limits: WaitLimits, onTimeout: (error: PhaseTimeout) => void): Wait;
}

/** All in milliseconds. */
export interface WaitLimits {
  phase: string;
  silenceMs: number;
  totalMs: number;
  /** Longest time without a word, whatever else is heard. */
  wordlessMs: number;
}

/** @param stepMs how often the waits are looked at: a limit is noticed at most this much late */
export function createPatience(stepMs: number): Patience {
  const looks = new Set<(now: number) => void>();
  let timer: NodeJS.Timeout | undefined;

  function lookAtAll(): void {
    const now = performance.now();
    for (const look of looks) look(now);
  }

  function add(look: (now: number) => void): void {
    looks.add(look);
    timer ??= setInterval(lookAtAll, stepMs);
  }

  function remove(look: (now: number) => void): void {
    looks.delete(look);
    if (looks.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  function wait(limits: WaitLimits, onTimeout: (error: PhaseTimeout) => void): Wait {
    const started = performance.now();
    let lastHeard = started;
    let lastSpoken = started;
    const state: Wait = {
      heard: false,
      spoken: false,
      silenceMs: limits.silenceMs,
      phase: limits.phase,
      stop: () => remove(look),
    };
    function look(now: number): void {
      if (state.heard) {
        state.heard = false;
        lastHeard = now;
      }
      if (state.spoken) {
        state.spoken = false;
        lastSpoken = now;
      }
      const what = beyond(now);
      if (what === undefined) return;
      remove(look);
      onTimeout(new PhaseTimeout(what));
    }
    function beyond(now: number): string | undefined {
      if (now - lastHeard >= state.silenceMs) return `${state.phase}: silent for ${state.silenceMs} ms`;
      if (now - started >= limits.totalMs) return `not finished in ${limits.totalMs} ms`;
      return now - lastSpoken >= limits.wordlessMs ? `no word for ${limits.wordlessMs} ms` : undefined;
    }
    add(look);
    return state;
  }

  return { wait };
}
