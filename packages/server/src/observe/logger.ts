/** The server's log: one JSON line an event. Known secrets are cut out of every line, whatever form they come in. */
import { type Logger as Pino, pino } from 'pino';

export type Logger = Pino;

export interface LogSink {
  write(line: string): void;
}

/**
 * @param scrub takes secrets out of a finished line; runs on every line, so that no caller has to think of it
 */
export function createLogger(scrub: (line: string) => string, sink: LogSink = process.stdout): Logger {
  return pino(
    {
      level: 'info',
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => sink.write(scrub(line)) },
  );
}
