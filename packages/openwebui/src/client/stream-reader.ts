/** Reads a streamed answer: bytes in, calls out. Pure but for the calls; no timer, no socket. */
import type { AnswerSource } from '@guichet/contract/chat-event';
import { createSseParser, type SseMessage, SseTooLong } from '@guichet/contract/sse';
import { type AnswerTextListener, createAnswerText } from './answer-text.ts';
import { type DeltaFrame, type Frame, readFrame, readOtherLine } from './frame.ts';
import { createLineAlignedDecoder } from './line-aligned-decoder.ts';
import { createSourceCollector } from './sources.ts';
import { unreadFields } from './unread-fields.ts';
import {
  MAX_MODEL_ID_CHARS,
  MAX_RAW_CHARS,
  MAX_UNREAD_FIELDS,
  MAX_UNREADABLE_CHARS,
  type UpstreamLimits,
} from './upstream-limits.ts';
import { type AnswerUsage, readUsage } from './usage.ts';

export type StreamOutcome =
  | {
      kind: 'whole';
      finish: 'stop' | 'length';
      model?: string;
      /** Without text: the fields that held something and are read by nobody. */
      unread?: string[];
    }
  /** The provider ended it and did not say that it was whole: by its rules, for a tool, with a word nobody knows. */
  | { kind: 'unfinished'; why: 'filtered' | 'tools' | 'unknown'; word: string; unread?: string[] }
  /** The stream ended without saying that it was whole. `said`: what stood in it that was no field of it. */
  | { kind: 'cut'; said?: string }
  /** An error frame. What came after it, `[DONE]` included, proves nothing and is not looked at. */
  | { kind: 'error'; message: string; type?: string | undefined }
  | { kind: 'too-large'; what: string };

export interface StreamReaderListener extends AnswerTextListener {
  /** All sources so far. */
  onSources(sources: AnswerSource[]): void;
  /** The newest counts. */
  onUsage?(usage: AnswerUsage): void;
  /**
   * The provider said that it had finished: only usage and `[DONE]` can follow, and their lack takes nothing away.
   * `false`: it went on after all, so what it says proves nothing.
   */
  onFinish?(finished: boolean): void;
  /** Told exactly once; nothing is told after it. */
  onOutcome(outcome: StreamOutcome): void;
  /** Frames and lines that could not be read and were left out. Told at most once, before the outcome. */
  onUnreadable?(unreadable: Unreadable): void;
}

export interface Unreadable {
  /** The beginning of the first. */
  data: string;
  count: number;
}

export interface StreamReader {
  feed(chunk: Buffer): void;
  /** The stream is over. */
  end(): void;
  /** Nobody wants the rest: what could not be read is told, and nothing else. */
  abandon(): void;
}

/** A field of the standard, a comment, the end of an event. */
const KNOWN_LINE = /^(?:data|event|id|retry)(?::|$)|^:|^$/;

/** In a text that nobody reads: it is not certain, but then neither is that the answer before it was whole. */
const SOUNDS_LIKE_TROUBLE =
  /error|exception|traceback|fail|bad gateway|unavailable|timed? ?-?out|refused|<html|<!doctype|http\/[\d.]+ [45]\d\d/i;

