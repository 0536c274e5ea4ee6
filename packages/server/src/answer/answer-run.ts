/**
 * One answer, from the accepted question to its stored end. It belongs to the server: readers come and go.
 *
 * Upstream pieces → text so far → (first at once, then joined) log → one write per reader and turn. The end is stored
 * before it is told, so that nobody hears of an answer that a crash could take back.
 */
import type { AnswerActivity } from '@guichet/contract/answer-activity';
import type {
  AnswerSource,
  ChatEvent,
  ChatEventData,
  DoneReason,
  MessageAttachment,
  ShownActivity,
} from '@guichet/contract/chat-event';
import { ERRORS, type ErrorCode } from '@guichet/contract/error-catalogue';
import type { Problem } from '@guichet/contract/problem';
import type {
  AnswerEnd,
  AnswerFile,
  AnswerHandler,
  AnswerUsage,
  RunningAnswer,
  UpstreamFailure,
} from '@guichet/openwebui/client';
import type {
  EndResult,
  OutlinePart,
  RunCheckpoint,
  RunEnd,
  RunEndStatus,
  StoredActivity,
  StoredAttachment,
  StoredRun,
} from '../storage/storage.ts';
import { AnswerActivities } from './answer-activities.ts';
import { CHECKPOINT_GROWTH_CHARS, type Checkpointer } from './checkpointer.ts';
import { messageParts } from './laid-out-parts.ts';
import type { LiveRun } from './live-run.ts';
import { PartOutline } from './part-outline.ts';
import type { RunLog, RunLogLimits } from './run-log.ts';
import type { RunReader } from './run-reader.ts';
import { type RunShare, RunWriter } from './run-writer.ts';
import type { Flushable, TurnClock } from './turn-clock.ts';
import { visitorSources } from './visitor-sources.ts';

export interface AnswerRunParts {
  clock: TurnClock;
  checkpointer: Checkpointer;
  /** Stores the end. @returns what became of it; `not-stored` makes the run end as `storage-unavailable` */
  storeEnd: (end: RunEnd) => Promise<EndResult | { kind: 'not-stored' }>;
  /** Words a failure for the visitor. */
  problem: (code: ErrorCode, ref: string, retryAfter?: number) => Problem;
  newReference: () => string;
  /** Tells the log what went wrong, under the reference the visitor sees. */
  onFailure: (failure: UpstreamFailure, ref: string, run: StoredRun) => void;
  /** Words what is being done for the visitor. */
  showActivity: (activity: StoredActivity & { arguments?: string }) => ShownActivity;
  showAttachment: (attachment: StoredAttachment) => MessageAttachment;
  /** Keeps a file. @returns it as it is stored, or undefined when it could not be */
  storeFile: (file: AnswerFile, run: StoredRun) => Promise<StoredAttachment | undefined>;
  onFirstText: () => void;
  /** Whether visitors of this run's site get excerpts of its sources. Asked each time: the owner may change it meanwhile. */
  excerpts: () => boolean;
  /** @param status undefined when it was left to another process */
  onEnded: (run: AnswerRun, status: RunEndStatus | undefined) => void;
  /** Where other replicas read it; absent where there can be none. */
  share?: RunShare | undefined;
  logLimits?: RunLogLimits | undefined;
  now: () => number;
}

export class AnswerRun implements AnswerHandler, Flushable, LiveRun {
  readonly stored: StoredRun;
  readonly #writer: RunWriter;
  readonly #parts: AnswerRunParts;
  readonly #readers = new Set<RunReader>();
  #text = '';
  #reasoning = '';
  #sources: AnswerSource[] = [];
  readonly #activities: AnswerActivities;
  readonly #attachments: StoredAttachment[] = [];
  readonly #outline = new PartOutline();
  /** As they were told, by id: with what a tool was called with, which is not kept. */
  readonly #shownActivities = new Map<string, ShownActivity>();
  #usage: AnswerUsage | undefined;
  /** Files that are being stored; the end waits for them. */
  #storing: Promise<void> = Promise.resolve();
  /** Words that are in no event yet, by the part they belong to. */
  readonly #pending = new Map<string, { type: 'delta' | 'reasoning'; text: string }>();
  #anythingSent = false;
  #firstTextTold = false;
  #checkpointedChars = 0;
  #upstream: RunningAnswer | undefined;
  #ending: Promise<void> | undefined;
  #abortedAs: RunEndStatus = 'stopped';

