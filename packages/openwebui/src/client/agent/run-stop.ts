/**
 * Stops a run upstream, through to the provider: cuts text and tools alike. Asked once; again if it came too early, or if
 * Open WebUI had forgotten whose run it is.
 */
import { type ReplyMeans, requestReply } from '../request-reply.ts';
import type { UpstreamAddress } from '../upstream-address.ts';
import type { UpstreamFailure } from '../upstream-failure.ts';

export interface RunStop {
  /** Repeatable; without a run to name, only the wish is remembered. */
  stop(): void;
  /** The question was taken on since: whoever wished to stop it before asks again. */
  again(): void;
  /** There is no run to stop. */
  forget(): void;
  /** Now, or as soon as the request to stop was answered. */
  afterwards(then: () => void): void;
}

export interface RunStopMeans extends ReplyMeans {
  address: UpstreamAddress;
  /** Work that is still to be done after the end. */
  keep(work: Promise<unknown>): void;
  /** The run's chat, as soon as it has one. */
  chatId(): string;
  /** Whether the question is known to have been taken on. */
  isTaken(): boolean;
  /** Makes the run's socket known again. @returns whether it is */
  rejoin(): Promise<boolean>;
}

export interface RunStopListener {
  /** The run's socket was not known any more, and is again. */
  onForgotten(): void;
  /** A run that was taken on could not be stopped, and may go on. */
  onFailed(failure: UpstreamFailure): void;
}

/** What is said of a socket that is not there, or is not this account's. */
const UNKNOWN_SOCKET = 404;

export function createRunStop(means: RunStopMeans, listener: RunStopListener): RunStop {
  let stopping: Promise<void> | undefined;
  let isWanted = false;
  let isForgotten = false;

  function ask(): void {
    const chatId = means.chatId();
    if (chatId === '' || isForgotten) return;
    stopping = askUntilKnown(`/api/tasks/chat/${encodeURIComponent(chatId)}/stop`, means.isTaken());
    means.keep(stopping);
  }

  /** @param isTaken before it was taken on, there may be nothing to stop */
  async function askUntilKnown(path: string, isTaken: boolean): Promise<void> {
    const refusal = await askOnce(path);
    if (!refusal || !isTaken) return;
    const isKnown = refusal.status === UNKNOWN_SOCKET && (await means.rejoin());
    if (isKnown) listener.onForgotten();
    const failure = isKnown ? await askOnce(path) : refusal;
    if (failure) listener.onFailed(failure);
  }

  async function askOnce(path: string): Promise<UpstreamFailure | undefined> {
    const outcome = await requestReply(means, means.address, path, { method: 'POST', body: '{}' });
    if ('failure' in outcome) return outcome.failure;
    return outcome.reply.status === 200 ? undefined : outcome.reply.failure();
  }

  return {
    stop() {
      isWanted = true;
      if (!stopping) ask();
    },
    again() {
      if (isWanted) ask();
    },
    forget() {
      isForgotten = true;
    },
    afterwards(then) {
      if (stopping) means.keep(stopping.then(then));
      else then();
    },
  };
}
