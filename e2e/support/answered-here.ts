/** Answers that the page itself gives, so that a test decides what arrives in which piece, and when. */
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Chat } from './chat.ts';

/** What `ANSWERED_HERE` puts on `window`, where the panel is. */
export interface Writer {
  /** A piece of the answer to the last question. */
  write(text: string): void;
  /** Any event of its run. */
  emit(event: string, data: unknown): void;
  finish(): void;
}

/** Before anything of the page: it answers the chat’s questions itself. */
export const ANSWERED_HERE = `{
  const real = window.fetch;
  window.runs = 0;
  let stream, run, seq = 0;
  const emit = (event, data) =>
    stream.enqueue(new TextEncoder().encode('id: 1-' + ++seq + '\\nevent: ' + event + '\\ndata: ' + JSON.stringify(data) + '\\n\\n'));
  window.fetch = (address, init) => {
    const conversationId = /conversations\\/([^/]+)\\/messages/.exec(address)?.[1];
    if (!conversationId || init?.method !== 'POST') return real(address, init);
    run = ++window.runs;
    seq = 0;
    const body = new ReadableStream({ start: (controller) => { stream = controller; } });
    emit('run', { runId: 'run_' + run, conversationId, userMessageId: 'q_' + run, messageId: 'a_' + run });
    return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }));
  };
  window.emit = emit;
  window.write = (text) => emit('delta', { text });
  window.finish = () => { emit('done', { reason: 'complete', messageId: 'a_' + run }); stream.close(); };
}`;

/** Until the question has arrived, and an answer is awaited. */
export async function askHere(chat: Chat, panel: Page | Frame, question: string): Promise<void> {
  const runs = () => panel.evaluate('window.runs');
  const before = Number(await runs());
  await chat.ask(question);
  await expect.poll(runs).toBe(before + 1);
}
