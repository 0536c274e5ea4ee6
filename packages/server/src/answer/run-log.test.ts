import type { MessageAttachment } from '@guichet/contract/chat-event';
import { parseEventId } from '@guichet/contract/event-id';
import { createSseParser, type SseMessage } from '@guichet/contract/sse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunLog } from './run-log.ts';

function read(frames: string): SseMessage[] {
  const messages: SseMessage[] = [];
  createSseParser({ onMessage: (message) => messages.push(message) }).feed(frames);
  return messages;
}

/** What a reader shows after these messages, by the rules of the wire. */
function shown(messages: SseMessage[], before = { text: '', reasoning: '' }): { text: string; reasoning: string } {
  let { text, reasoning } = before;
  for (const { event, data } of messages) {
    const body = JSON.parse(data);
    if (event === 'delta') text += body.text;
    if (event === 'reasoning') reasoning += body.text;
    if (event === 'snapshot') ({ text, reasoning } = body);
  }
  return { text, reasoning };
}

const identity = { runId: 'r', conversationId: 'c', userMessageId: 'u', messageId: 'm' };
const piece = fc.record({
  kind: fc.constantFrom('delta', 'reasoning'),
  text: fc.string({ minLength: 1, maxLength: 30 }),
});

/** Text, reasoning, or the answer so far rewritten. */
const step = fc.record({
  kind: fc.constantFrom('delta', 'delta', 'reasoning', 'snapshot'),
  text: fc.string({ minLength: 1, maxLength: 30 }),
});