  constructor(stored: StoredRun, parts: AnswerRunParts) {
    this.stored = stored;
    this.#parts = parts;
    this.#activities = new AnswerActivities(parts.now);
    this.#writer = new RunWriter({
      epoch: stored.epoch,
      share: parts.share,
      limits: parts.logLimits,
      onShown: () => {
        for (const reader of this.#readers) reader.advance();
      },
      onLost: () => this.lose(),
    });
    const { id, conversationId, userMessageId, messageId } = stored;
    this.#append({ type: 'run', data: { runId: id, conversationId, userMessageId, messageId } });
    this.#tellReaders();
  }

  get mayLag(): boolean {
    return this.#parts.share !== undefined;
  }

  /** Whether another process writes it now. */
  get isLost(): boolean {
    return this.#isLost;
  }

  #isLost = false;

  /** Whether Open WebUI was asked. */
  get isBegun(): boolean {
    return this.#isBegun;
  }

  #isBegun = false;
  /** Whether anything was said that belongs to this answer and no other. */
  #hasShown = false;
  #mayHaveActed = false;

  /** What readers may see of it. */
  get log(): RunLog {
    return this.#writer.log;
  }

  get text(): string {
    return this.#text;
  }

  get reasoning(): string {
    return this.#reasoning;
  }

  get activities(): StoredActivity[] {
    return this.#activities.list;
  }

  get attachments(): readonly StoredAttachment[] {
    return this.#attachments;
  }

  get outline(): OutlinePart[] {
    return this.#outline.list;
  }

  /** Settles when the end is stored and told. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  readonly #ended = Promise.withResolvers<void>();

  /** Begins the answer. When the visitor stopped it before it began, it is not begun at all. */
  start(begin: (handler: AnswerHandler) => RunningAnswer): void {
    if (this.#ending) return;
    this.#isBegun = true;
    this.#upstream = begin(this);
    if (this.#ending) this.#upstream.abort();
  }

  onText(text: string): void {
    if (this.#ending) return;
    if (!this.#firstTextTold) this.#parts.onFirstText();
    this.#firstTextTold = true;
    this.#text += text;
    this.#hold('delta', this.#outline.words('text', text.length), text);
    this.#arrived();
  }

  onReasoning(text: string): void {
    if (this.#ending) return;
    this.#reasoning += text;
    this.#hold('reasoning', this.#outline.words('reasoning', text.length), text);
    this.#arrived();
  }

  onRewrite({ text, reasoning }: { text: string; reasoning: string }): void {
    if (this.#ending) return;
    this.#rewriteTo(text, reasoning);
    this.#anythingSent = true;
    this.#appendSnapshot();
    this.#tellReaders();
    this.#parts.checkpointer.changed(this, true);
  }

  onSources(sources: AnswerSource[]): void {
    if (this.#ending) return;
    // The client tells all sources so far, so the newest list replaces the one before, here and in the widget.
    this.#sources = sources;
    this.#appendPending();
    const part = this.#outline.sources();
    this.#append({ type: 'sources', data: { sources: visitorSources(sources, this.#parts.excerpts()), part } });
    this.#tellReaders();
  }

  onActivity(activity: AnswerActivity): void {
    if (this.#ending) return;
    const noted = this.#activities.note(activity);
    if (noted) this.#tell(this.#statusOf(noted, activity.arguments));
  }

  onFile(file: AnswerFile): void {
    if (this.#ending) return;
    this.#storing = this.#storing.then(async () => {
      const attachment = await this.#parts.storeFile(file, this.stored);
      if (!attachment) return;
      this.#attachments.push(attachment);
      const part = this.#outline.attachment(attachment.id);
      this.#tell({ type: 'attachment', data: { attachment: this.#parts.showAttachment(attachment), part } });
    });
  }

  #statusOf(activity: StoredActivity, called?: string): ChatEvent {
    const shown = this.#parts.showActivity(called === undefined ? activity : { ...activity, arguments: called });
    this.#shownActivities.set(activity.id, shown);
    return { type: 'status', data: { ...shown, part: this.#outline.activity(activity.id, activity.kind) } };
  }

  /** Now, and behind the text that came before it. */
  #tell(event: ChatEvent): void {
    if (this.#writer.ended) return;
    this.#appendPending();
    this.#append(event);
    this.#tellReaders();
  }

  /** What is going on before or while there is text. */
  tellStatus(status: ChatEventData['status']): void {
    if (this.#ending) return;
    this.#append({ type: 'status', data: status });
    this.#tellReaders();
  }

  onUsage(usage: AnswerUsage): void {
    this.#usage = usage;
  }

  onEnd(end: AnswerEnd): void {
    switch (end.kind) {
      case 'complete':
        this.#finish(end.finish === 'length' ? 'length' : 'complete');
        return;
      case 'aborted':
        this.#finish(this.#abortedAs);
        return;
      case 'interrupted':
        this.#finish(this.#text === '' ? 'failed' : 'interrupted', end.failure);
        return;
      case 'failed':
        this.#finish('failed', end.failure);
        return;
      default:
        end satisfies never;
    }
  }

  /** The visitor has had enough: what is there is kept. Repeatable. */
  stop(): void {
    this.#abort('stopped');
  }

  /** The server goes down before the answer is whole. */
  interrupt(): void {
    this.#abort('interrupted');
  }

  /** From now on a tool may run for it: nobody may ask this question once more. */
  async willAct(): Promise<void> {
    this.#mayHaveActed = true;
    await this.#parts.share?.willAct();
  }

  /**
   * Leaves it to another process, as if it had never been begun here.
   * @returns false when somebody has seen something of it, or a tool may have run
   */
  handOver(): boolean {
    if (this.#ending || this.#hasShown || this.#mayHaveActed || this.#pending.size > 0) {
      return false;
    }
    this.#isLost = true;
    // Known before Open WebUI is told: it may say at once that this answer was broken off, which is not its end.
    this.#ending = Promise.resolve().then(() => this.#leave());
    return true;
  }

  async #leave(): Promise<void> {
    this.#parts.clock.forget(this);
    this.#parts.checkpointer.forget(this);
    this.#upstream?.abort();
    await this.#writer.settled();
    this.dismissReaders();
    this.#parts.onEnded(this, undefined);
    this.#ended.resolve();
  }

  /** Settles when everything that was said is where the other replicas read it. */
  settled(): Promise<void> {
    return this.#writer.settled();
  }

  /** Sends the other replicas what they missed while they could not be reached. */
  catchUp(): void {
    this.#writer.catchUp();
  }

  /** Another process took this answer for abandoned and writes it: readers are sent there, nothing is asked any more. */
  lose(): void {
    this.#isLost = true;
    this.#abort('interrupted');
    this.dismissReaders();
  }

  #abort(status: RunEndStatus): void {
    if (this.#ending) return;
    this.#abortedAs = status;
    this.#upstream?.abort();
    // The upstream may tell its end at once, later or, before it began, never: this end counts.
    this.#finish(status);
  }

  get isEnding(): boolean {
    return this.#ending !== undefined;
  }

  get readerCount(): number {
    return this.#readers.size;
  }

  addReader(reader: RunReader): void {
    if (!this.log.ended) this.#readers.add(reader);
  }

  /** @returns whether it was one */
  removeReader(reader: RunReader): boolean {
    return this.#readers.delete(reader);
  }

  /** Sends every reader away, to come back to another process. */
  dismissReaders(): void {
    for (const reader of [...this.#readers]) reader.leave();
  }

  checkpoint(): RunCheckpoint {
    this.#checkpointedChars = this.#text.length + this.#reasoning.length;
    return { runId: this.stored.id, text: this.#text, reasoning: this.#reasoning, outline: this.outline };
  }

  flush(): void {
    if (this.#ending) return;
    this.#appendPending();
    this.#tellReaders();
  }

  #arrived(): void {
    if (this.#anythingSent) this.#parts.clock.schedule(this);
    else {
      this.#anythingSent = true;
      // Not now but at the end of this turn: frames that came in the same packet leave in the same write.
      queueMicrotask(() => this.flush());
    }
    const grown = this.#text.length + this.#reasoning.length - this.#checkpointedChars;
    this.#parts.checkpointer.changed(this, grown >= CHECKPOINT_GROWTH_CHARS);
  }

  #hold(type: 'delta' | 'reasoning', part: string, text: string): void {
    const held = this.#pending.get(part);
    if (held) held.text += text;
    else this.#pending.set(part, { type, text });
  }

  #appendPending(): void {
    const held = [...this.#pending];
    this.#pending.clear();
    for (const [part, { type, text }] of held) this.#append({ type, data: { text, part } });
  }

  #append(event: ChatEvent): void {
    const isNews = event.type === 'run' || (event.type === 'status' && event.data.id === undefined);
    this.#hasShown ||= !isNews;
    this.#writer.append(event);
  }

  #appendSnapshot(): void {
    const sources = visitorSources(this.#sources, this.#parts.excerpts());
    const [text, reasoning] = [this.#text, this.#reasoning];
    const parts = messageParts(this.outline, {
      ...{ text, reasoning, sources, activities: [...this.#shownActivities.values()] },
      attachments: this.#attachments.map((attachment) => this.#parts.showAttachment(attachment)),
    });
    const upTo = this.#writer.lastSeq + 1;
    const told = { text, reasoning, upTo, ...(sources.length > 0 && { sources }), parts };
    this.#append({ type: 'snapshot', data: told });
  }

  #rewriteTo(text: string, reasoning: string): void {
    this.#outline.rewrite({ text: this.#text, reasoning: this.#reasoning }, { text, reasoning });
    this.#text = text;
    this.#reasoning = reasoning;
    // What is pending is in the new text or was taken back with the old one.
    this.#pending.clear();
  }

  #tellReaders(): void {
    this.#writer.flush();
  }

  #finish(status: RunEndStatus, failure?: UpstreamFailure): void {
    this.#ending ??= this.#end(status, failure);
  }

  async #end(status: RunEndStatus, failure: UpstreamFailure | undefined): Promise<void> {
    this.#parts.clock.forget(this);
    this.#parts.checkpointer.forget(this);
    this.#appendPending();
    for (const activity of this.#activities.endAll()) this.#append(this.#statusOf(activity));
    this.#tellReaders();
    await this.#storing;
    const ref = this.#parts.newReference();
    if (failure) this.#parts.onFailure(failure, ref, this.stored);
    const code = failure?.code ?? 'internal';
    const result = await this.#parts.storeEnd({
      runId: this.stored.id,
      status,
      text: this.#text,
      reasoning: this.#reasoning,
      sources: this.#sources,
      activities: this.#activities.list,
      attachments: this.#attachments,
      outline: this.outline,
      endedAt: this.#parts.now(),
      ...(this.#usage && { usage: this.#usage }),
      ...((status === 'failed' || failure) && { error: { code, ref } }),
    });
    // Another process writes it now, and tells its end: readers are sent there.
    if (result.kind === 'taken-over') this.#isLost = true;
    const told = result.kind === 'taken-over' ? undefined : this.#tellEnd(result, status, { failure, code, ref });
    this.#tellReaders();
    await this.#writer.settled();
    if (told === undefined) this.dismissReaders();
    for (const reader of [...this.#readers]) {
      reader.advance();
      reader.finish();
    }
    this.#readers.clear();
    // Kept for readers who come back; the request it came from is not.
    this.#upstream = undefined;
    this.#parts.onEnded(this, told);
    this.#ended.resolve();
  }

  /** Nobody hears of an end that is not the one in the storage. @returns how it ended */
  #tellEnd(
    result: Exclude<Awaited<ReturnType<AnswerRunParts['storeEnd']>>, { kind: 'taken-over' }>,
    status: RunEndStatus,
    { failure, code, ref }: { failure: UpstreamFailure | undefined; code: ErrorCode; ref: string },
  ): RunEndStatus {
    const { messageId } = this.stored;
    switch (result.kind) {
      case 'ended':
      // Nobody reads on in what was deleted.
      case 'gone':
        this.#append(
          terminalEvent(status, messageId, failure !== undefined, () =>
            this.#parts.problem(code, ref, failure?.retryAfter),
          ),
        );
        return status;
      case 'ended-already': {
        const { run } = result;
        if (run.text !== this.#text || run.reasoning !== this.#reasoning) this.#becomeAs(run);
        const end = run.status === 'streaming' ? 'interrupted' : run.status;
        this.#append(terminalEvent(end, messageId, true, () => this.#parts.problem('internal', ref)));
        return end;
      }
      case 'not-stored':
        this.#append(errorEvent(this.#parts.problem('storage-unavailable', ref)));
        return status;
      default:
        return result satisfies never;
    }
  }

  /** What is stored is what readers will see when they come back, so they see it now. */
  #becomeAs({ text, reasoning, sources }: StoredRun): void {
    this.#rewriteTo(text, reasoning);
    this.#sources = sources;
    this.#appendSnapshot();
  }
}

/**
 * The event that ends a run with this status.
 * @param hasCause whether something is known that went wrong
 */
export function terminalEvent(
  status: RunEndStatus,
  messageId: string,
  hasCause: boolean,
  problem: () => Problem,
): ChatEvent {
  if (status === 'failed') return errorEvent(problem());
  const reason: DoneReason = status;
  const cause = hasCause && status === 'interrupted' ? { ref: problem().ref } : {};
  return { type: 'done', data: { reason, messageId, ...cause } };
}

function errorEvent(problem: Problem): ChatEvent {
  const code = problem.code as ErrorCode;
  return { type: 'error', data: { ...problem, retryable: ERRORS[code].retryable } };
}
