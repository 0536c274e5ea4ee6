/** Reads a streamed answer: bytes in, calls out. Pure but for the calls; no timer, no socket. */
import type { AnswerSource } from '@guichet/contract/chat-event';
import { createSseParser, SseTooLong } from '@guichet/contract/sse';
import { type DeltaFrame, readFrame } from './frame.ts';
import { createLineAlignedDecoder } from './line-aligned-decoder.ts';
import { createSourceCollector } from './sources.ts';
import { createThinkSplitter } from './think-splitter.ts';
import type { UpstreamLimits } from './upstream-limits.ts';

export type StreamOutcome =
  | { kind: 'whole'; finish: 'stop' | 'length' | 'other'; model?: string }
  /** The stream ended without saying that it was whole. */
  | { kind: 'cut' }
  /** An error frame. What came after it, `[DONE]` included, proves nothing and is not looked at. */
  | { kind: 'error'; message: string; type?: string | undefined }
  | { kind: 'too-large'; what: string };

export interface StreamReaderListener {
  onText(text: string): void;
  onReasoning(text: string): void;
  /** All sources so far. */
  onSources(sources: AnswerSource[]): void;
  /** The provider said that it had finished: only usage and `[DONE]` can follow, and their lack takes nothing away. */
  onFinish?(): void;
  /** Told exactly once; nothing is told after it. */
  onOutcome(outcome: StreamOutcome): void;
  /** A frame that is no JSON, left out. */
  onUnreadable?(data: string): void;
}

export interface StreamReader {
  feed(chunk: Buffer): void;
  /** The stream is over. */
  end(): void;
}

export function createStreamReader(listener: StreamReaderListener, limits: UpstreamLimits): StreamReader {
  let over = false;
  let finish: 'stop' | 'length' | 'other' | undefined;
  let model: string | undefined;
  let textChars = 0;
  let reasoningChars = 0;

  const decoder = createLineAlignedDecoder(limits.lineBytes);
  const parser = createSseParser({
    onMessage: (message) => frame(message.data),
    maxLineChars: limits.lineBytes,
    maxEventChars: limits.eventChars,
  });
  const splitter = createThinkSplitter(listener.onText, tellReasoning);
  const sources = createSourceCollector();

  function tellReasoning(text: string): void {
    listener.onReasoning(text);
  }

  function settle(outcome: StreamOutcome): void {
    if (over) return;
    splitter.end();
    over = true;
    listener.onOutcome(outcome);
  }

  function whole(): StreamOutcome {
    return { kind: 'whole', finish: finish ?? 'stop', ...(model === undefined ? {} : { model }) };
  }

  function frame(data: string): void {
    if (over) return;
    const read = readFrame(data);
    switch (read.kind) {
      case 'delta':
        delta(read);
        break;
      case 'sources': {
        const all = sources.add(read.list);
        if (all) listener.onSources(all);
        break;
      }
      case 'error':
        // A provider that said `stop` had finished; what broke afterwards took nothing from the answer.
        settle(finish === 'stop' || finish === 'length' ? whole() : { ...read, kind: 'error' });
        break;
      case 'end':
        settle(whole());
        break;
      case 'unreadable':
        listener.onUnreadable?.(data);
        break;
      case 'other':
        break;
      default:
        read satisfies never;
    }
  }

  function delta(read: DeltaFrame): void {
    if (read.model !== undefined) model = read.model;
    if (read.reasoning !== '') {
      reasoningChars += read.reasoning.length;
      tellReasoning(read.reasoning);
    }
    if (read.text !== '') {
      textChars += read.text.length;
      splitter.feed(read.text);
    }
    if (textChars > limits.answerChars || reasoningChars > limits.answerChars) {
      settle({ kind: 'too-large', what: `more than ${limits.answerChars} characters` });
      return;
    }
    if (read.finish === undefined) return;
    finish = read.finish === 'stop' || read.finish === 'length' ? read.finish : 'other';
    if (finish !== 'other') listener.onFinish?.();
  }

  function guard(read: () => void): void {
    if (over) return;
    try {
      read();
    } catch (error) {
      if (!(error instanceof SseTooLong)) throw error;
      settle({ kind: 'too-large', what: error.message });
    }
  }

  return {
    feed: (chunk) =>
      guard(() => {
        const text = decoder.decode(chunk);
        if (text !== '') parser.feed(text);
      }),
    end() {
      guard(() => {
        parser.feed(decoder.end());
        // Pipes leave the last blank line out.
        parser.end({ flush: true });
      });
      settle(finish === undefined ? { kind: 'cut' } : whole());
    },
  };
}
