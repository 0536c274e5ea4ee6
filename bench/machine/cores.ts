/**
 * Which core does what: the contender alone on the first, whatever feeds and reads it on the next, so that none takes
 * the other's time. Without `taskset` (or with one core) everything runs everywhere, and the report says so.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

export const pinned = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

export const CONTENDER_CORE = 0;
export const UPSTREAM_CORE = 1;
/** The reader has a core of its own where there is a third. */
export const READER_CORE = availableParallelism() > 2 ? 2 : 1;

/** The command that runs `command` on that core alone. */
export function onCore(core: number, command: string[]): string[] {
  return pinned ? ['taskset', '--cpu-list', `${core}`, ...command] : command;
}

export function moveThisProcessTo(core: number): void {
  if (pinned) spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', `${core}`, `${process.pid}`]);
}
