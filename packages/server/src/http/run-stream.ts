/** A run as a stream of events: live from memory, or made again from storage. Writes to Node's response directly. */
import type { ErrorCode } from '@guichet/contract/error-catalogue';
import { type EventId, parseEventId } from '@guichet/contract/event-id';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Answering, FoundRun } from '../answer/answering.ts';
import { encodeEvents } from '../answer/run-log.ts';
import { RunReader, STREAM_HEADERS } from '../answer/run-reader.ts';
import { replayEpoch, replayStoredRun } from '../answer/stored-run-replay.ts';
import type { VisitorLimits } from '../limits/visitor-limits.ts';
import type { Metrics } from '../observe/metrics.ts';
import { toShownActivity } from '../text/shown-activity.ts';
import { toShownAttachment } from '../text/shown-attachment.ts';
import { ProblemError, toProblem } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';

export interface RunStreamParts {
  answering: Answering;
  metrics: Metrics;
  /** Whether visitors of a site get excerpts of the documents its answers are based on. */
  showsExcerpts: (site: string) => boolean;
  limits: Pick<VisitorLimits, 'settings'>;
}

/** A lost connection is noticed about as fast. */
const READERS_RETRY_SECONDS = 10;

/** @param after what has been read already; undefined reads from the beginning */
export function streamRun(
  context: Context<AppEnvironment>,
  found: FoundRun,
  after: EventId | undefined,
  parts: RunStreamParts,
): Response {
  return found.kind === 'live' ? streamLive(context, found, after, parts) : sendStored(context, found, after, parts);
}

/** @throws ProblemError for anything but a place in a run, so that it can be refused before a question is accepted */
export function readLastEventId(text: string | undefined): EventId | undefined {
  if (text === undefined || text === '') return undefined;
  const id = parseEventId(text);
  if (!id) throw new ProblemError('last-event-id-unknown');
  return id;
}

function streamLive(
  context: Context<AppEnvironment>,
  { run }: Extract<FoundRun, { kind: 'live' }>,
  after: EventId | undefined,
  { answering, metrics, showsExcerpts, limits }: RunStreamParts,
): Response {
  const { log } = run;
  if (!showsExcerpts(run.stored.site)) log.hideExcerpts();
  const isAhead = after && (after.epoch > log.epoch || (after.epoch === log.epoch && after.seq > log.lastSeq));
  // Of a run that several replicas read, somebody may have seen what is still on its way here.
  if (isAhead && (log.ended || !run.mayLag)) throw new ProblemError('last-event-id-unknown');
  if (log.ended && after?.epoch === log.epoch && after.seq === log.lastSeq) return nothingLeft(context);
  const { visitorId } = run.stored;
  const { readersPerRun, readersPerVisitor } = limits.settings;
  if (!log.ended && (run.readerCount >= readersPerRun || answering.readers.of(visitorId) >= readersPerVisitor)) {
    throw new ProblemError('too-many-readers', { retryAfter: READERS_RETRY_SECONDS });
  }
  const reader = new RunReader(context.env.outgoing, log, after, context.get('crossOrigin'), (left, reason) => {
    answering.heartbeat.remove(left);
    if (run.removeReader(left)) answering.readers.remove(visitorId);
    if (reason === 'slow') metrics.slowReaders.inc();
  });
  if (!log.ended && reader.isOpen) {
    answering.heartbeat.add(reader);
    answering.readers.add(visitorId);
    run.addReader(reader);
  }
  return RESPONSE_ALREADY_SENT;
}

function sendStored(
  context: Context<AppEnvironment>,
  { run }: Extract<FoundRun, { kind: 'stored' }>,
  after: EventId | undefined,
  { showsExcerpts }: RunStreamParts,
): Response {
  // Its end could not be stored yet; that is tried again.
  if (run.status === 'streaming') throw new ProblemError('storage-unavailable', { retryAfter: 10 });
  const locale = context.get('visitorLocale');
  const showArguments = context.get('site').showToolArguments;
  const events = replayStoredRun(run, {
    problem: (code: ErrorCode, ref) => toProblem(code, locale, { ref }),
    showActivity: (activity) => toShownActivity(activity, locale, { showArguments }),
    showAttachment: (attachment) => toShownAttachment(attachment, locale, run.site),
    excerpts: showsExcerpts(run.site),
  });
  const epoch = replayEpoch(run);
  const alreadyRead = after?.epoch === epoch ? after.seq : 0;
  if (after && (after.epoch > epoch || alreadyRead > events.length)) throw new ProblemError('last-event-id-unknown');
  if (alreadyRead === events.length) return nothingLeft(context);
  return new Response(encodeEvents(events, epoch, alreadyRead), {
    headers: { ...context.get('crossOrigin'), ...STREAM_HEADERS },
  });
}

/** 204 tells a reader that has everything not to come back. */
function nothingLeft(context: Context<AppEnvironment>): Response {
  return new Response(null, { status: 204, headers: { ...context.get('crossOrigin'), 'Cache-Control': 'no-store' } });
}