export function createStreamReader(listener: StreamReaderListener, limits: UpstreamLimits): StreamReader {
  let over = false;
  let finish: DeltaFrame['finish'];
  /** Text came after a finish, so on this stream it says nothing about what may still come. */
  let finishIsNoise = false;
  /** The last that came was the call of a tool: some providers say `stop` behind it. */
  let callsTool = false;
  let model: string | undefined;
  let hasText = false;
  let bytes = 0;
  let lines = 0;
  let frames = 0;
  let comments = 0;
  let commentChars = 0;
  const unread = new Set<string>();
  let unreadable: Unreadable | undefined;
  /** Lines that were no field: a proxy's or server's own words, or a document in more than one line. */
  let stray = '';
  /** Behind the last of the text came something that nobody reads and that may have been an error's words. */
  let doubt: string | undefined;
  /** Since the provider last said that it had finished, it went on. */
  let wentOn = true;

  const decoder = createLineAlignedDecoder(limits.lineBytes);
  const parser = createSseParser({
    onMessage,
    onComment,
    onLine,
    maxLineChars: limits.lineBytes,
    maxEventChars: limits.eventChars,
  });
  const answer = createAnswerText(
    {
      onText(text) {
        hasText ||= /\S/.test(text);
        listener.onText(text);
      },
      onReasoning: (text) => listener.onReasoning(text),
      onRewrite(rewritten) {
        hasText = /\S/.test(rewritten.text);
        listener.onRewrite(rewritten);
      },
    },
    limits.answerChars,
  );
  const sources = createSourceCollector();

  function settle(outcome: StreamOutcome): void {
    if (over) return;
    answer.end(outcome.kind === 'whole' && outcome.finish === 'stop');
    tellUnreadable();
    over = true;
    listener.onOutcome(outcome);
  }

  function tellUnreadable(): void {
    if (unreadable) listener.onUnreadable?.(unreadable);
    unreadable = undefined;
  }

  /** The stream has come to its end; what the provider said last tells how. */
  function finished(): StreamOutcome {
    const fields = hasText || unread.size === 0 ? {} : { unread: [...unread] };
    const said = finish?.meaning ?? 'stop';
    const meaning = callsTool && said === 'stop' ? 'tools' : said;
    // Who had begun to answer did not refuse: something broke.
    if (meaning === 'failed') return { kind: 'error', message: `finish_reason: ${finish?.word}`, type: 'server_error' };
    if (meaning === 'stop' || meaning === 'length') {
      return { kind: 'whole', finish: meaning, ...(model !== undefined && { model }), ...fields };
    }
    return { kind: 'unfinished', why: meaning, word: finish?.word ?? 'none', ...fields };
  }

  function hasFinishedWell(): boolean {
    return !finishIsNoise && !callsTool && (finish?.meaning === 'stop' || finish?.meaning === 'length');
  }

  function onMessage(message: SseMessage): void {
    if (over) return;
    if (++frames > limits.streamFrames) throw new SseTooLong(`more than ${limits.streamFrames} frames`);
    take(readFrame(message.data, message.event), message.data);
  }

  function onComment(text: string): void {
    commentChars += text.length;
    if (++comments > limits.comments) throw new SseTooLong(`more than ${limits.comments} comments`);
    if (commentChars > limits.commentBytes) throw new SseTooLong(`more than ${limits.commentBytes} bytes of comments`);
  }

  function onLine(line: string): void {
    if (over) return;
    if (++lines > limits.streamLines) throw new SseTooLong(`more than ${limits.streamLines} lines`);
    if (!KNOWN_LINE.test(line)) onOtherLine(line);
  }

  /** A field that no reader of an event stream knows, or none at all: a browser would pass it over. */
  function onOtherLine(line: string): void {
    const read = readOtherLine(line);
    if (!read && stray.length < MAX_RAW_CHARS) stray += `${line}\n`;
    take(read ?? { kind: 'unreadable' }, line);
  }

  /** @returns an error that was told in several lines without `data:` before them */
  function strayError(): StreamOutcome | undefined {
    const frame = /^\s*[{[]/.test(stray) ? readOtherLine(stray) : undefined;
    return frame?.kind === 'error' ? frame : undefined;
  }

  /** It is over, by its end or by a word for it. Without any other word than `[DONE]`, what stood last counts. */
  function closed(): StreamOutcome {
    if (finish !== undefined) return finished();
    const said = doubt ?? stray.trim().slice(0, MAX_RAW_CHARS);
    return strayError() ?? { kind: 'cut', ...(said && { said }) };
  }

  function take(read: Frame, data: string): void {
    const usage = 'whole' in read && read.whole ? readUsage(read.whole, 'provider') : undefined;
    if (usage) listener.onUsage?.(usage);
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
        settle(hasFinishedWell() ? finished() : read);
        break;
      case 'end':
        settle(doubt === undefined ? finished() : closed());
        break;
      case 'unreadable':
        if (SOUNDS_LIKE_TROUBLE.test(data.slice(0, MAX_RAW_CHARS))) doubt ??= data.trim().slice(0, MAX_RAW_CHARS);
        leaveOut(data);
        break;
      case 'other':
        doubt ??= read.said?.slice(0, MAX_RAW_CHARS);
        if (read.whole) noteUnread(read.whole);
        break;
      default:
        read satisfies never;
    }
  }

  function leaveOut(data: string): void {
    // Twice as much is handed on as is kept, so that a credential at the cut is known as one.
    unreadable ??= { data: data.slice(0, 2 * MAX_UNREADABLE_CHARS), count: 0 };
    if (++unreadable.count > limits.unreadableFrames) {
      throw new SseTooLong(`more than ${limits.unreadableFrames} frames that are no JSON`);
    }
  }

  /** Only as long as there is no text: with it, nobody asks where it might have been. */
  function noteUnread(whole: Record<string, unknown>): void {
    if (hasText || unread.size >= MAX_UNREAD_FIELDS) return;
    for (const name of unreadFields(whole)) if (unread.size < MAX_UNREAD_FIELDS) unread.add(name);
  }

  function delta(read: DeltaFrame): void {
    if (read.model !== undefined) model = read.model.slice(0, MAX_MODEL_ID_CHARS);
    const says = read.text !== '' || read.reasoning !== '';
    callsTool = read.callsTool || (callsTool && !says);
    if (says) {
      goesOn();
      doubt = undefined;
    } else noteUnread(read.whole);
    const fits =
      (read.reasoning === '' || answer.reasoning(read.reasoning)) && (read.text === '' || answer.text(read.text));
    if (!fits) {
      settle({ kind: 'too-large', what: `more than ${limits.answerChars} characters` });
      return;
    }
    if (read.finish === undefined) return;
    // A closing frame that says `stop` behind the word for a limit or a rule takes nothing of it back.
    const isEcho = !wentOn && finish !== undefined && read.finish.meaning === 'stop';
    if (!isEcho) finish = read.finish;
    wentOn = false;
    if (hasFinishedWell()) listener.onFinish?.(true);
  }

  function goesOn(): void {
    wentOn = true;
    if (finish === undefined) return;
    if (!finishIsNoise) listener.onFinish?.(false);
    finishIsNoise = true;
    // What was a limit or a rule stays one until the provider takes it back; an end that was none is forgotten.
    if (finish.meaning === 'stop') finish = undefined;
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
        bytes += chunk.length;
        if (bytes > limits.streamBytes) throw new SseTooLong(`more than ${limits.streamBytes} bytes`);
        const text = decoder.decode(chunk);
        if (text !== '') parser.feed(text);
      }),
    end() {
      guard(() => {
        parser.feed(decoder.end());
        // Pipes leave the last blank line out.
        parser.end({ flush: true });
      });
      settle(closed());
    },
    abandon() {
      if (over) return;
      over = true;
      tellUnreadable();
    },
  };
}
