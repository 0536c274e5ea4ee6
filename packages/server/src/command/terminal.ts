/** Questions on a terminal. A password is not shown while it is typed. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export interface Terminal {
  ask(question: string): Promise<string>;
  askHidden(question: string): Promise<string>;
  close(): void;
}

/** Without a terminal, lines are read from standard input as they come, so that scripts can answer as well. */
export function openTerminal(): Terminal {
  let hidden = false;
  const output = new Writable({
    write(piece, _encoding, done) {
      if (!hidden) process.stderr.write(piece);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY === true });
  const waiting: ((line: string) => void)[] = [];
  const unread: string[] = [];
  lines.on('line', (line) => {
    const next = waiting.shift();
    if (next) next(line);
    else unread.push(line);
  });
  lines.on('close', () => {
    for (const next of waiting.splice(0)) next('');
  });

  function ask(question: string): Promise<string> {
    process.stderr.write(question);
    const line = unread.shift();
    if (line !== undefined) return Promise.resolve(line);
    return new Promise((resolve) => waiting.push(resolve));
  }

  return {
    ask,
    async askHidden(question) {
      const answer = ask(question);
      hidden = true;
      try {
        return await answer;
      } finally {
        hidden = false;
        process.stderr.write('\n');
      }
    },
    close: () => lines.close(),
  };
}
