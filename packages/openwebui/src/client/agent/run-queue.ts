/** Lets so many runs go at a time; the others wait in the order they came, for a while. */
export interface RunQueue {
  /** @returns a ticket; `turn` is false when the wait was too long or given up */
  enter(): RunTicket;
}

export interface RunTicket {
  turn: Promise<boolean>;
  /** The run is over, or not wanted any more. Repeatable. */
  leave(): void;
}

export function createRunQueue({ runsAtATime, queueMs }: { runsAtATime: number; queueMs: number }): RunQueue {
  const waiting: Entry[] = [];
  let running = 0;

  function next(): void {
    while (running < runsAtATime) {
      const entry = waiting.shift();
      if (!entry) return;
      begin(entry);
    }
  }

  function begin(entry: Entry): void {
    clearTimeout(entry.timer);
    entry.state = 'running';
    running++;
    entry.resolve(true);
  }

  function enter(): RunTicket {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const entry: Entry = { resolve, state: 'waiting' };
    function leave(): void {
      const was = entry.state;
      entry.state = 'left';
      clearTimeout(entry.timer);
      if (was === 'running') {
        running--;
        next();
      } else if (was === 'waiting') {
        const place = waiting.indexOf(entry);
        if (place !== -1) waiting.splice(place, 1);
        resolve(false);
      }
    }
    if (running < runsAtATime) begin(entry);
    else {
      waiting.push(entry);
      entry.timer = setTimeout(leave, queueMs);
    }
    return { turn: promise, leave };
  }

  return { enter };
}

interface Entry {
  resolve: (isTurn: boolean) => void;
  state: 'waiting' | 'running' | 'left';
  timer?: NodeJS.Timeout;
}
