/** What happens on the way of the whole agent, in the log: which tool failed, why one round answered instead. */
import type { AgentLogEntry } from '@guichet/openwebui/client';
import type { Logger } from './logger.ts';

/** What goes on as usual, and what an operator should know of. */
const SENTENCES: Record<AgentLogEntry['what'], string> = {
  'one-round-instead': 'The whole agent could not begin; the question is answered in one round.',
  'socket-lost': 'The socket to Open WebUI was lost while an answer was written; it is opened again.',
  'socket-back': 'The socket to Open WebUI is back.',
  rewritten: 'What was shown of an answer proved wrong and was replaced.',
  'stop-failed': 'An answer could not be stopped in Open WebUI and may go on there.',
  'tool-failed': 'A tool of the assistant failed; the answer goes on.',
  'limit-reached': 'An answer was stopped at a limit.',
  'file-dropped': 'A file of an answer was not shown.',
  'file-left': 'A file of an answer could not be deleted in Open WebUI.',
};

export function logAgent(logger: Pick<Logger, 'warn'>, entry: AgentLogEntry): void {
  logger.warn(entry, SENTENCES[entry.what]);
}
