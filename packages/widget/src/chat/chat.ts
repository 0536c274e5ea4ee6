/**
 * One visitor's chat with one site: holds the state the parts draw, and does what the visitor asks.
 * Knows no element and no screen.
 */
import type { PublicSite } from '@guichet/contract/site-settings';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { followRun } from '../connection/follow-run.ts';
import { type KeptValues, keptValues } from '../connection/kept-values.ts';
import { pause, pauseMs } from '../connection/pause.ts';
import { Refusal } from '../connection/refusal.ts';
import { type TabNews, tabChannel } from '../connection/tab-channel.ts';
import { type VisitorClient, visitorClient } from '../connection/visitor-client.ts';
import { type VisitorSessions, visitorSessions } from '../connection/visitor-session.ts';
import { type ConversationAction, conversation } from '../conversation/conversation.ts';
import { type ConversationState, type Failure, NO_CONVERSATION } from '../conversation/conversation-state.ts';
import type { TellChatNews } from './chat-news.ts';
import { randomKey } from './random-key.ts';
import { siteSettings } from './site-settings.ts';
import { unreadAnswer } from './unread-answer.ts';

interface Question {
  text: string;
  key: string;
}

export type Connection = 'fine' | 'reconnecting' | 'offline';

export interface Chat {
  state: ReadonlySignal<ConversationState>;
  site: ReadonlySignal<PublicSite | undefined>;
  /** Why the chat cannot be used at all; undefined while it can. */
  trouble: ReadonlySignal<Failure | undefined>;
  connection: ReadonlySignal<Connection>;
  /** Answers that ended while nobody looked. */
  unread: ReadonlySignal<number>;
  draft: Signal<string>;
  /** Questions to ask next, under the last answer; empty while there are none. */
  followUps: ReadonlySignal<readonly string[]>;
  /** The bytes of a picture that an answer brought. */
  picture(path: string): Promise<Blob>;
  kept: KeptValues;
  /** Loads the site and what this browser knows of a conversation. Again after trouble. */
  start(): Promise<void>;
  ask(text: string): void;
  /** Asks the last question again; the failed attempt goes. */
  askAgain(): void;
  stop(): void;
  newConversation(): void;
  /** Whether the visitor sees the log right now. */
  setSeen(seen: boolean): void;
  /** Says who the visitor is. In the middle of things that makes a new visitor; from the start it names the next one. */
  identify(identity: string, when?: 'from the start'): void;
  /** Forgets this visitor on this browser. */
  logout(): void;
  leave(): void;
}

export interface ChatOptions {
  server: string;
  site: string;
  locale: () => VisitorLocale;
  tell: TellChatNews;
}

