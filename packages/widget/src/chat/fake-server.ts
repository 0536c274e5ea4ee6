/** For tests: a server of the visitors' interface in memory, reached through `fetch`. It answers in words of the question. */
import { encodeSseEvent } from '@guichet/contract/sse';
import type { Conversation, Message } from '@guichet/contract/visitor-api';

interface Run {
  conversation: Conversation;
  answer: Message;
  frames: string[];
  readers: Set<ReadableStreamDefaultController<Uint8Array>>;
}

/** `answer-lost`: the request arrives and is done, but its answer does not come back. */
type Failing = 'network' | 'answer-lost' | { status: number; code: string };

export interface FakeServer {
  fetch: typeof fetch;
  /** Method and path of every request. */
  requests: string[];
  /** Questions taken, each once. */
  taken: string[];
  /** What was attached to each of them. */
  attached: (string[] | undefined)[];
  /** Thrown or answered instead of the next matching request. */
  fail(path: RegExp, how: Failing): void;
  /** Writes the next piece of the running answer. */
  write(text: string): void;
  finish(): void;
  /** Ends every open connection in the middle. */
  cut(): void;
  /** Tokens given so far open nothing any more, and what belonged to them is not found. */
  forgetVisitors(): void;
}

const encoder = new TextEncoder();

/** @param options.followUps whether the site proposes questions after an answer */
export function fakeServer({ followUps = false } = {}): FakeServer {
  const conversations = new Map<string, Conversation>();
  const owners = new Map<string, string>();
  const runs = new Map<string, Run>();
  const keys = new Map<string, Run>();
  const failures: { path: RegExp; how: Failing }[] = [];
  const requests: string[] = [];
  const taken: string[] = [];
  const attached: (string[] | undefined)[] = [];
  let tokens = new Set<string>();
  let count = 0;
  let current: Run | undefined;
  const next = (kind: string) => `${kind}_${++count}`;
  const problem = (status: number, code: string) => Response.json({ code, detail: code, ref: 'R-1' }, { status });

  function emit(run: Run, event: string, data: unknown): void {
    const frame = encodeSseEvent(event, JSON.stringify(data), `1-${run.frames.length + 1}`);
    run.frames.push(frame);
    for (const reader of run.readers) reader.enqueue(encoder.encode(frame));
  }

  function stream(run: Run, after: number): Response {
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        own = controller;
        for (const frame of run.frames.slice(after)) controller.enqueue(encoder.encode(frame));
        if (run.answer.status === 'streaming') run.readers.add(controller);
        else controller.close();
      },
      cancel() {
        if (own) run.readers.delete(own);
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  function ask(
    conversation: Conversation,
    { text, replaces, attachments }: { text: string; replaces?: string; attachments?: string[] },
    key: string,
  ): Response {
    const known = keys.get(key);
    if (known) return stream(known, 0);
    const last = conversation.messages.findLastIndex(({ role }) => role === 'user');
    if (replaces !== undefined && conversation.messages[last]?.id !== replaces) return problem(404, 'not-found');
    if (replaces !== undefined) conversation.messages.splice(last);
    taken.push(text);
    attached.push(attachments);
    const runId = next('run');
    const common = { createdAt: '2026-01-01T00:00:00Z' };
    const question: Message = { ...common, id: next('msg'), role: 'user', text, status: 'complete' };
    const answer: Message = { ...common, id: next('msg'), role: 'assistant', text: '', status: 'streaming', runId };
    conversation.messages.push(question, answer);
    const run: Run = { conversation, answer, frames: [], readers: new Set() };
    runs.set(runId, run);
    keys.set(key, run);
    current = run;
    const ids = { runId, conversationId: conversation.id, userMessageId: question.id, messageId: answer.id };
    emit(run, 'run', ids);
    return stream(run, 0);
  }

  function end(run: Run, status: 'complete' | 'stopped'): void {
    run.answer.status = status;
    emit(run, 'done', { reason: status, messageId: run.answer.id });
    for (const reader of run.readers) reader.close();
    run.readers.clear();
  }

  async function handle(input: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(input);
    requests.push(`${init.method ?? 'GET'} ${pathname}`);
    const at = failures.findIndex(({ path }) => path.test(pathname));
    const [failure] = at === -1 ? [] : failures.splice(at, 1);
    if (typeof failure?.how === 'object') return problem(failure.how.status, failure.how.code);
    const answer = failure?.how === 'network' ? undefined : route(pathname, init);
    if (failure || !answer) throw new TypeError('Failed to fetch');
    return answer;
  }

  function route(pathname: string, init: RequestInit): Response {
    const headers = new Headers(init.headers);
    const token = headers.get('Authorization')?.slice(7) ?? '';
    if (pathname === '/v1/sites/default')
      return Response.json({ id: 'default', name: 'Test', look: {}, texts: {}, features: { followUps } });
    if (pathname === '/v1/sites/default/visitors') {
      const id = next('vis');
      tokens.add(id);
      return Response.json({ token: id, expiresAt: '2099-01-01T00:00:00Z', visitor: { id } }, { status: 201 });
    }
    if (!tokens.has(token)) return problem(401, 'token-invalid');
    if (pathname === '/v1/conversations') {
      const conversation: Conversation = { id: next('con'), title: '', createdAt: '', updatedAt: '', messages: [] };
      conversations.set(conversation.id, conversation);
      owners.set(conversation.id, token);
      return Response.json({ id: conversation.id }, { status: 201 });
    }
    const [, , kind, id = '', what] = pathname.split('/');
    if (what === 'follow-ups') return Response.json({ questions: ['And then?'] });
    const run = runs.get(id);
    const conversation = kind === 'runs' ? run?.conversation : conversations.get(id);
    if (!conversation || owners.get(conversation.id) !== token) return problem(404, 'not-found');
    if (what === 'messages')
      return ask(conversation, JSON.parse(String(init.body)), headers.get('Idempotency-Key') ?? '');
    if (what === 'events' && run) return stream(run, Number(headers.get('Last-Event-ID')?.split('-')[1] ?? 0));
    if (what === 'stop' && run) {
      if (run.answer.status === 'streaming') end(run, 'stopped');
      return new Response(null, { status: 202 });
    }
    return Response.json(structuredClone(conversation));
  }

  return {
    fetch: (input, init) => handle(String(input), init),
    requests,
    taken,
    attached,
    fail: (path, how) => void failures.push({ path, how }),
    write(text) {
      if (!current) throw new Error('Nothing was asked.');
      current.answer.text += text;
      emit(current, 'delta', { text });
    },
    finish: () => current && end(current, 'complete'),
    cut() {
      for (const { readers } of runs.values()) {
        for (const reader of readers) reader.error(new TypeError('network error'));
        readers.clear();
      }
    },
    forgetVisitors() {
      tokens = new Set();
    },
  };
}
