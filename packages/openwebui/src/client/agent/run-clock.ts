/** How long a run is waited for: for its first word, for the next one, while tools run, and altogether. */
import { PhaseTimeout, translateNetworkError } from '../network-failure.ts';
import type { Patience, Wait } from '../patience.ts';
import type { UpstreamFailure } from '../upstream-failure.ts';
import type { UpstreamTimeouts } from '../upstream-limits.ts';
import type { AgentLimits } from './agent-limits.ts';
import { createToolClock } from './tool-clock.ts';

export interface RunClock {
  /** The question was taken on: from now on it is waited for. Repeatable. */
  begin(): void;
  /** Something of the run was told. */
  hear(): void;
  /** And it was a word. */
  speak(): void;
  hasSpoken(): boolean;
  /** @param running tools by key and name */
  setTools(running: ReadonlyMap<string, string>): void;
  /** Nothing is heard for a while: whether a tool still runs is not known until everything was told once more. */
  lose(): void;
  stop(): void;
}

export interface RunClockMeans {
  patience: Patience;
  timeouts: Pick<UpstreamTimeouts, 'firstByteMs' | 'silenceMs' | 'totalMs' | 'wordlessMs'>;
  agentLimits: Pick<AgentLimits, 'toolMs' | 'toolsMs'>;
}

export function createRunClock(means: RunClockMeans, onTooLong: (failure: UpstreamFailure) => void): RunClock {
  const { timeouts, agentLimits: limits } = means;
  let wait: Wait | undefined;
  let spoken = false;
  let stopped = false;
  const toolClock = createToolClock(limits, (what) =>
    onTooLong(translateNetworkError(new PhaseTimeout(what), 'stream')),
  );

  return {
    begin() {
      if (wait || stopped) return;
      const { firstByteMs, totalMs, wordlessMs } = timeouts;
      wait = means.patience.wait({ phase: 'first-byte', silenceMs: firstByteMs, totalMs, wordlessMs }, (error) =>
        onTooLong(translateNetworkError(error, spoken ? 'stream' : 'first-byte')),
      );
    },
    hear() {
      if (wait) wait.heard = true;
    },
    speak() {
      spoken = true;
      if (!wait) return;
      wait.spoken = true;
      wait.phase = 'stream';
      wait.silenceMs = timeouts.silenceMs;
    },
    hasSpoken: () => spoken,
    setTools(running) {
      if (stopped) return;
      toolClock.set(running);
      if (!wait) return;
      // While a tool runs its own clock counts; afterwards the model has to begin anew.
      wait.silenceMs = running.size > 0 ? limits.toolsMs + timeouts.silenceMs : timeouts.firstByteMs;
    },
    lose() {
      toolClock.stop();
      if (wait) wait.silenceMs = Math.max(timeouts.firstByteMs, limits.toolMs);
    },
    stop() {
      stopped = true;
      toolClock.stop();
      wait?.stop();
    },
  };
}
