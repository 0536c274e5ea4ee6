/**
 * What becomes of an answer whose process died. As long as nobody has seen a word of it and no tool can have run, it is
 * asked anew; otherwise it ends with what there is, because a second answer would be another one.
 */
import type { ChatEvent } from '@guichet/contract/chat-event';
import type { MessagePart } from '@guichet/contract/message-part';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { Logger } from '../observe/logger.ts';
import type { ClaimedRun, EndResult, OutlinePart, RunEnd, StoredRun } from '../storage/storage.ts';
import { descriptionOf } from '../text/shown-attachment.ts';
import { type AnswerSoFar, afterEvents, NOTHING_SO_FAR } from './answer-so-far.ts';
import { endOfClaimed } from './claimed-run-end.ts';
import type { LogPart, SharedEvent, SharedRunLogs } from './shared-run-logs.ts';

/** A question during which three processes died is not asked a fourth time. */
const MAX_EPOCHS = 3;

export interface RunTakeoverParts {
  logs: SharedRunLogs | undefined;
  storeEnd: (end: RunEnd) => Promise<EndResult | { kind: 'not-stored' }>;
  /** Asks the question again, as the run's present epoch. @returns false when it cannot be asked here */
  askAnew: (run: StoredRun, question: string, locale: VisitorLocale) => boolean;
  /** The events of an ended run, made again from what is stored. */
  replay: (run: StoredRun) => ChatEvent[];
  logger: Pick<Logger, 'info'>;
  now: () => number;
}

export async function takeOverRun(claimed: ClaimedRun, parts: RunTakeoverParts): Promise<void> {
  const { run, question } = claimed;
  const { logs, logger } = parts;
  // From here on the one taken for dead can write nothing more into the log.
  const log = await logs?.fence(run.id, run.epoch);
  if (mayBeAskedAnew(claimed, log) && parts.askAnew(run, question, run.locale ?? 'en')) {
    logger.info({ event: 'run-asked-anew', run: run.id, epoch: run.epoch }, 'An answer was begun anew.');
    return;
  }
  const end = endOfClaimed(claimed, parts.now(), log && knownFrom(claimed.run, log));
  const result = await parts.storeEnd(end);
  if (result.kind !== 'ended' || !logs) return;
  const lists = { activities: [], attachments: [...end.attachments], outline: [...(end.outline ?? [])] };
  const ended: StoredRun = { ...run, ...end, ...lists };
  const told = parts.replay(ended);
  const events = told.map((event, at) => ({ seq: at + 1, event, json: JSON.stringify(event.data) }));
  await logs.tellEnd(run.id, run.epoch, events);
}

/** Only where every word that was shown is in the log, and there is none. */
function mayBeAskedAnew(
  { run, hasSharedLog, stopAsked }: ClaimedRun,
  log: (LogPart & { mayHaveActed: boolean }) | undefined,
): boolean {
  if (!log || !hasSharedLog || stopAsked || log.mayHaveActed || run.epoch > MAX_EPOCHS) return false;
  if (run.text !== '' || run.reasoning !== '') return false;
  const [first] = log.events;
  return !log.dropped && first?.seq === 1 && log.events.every(showsNothing);
}

/** Which run it is, and that it waits in line. */
function showsNothing({ event }: SharedEvent): boolean {
  return event.type === 'run' || (event.type === 'status' && event.data.id === undefined);
}

/** The log is ahead of the last checkpoint, unless it lost something or was not written for a while. */
function knownFrom(run: StoredRun, { dropped, events }: LogPart): Partial<RunEnd> {
  const epoch = events.at(-1)?.epoch ?? dropped?.epoch;
  if (epoch === undefined) return {};
  const mine = events.filter((event) => event.epoch === epoch);
  const before = dropped?.epoch === epoch ? dropped : undefined;
  if (mine[0] && mine[0].seq !== (before?.upTo ?? 0) + 1) return {};
  const soFar: AnswerSoFar = afterEvents(
    before?.soFar ?? NOTHING_SO_FAR,
    mine.map(({ event }) => event),
  );
  const { text, reasoning, sources = [], attachments = [], parts = [] } = soFar;
  if (run.text.length > text.length && run.text.startsWith(text))
    return { sources, attachments: storable(attachments) };
  return { text, reasoning, sources, attachments: storable(attachments), outline: parts.flatMap(outlineOf) };
}

/** What ran for it is not stored: it is not known how it ended. */
function outlineOf(part: MessagePart): OutlinePart[] {
  const { id, type } = part;
  switch (type) {
    case 'text':
    case 'reasoning':
      return [{ id, type, chars: part.text.length }];
    case 'attachment':
      return [{ id, type, of: part.attachment.id }];
    case 'sources':
      return [{ id, type }];
    default:
      return [];
  }
}

function storable(attachments: NonNullable<AnswerSoFar['attachments']>): RunEnd['attachments'] {
  return attachments.map(({ id, contentType, alt }) => {
    const description = descriptionOf(alt);
    return { id, contentType, ...(description !== undefined && { description }) };
  });
}