describe('RunLog', () => {
  it('tells a late reader what is being done and which pictures there are', () => {
    const activities = [{ id: 'a', kind: 'tool' as const, label: 'Weather', done: true }];
    const attachments = [{ id: 'f', kind: 'image' as const, contentType: 'image/png', alt: 'A', url: '/v1/files/f' }];
    const log = new RunLog(1, { events: 2, chars: 9_999 });
    log.append({ type: 'run', data: identity });
    log.append({ type: 'status', data: { kind: 'queue', label: 'You are next', done: true } });
    log.append({ type: 'status', data: { id: 'a', kind: 'tool', label: 'Weather…', done: false } });
    log.append({ type: 'attachment', data: { attachment: attachments[0] as MessageAttachment } });
    log.append({ type: 'status', data: { id: 'a', kind: 'tool', label: 'Weather', done: true } });
    for (const text of ['a', 'b', 'c']) log.append({ type: 'delta', data: { text } });
    const snapshot = read(log.readAfter(0)).find(({ event }) => event === 'snapshot');
    expect(JSON.parse(snapshot?.data ?? '')).toMatchObject({ text: 'a', activities, attachments });
    // A log that goes on from there tells the same.
    const next = new RunLog();
    next.startOver(1, log.dropped);
    for (const { event, json } of log.eventsAfter(0)) next.append(event, json);
    expect(next.readAfter(0)).toBe(log.readAfter(0));
  });

  it('gives every reader the whole text, also where it was rewritten on the way', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 2, max: 12 }),
        fc.array(fc.nat(60), { maxLength: 6 }),
        (steps, events, cuts) => {
          const soFar = { text: '', reasoning: '', sources: [] };
          const log = new RunLog(1, { events, chars: 2_000 });
          log.append({ type: 'run', data: identity });
          const reader = { seq: 0, text: '', reasoning: '' };
          const catchUp = () => {
            const messages = read(log.readAfter(reader.seq));
            Object.assign(reader, shown(messages, reader));
            reader.seq = parseEventId(messages.at(-1)?.id ?? '')?.seq ?? reader.seq;
          };
          for (const [at, { kind, text }] of steps.entries()) {
            if (kind === 'delta') soFar.text += text;
            else if (kind === 'reasoning') soFar.reasoning += text;
            else Object.assign(soFar, { text: '', reasoning: soFar.reasoning + soFar.text });
            if (kind === 'snapshot') {
              const { text: whole, reasoning } = soFar;
              log.append({ type: 'snapshot', data: { text: whole, reasoning, upTo: log.lastSeq + 1 } });
            } else if (kind === 'delta') log.append({ type: 'delta', data: { text } });
            else log.append({ type: 'reasoning', data: { text } });
            if (cuts.includes(at)) catchUp();
          }
          catchUp();
          expect(reader).toMatchObject({ text: soFar.text, reasoning: soFar.reasoning });
          expect(shown(read(log.readAfter(0)))).toEqual({ text: soFar.text, reasoning: soFar.reasoning });
        },
      ),
    );
  });

  it('numbers events from 1 without gaps and takes nothing after the end', () => {
    const log = new RunLog();
    log.append({ type: 'run', data: identity });
    log.append({ type: 'delta', data: { text: 'a' } });
    log.append({ type: 'done', data: { reason: 'complete', messageId: 'm' } });
    expect(read(log.readAfter(0)).map((message) => message.id)).toEqual(['1-1', '1-2', '1-3']);
    expect(log.readAfter(3)).toBe('');
    expect(log.ended).toBe(true);
    expect(() => log.append({ type: 'delta', data: { text: 'b' } })).toThrow();
  });

  it('gives every reader the whole text, wherever it begins and however little is kept', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 60, max: 2_000 }),
        fc.array(fc.nat(80), { maxLength: 6 }),
        (pieces, events, chars, cuts) => {
          const soFar = { text: '', reasoning: '', sources: [] };
          const log = new RunLog(1, { events, chars });
          log.append({ type: 'run', data: identity });
          const reader = { seq: 0, text: '', reasoning: '' };
          const catchUp = () => {
            const messages = read(log.readAfter(reader.seq));
            Object.assign(reader, shown(messages, reader));
            const ids = messages.map((message) => parseEventId(message.id)?.seq ?? 0);
            expect(ids).toEqual([...ids].sort((a, b) => a - b));
            reader.seq = ids.at(-1) ?? reader.seq;
          };
          pieces.forEach(({ kind, text }, index) => {
            if (kind === 'delta') soFar.text += text;
            else soFar.reasoning += text;
            log.append({ type: kind as 'delta' | 'reasoning', data: { text } });
            if (cuts.includes(index)) catchUp();
          });
          catchUp();
          expect(reader).toMatchObject({ text: soFar.text, reasoning: soFar.reasoning, seq: log.lastSeq });
          expect(shown(read(log.readAfter(0)))).toEqual({ text: soFar.text, reasoning: soFar.reasoning });
          expect(read(log.readAfter(0))[0]?.event).toBe('run');
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('hiding excerpts', () => {
  it('also hides those that a log took over as parts of an answer alone', () => {
    const sources = [{ id: '1', title: 'Prices', snippet: 'Seven euros.' }];
    const log = new RunLog(1);
    log.startOver(2, { soFar: { text: '', reasoning: '', parts: [{ id: 'p1', type: 'sources', sources }] }, upTo: 3 });
    expect(log.readAfter(0)).toContain('Seven euros.');
    log.hideExcerpts();
    expect(log.readAfter(0)).toContain('Prices');
    expect(log.readAfter(0)).not.toContain('Seven euros.');
  });

  it('takes them out of what is kept and of what a snapshot stands for, and moves nothing', () => {
    const sources = [{ id: '1', title: 'Prices', url: 'https://example.com/', snippet: 'Seven euros.' }];
    const log = new RunLog(1, { events: 4, chars: 10_000 });
    log.append({ type: 'sources', data: { sources } });
    for (const text of ['a', 'a', 'a', 'a']) log.append({ type: 'delta', data: { text } });
    log.append({ type: 'sources', data: { sources } });
    log.append({ type: 'snapshot', data: { text: 'b', reasoning: 'aaaa', upTo: 7, sources } });
    expect(log.readAfter(0)).toContain('event: snapshot');
    // Twice in the snapshot of what was dropped: as sources and as their part.
    expect(log.readAfter(0).match(/Seven euros/g)).toHaveLength(4);
    const ids = log.readAfter(0).match(/^id: .*$/gm);
    log.hideExcerpts();
    expect(log.readAfter(0)).not.toContain('snippet');
    expect(log.readAfter(0).match(/https:\/\/example.com\//g)).toHaveLength(4);
    expect(log.readAfter(0).match(/^id: .*$/gm)).toEqual(ids);
  });
});
