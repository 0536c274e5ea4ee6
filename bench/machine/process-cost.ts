/** What a process and its children have cost so far, read from Linux's /proc. */
import { readdirSync, readFileSync } from 'node:fs';

export interface CpuTime {
  /** All threads together, in microseconds. */
  totalUs: number;
  /** Clock ticks in user and in kernel mode: coarse, good for their proportion over seconds. */
  userTicks: number;
  systemTicks: number;
}

export interface Memory {
  /** Resident set, shared pages counted whole. */
  rssKib: number;
  /** Resident set, shared pages counted by share. */
  pssKib: number;
}

const TICK_US = 10_000;

/** The process and everything started by it. */
export function family(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = statFields(Number(name));
    if (fields) parents.set(Number(name), Number(fields[1]));
  }
  const found = [pid];
  for (const member of found) {
    for (const [child, parent] of parents) if (parent === member) found.push(child);
  }
  return found;
}

export function cpuTime(pids: readonly number[]): CpuTime {
  const sum: CpuTime = { totalUs: 0, userTicks: 0, systemTicks: 0 };
  for (const pid of pids) {
    const fields = statFields(pid);
    if (!fields) throw new Error(`Process ${pid} is gone; its CPU time cannot be read.`);
    const user = Number(fields[11]);
    const system = Number(fields[12]);
    sum.userTicks += user;
    sum.systemTicks += system;
    sum.totalUs += exactUs(pid) ?? (user + system) * TICK_US;
  }
  return sum;
}

/** The scheduler's own account, to the nanosecond; missing on kernels built without it. */
function exactUs(pid: number): number | undefined {
  try {
    let nanoseconds = 0;
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
    }
    return nanoseconds / 1000;
  } catch {
    return undefined;
  }
}

/** The fields of `/proc/<pid>/stat` after the name, which may hold anything: `[0]` is the state. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

export function memory(pids: readonly number[]): Memory {
  const sum: Memory = { rssKib: 0, pssKib: 0 };
  for (const pid of pids) {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    sum.rssKib += Number(/^Rss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
    sum.pssKib += Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  }
  return sum;
}
