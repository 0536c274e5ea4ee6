/** What happens on the way of the whole agent, in the log: which tool failed, why one round answered instead. */
import type { AgentLogEntry } from '@guichet/openwebui/client';
import type { Logger } from './logger.ts';

/** What goes on as usual, and what an operator should know of. */
const SENTENCES: Record<AgentLogEntry['what'], string> = {
  'one-round-instead': 'The whole agent could not start. Guichet answers the question in one round.',
  'socket-lost': 'The socket to Open WebUI was lost during an answer. Guichet opens it again.',
  'socket-back': 'The socket to Open WebUI is back.',
  'socket-forgotten':
    'Open WebUI had forgotten the socket of an answer, because no heartbeat reached it, and did not stop the answer. Guichet made the socket known and tried again.',
  rewritten: 'Open WebUI rewrote an answer. Guichet replaced the text shown so far.',
  'stop-failed': 'Guichet could not stop an answer in Open WebUI. It may continue there.',
  'tool-failed': 'A tool failed. The answer continues.',
  'limit-reached': 'Guichet stopped an answer at a limit.',
  'file-dropped': 'Guichet did not show a file of an answer.',
  'file-left': 'Guichet could not delete a file of an answer in Open WebUI.',
};

export function logAgent(logger: Pick<Logger, 'warn'>, entry: AgentLogEntry): void {
  logger.warn(entry, SENTENCES[entry.what]);
}