export function createChat({ server, site: siteId, locale, tell }: ChatOptions): Chat {
  const kept = keptValues(server, siteId);
  const client: VisitorClient = visitorClient({ server, site: siteId, locale, sessions: () => sessions });
  let identity: string | undefined;
  const sessions: VisitorSessions = visitorSessions(kept, () => client.newVisitor(identity));

  const state = signal<ConversationState>(NO_CONVERSATION);
  const connection = signal<Connection>('fine');
  const draft = signal(kept.get('draft') ?? '');
  const followUps = signal<readonly string[]>([]);

  let reading: AbortController | undefined;
  /** The last question not known to be taken: asked again it keeps its key, so that it cannot be asked twice. */
  let lastQuestion: Question | undefined;
  let loading: Promise<void> | undefined;
  let loadAgain = false;

  const settings = siteSettings(client, server, tell);
  const unread = unreadAnswer(kept, tell, () => tellTabs('read'));
  const channel = tabChannel(server, siteId, (news) => void hear(news));

  function change(action: ConversationAction): void {
    const before = state.value;
    state.value = conversation(before, action);
    const { id } = state.value;
    if (id !== before.id) kept.set('conversation', id);
  }

  function tellTabs(what: TabNews['what']): void {
    const visitor = sessions.current()?.visitor.id;
    if (visitor) channel.tell({ visitor, conversation: state.value.id ?? null, what });
  }

  async function hear(news: TabNews): Promise<void> {
    if (news.visitor !== sessions.current()?.visitor.id) return;
    if (news.what === 'read') {
      if (!state.value.run) unread.markRead();
      return;
    }
    if (news.conversation === null) return startAfresh();
    kept.set('conversation', news.conversation);
    await load();
  }

  async function start(): Promise<void> {
    await Promise.all([settings.load(), load()]);
  }

  /** Loads the conversation this browser was in. A load asked for while one is under way follows it. */
  function load(): Promise<void> {
    if (loading) {
      loadAgain = true;
      return loading;
    }
    loading = loadOnce().finally(() => {
      loading = undefined;
      if (loadAgain) {
        loadAgain = false;
        void load();
      }
    });
    return loading;
  }

  async function loadOnce(): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      const id = kept.get('conversation');
      if (!id || !sessions.current()) return;
      try {
        const whole = await client.conversation(id);
        if (kept.get('conversation') !== id) continue;
        // A question is on its way from here: the server's view is older than ours.
        if (state.value.run && state.value.run.runId === undefined) return;
        const before = state.value.run?.runId;
        change({ type: 'loaded', conversation: whole });
        connection.value = 'fine';
        return followOrSettle(before);
      } catch (thrown) {
        if (thrown instanceof Refusal && thrown.status < 500 && thrown.status !== 429) {
          if (thrown.needsNewVisitor) sessions.forget();
          if (thrown.status === 401 || thrown.status === 404) startAfresh();
          return;
        }
        if (attempt >= 8) return;
        connection.value = navigator.onLine === false ? 'offline' : 'reconnecting';
        await pause(pauseMs(attempt), new AbortController().signal);
      }
    }
  }

  /** @param readBefore the run that was being read: another one needs another connection */
  function followOrSettle(readBefore: string | undefined): void {
    const { run } = state.value;
    if (run) {
      if (!reading || run.runId !== readBefore) void follow();
    } else {
      stopReading();
      unread.settle();
    }
  }

  function startAfresh(): void {
    stopReading();
    followUps.value = [];
    change({ type: 'cleared' });
    kept.set('conversation', undefined);
    unread.markRead();
  }

  function stopReading(): void {
    reading?.abort();
    reading = undefined;
    connection.value = 'fine';
  }

  async function follow(question?: Question): Promise<void> {
    reading?.abort();
    const mine = new AbortController();
    reading = mine;
    const result = await followRun({
      signal: mine.signal,
      connect: (lastEventId, signal) => connect(question, lastEventId, signal),
      isTaken: () => state.value.run?.runId !== undefined,
      position: () => state.value.run?.position,
      onEvent: (id, event) => {
        if (mine.signal.aborted) return;
        change({ type: 'received', id, event });
        if (event.type === 'run') began(question !== undefined);
      },
      onReadAgain: () => change({ type: 'read-again' }),
      onConnection: (connected) => {
        if (mine.signal.aborted) return;
        connection.value = connected ? 'fine' : navigator.onLine === false ? 'offline' : 'reconnecting';
      },
    });
    if (mine.signal.aborted) return;
    reading = undefined;
    connection.value = 'fine';
    if (result.end === 'failed') change({ type: 'failed', failure: result.failure });
    if (result.end === 'gone') return load();
    ended();
  }

  async function connect(
    question: Question | undefined,
    lastEventId: string | undefined,
    signal: AbortSignal,
  ): Promise<Response> {
    const runId = state.value.run?.runId;
    if (runId !== undefined) return client.events(runId, lastEventId, signal);
    if (!question) throw new Refusal(404, { code: 'not-found', retryable: false });
    try {
      return await handOver(question, signal);
    } catch (thrown) {
      const unknown = thrown instanceof Refusal && (thrown.needsNewVisitor || thrown.failure.code === 'not-found');
      if (!unknown || signal.aborted) throw thrown;
      // The visitor or the conversation is no longer known there: the question goes into a new one.
      if (thrown.needsNewVisitor) sessions.forget();
      startWithQuestion(question.text, question.key);
      return handOver(question, signal);
    }
  }

  async function handOver(question: Question, signal: AbortSignal): Promise<Response> {
    if (state.value.id === undefined) change({ type: 'opened', id: (await client.newConversation()).id });
    return client.ask(state.value.id ?? '', question.text, question.key, signal);
  }

  function startWithQuestion(text: string, key: string): void {
    change({ type: 'cleared' });
    change({ type: 'asked', text, key, at: new Date().toISOString() });
  }

  function began(askedHere: boolean): void {
    const { run } = state.value;
    unread.expect(run?.runId);
    if (askedHere) {
      lastQuestion = undefined;
      tellTabs('run');
    }
    // Stopped before the server had a name for the run: now it can be told.
    if (run?.runId !== undefined && run.stopping) void tellStop(run.runId);
    tell('response-start', { id: state.value.messages.at(-1)?.id });
  }

  function ended(): void {
    const answer = state.value.messages.at(-1);
    if (answer?.role !== 'assistant') return;
    tell('response-end', { id: answer.id, status: answer.status });
    if (answer.failure) tell('error', { code: answer.failure.code, ref: answer.failure.ref });
    else tell('message-received', { id: answer.id, text: answer.text });
    if (answer.status === 'complete') void propose(answer.id);
    unread.settle();
  }

  /** Only after an answer that was read here: a conversation that is loaded again costs no further question. */
  async function propose(answerId: string | undefined): Promise<void> {
    if (!answerId || !settings.site.value?.features.followUps) return;
    const proposed = await client.followUps(answerId).catch(() => undefined);
    if (state.value.messages.at(-1)?.id === answerId) followUps.value = proposed?.questions ?? [];
  }

  function ask(raw: string): void {
    const text = raw.trim();
    if (text === '' || state.value.run) return;
    followUps.value = [];
    const question = lastQuestion?.text === text ? lastQuestion : { text, key: randomKey() };
    lastQuestion = question;
    change({ type: 'asked', text, key: randomKey(), at: new Date().toISOString() });
    tell('message-sent', { text });
    void follow(question);
  }

  function askAgain(): void {
    const { messages, run } = state.value;
    const question = messages.findLast((message) => message.role === 'user');
    if (!question || run) return;
    change({ type: 'last-pair-dropped' });
    ask(question.text);
  }

  function stop(): void {
    const { run } = state.value;
    if (!run || run.stopping) return;
    change({ type: 'stop-asked' });
    if (run.runId !== undefined) void tellStop(run.runId);
  }

  async function tellStop(runId: string): Promise<void> {
    try {
      await client.stop(runId);
    } catch {
      change({ type: 'stop-refused' });
    }
  }

  function newConversation(): void {
    startAfresh();
    tellTabs('changed');
  }

  return {
    state,
    site: settings.site,
    trouble: settings.trouble,
    connection,
    unread: unread.count,
    draft,
    followUps,
    picture: (path) => client.picture(path),
    kept,
    start,
    ask,
    askAgain,
    stop,
    newConversation,
    setSeen(now) {
      unread.setSeen(now);
      if (now && !state.value.run) unread.settle();
    },
    identify(token, when) {
      identity = token;
      if (when) return;
      sessions.forget();
      startAfresh();
    },
    logout() {
      identity = undefined;
      newConversation();
      sessions.forget();
      kept.set('draft', undefined);
      draft.value = '';
    },
    leave() {
      stopReading();
      channel.close();
    },
  };
}
