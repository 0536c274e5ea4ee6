/** Stops a run upstream, through to the provider: cuts text and tools alike. Asked once, and again if it came too early. */
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
}

/** @param onFailed a run that was taken on could not be stopped, and may go on */
export function createRunStop(means: RunStopMeans, onFailed: (failure: UpstreamFailure) => void): RunStop {
  let stopping: Promise<void> | undefined;
  let isWanted = false;
  let isForgotten = false;

  function ask(): void {
    const chatId = means.chatId();
    if (chatId === '' || isForgotten) return;
    const knew = means.isTaken();
    const path = `/api/tasks/chat/${encodeURIComponent(chatId)}/stop`;
    stopping = requestReply(means, means.address, path, { method: 'POST', body: '{}' }).then((outcome) => {
      const status = 'reply' in outcome ? outcome.reply.status : 0;
      // Before it was taken on there may be nothing to stop.
      if (status === 200 || !knew) return;
      onFailed('reply' in outcome ? outcome.reply.failure() : outcome.failure);
    });
    means.keep(stopping);
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
