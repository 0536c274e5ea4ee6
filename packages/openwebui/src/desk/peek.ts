/**
 * Looks whether something stands in an answer, and how often, and drops the rest unread. Of the body nothing is kept
 * but a short end of each piece, so that a word cut in two is found, and for a refusal its sentence.
 */
import { createBoundedBody } from '../client/bounded-body.ts';
import { startExchange } from '../client/exchange.ts';
import { translateNetworkError } from '../client/network-failure.ts';
import { contentTypeOf, type ReplyMeans } from '../client/request-reply.ts';
import type { UpstreamAddress } from '../client/upstream-address.ts';
import { withoutSecret } from '../client/without-secret.ts';
import { type DeskFailure, deskFailure, saidIn } from './desk-failure.ts';
import type { Secret } from './secret.ts';

export interface PeekCall {
  path: string;
  as: Secret;
  /** What to look for, for example `"email":`. */
  word: string;
  /** So many are enough; the connection is closed then. */
  enough: number;
}

export type PeekReply =
  | { status: number; isJson: boolean; count: number; detail: string | undefined }
  | { failure: DeskFailure };

/** Whatever stands further back proves nothing that the beginning does not. */
const LOOK_BYTES = 256 * 1024;
const REFUSAL_BYTES = 2 * 1024;

export function peekAt(means: ReplyMeans, address: UpstreamAddress, call: PeekCall): Promise<PeekReply> {
  const { promise, resolve } = Promise.withResolvers<PeekReply>();
  const { replyMs } = means.timeouts;
  const request = {
    method: 'GET',
    path: call.path,
    accept: 'application/json',
    firstByteMs: replyMs,
    totalMs: replyMs,
  } as const;
  const refusal = createBoundedBody(REFUSAL_BYTES);
  let status = 0;
  let contentType = '';
  let end = '';
  let count = 0;
  let bytes = 0;

  function tell(): void {
    const detail = status === 200 ? undefined : saidIn(refusal.text(), [call.as.reveal()]);
    resolve({ status, isJson: /json/.test(contentType), count, detail });
  }

  const exchange = startExchange(means, address, request, {
    onHead(givenStatus, headers) {
      status = givenStatus;
      contentType = contentTypeOf(headers);
    },
    onData(chunk) {
      bytes += chunk.length;
      if (status === 200) look(chunk.toString('latin1'));
      else refusal.add(chunk);
      if (count < call.enough && bytes < LOOK_BYTES) return;
      exchange.close();
      tell();
    },
    onEnd: tell,
    onError(error, phase) {
      const failure = withoutSecret(translateNetworkError(error, phase), address.credential);
      resolve({ failure: deskFailure(failure, [call.as.reveal()]) });
    },
  });

  function look(piece: string): void {
    const text = end + piece;
    let at = text.indexOf(call.word);
    while (at !== -1 && count < call.enough) {
      count++;
      at = text.indexOf(call.word, at + call.word.length);
    }
    // One character less than the word: long enough for a word cut in two, too short to count one twice.
    end = text.slice(Math.max(0, text.length - call.word.length + 1));
  }

  return promise;
}
