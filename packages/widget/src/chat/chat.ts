/**
 * One visitor's chat with one site: holds the state the parts draw, and does what the visitor asks. Three parts do the work:
 * the list of conversations, the session of the run being read, and the outbox of questions on their way.
 * Knows no element and no screen.
 */
import type { PageContext } from '@guichet/contract/clean-page-context';
import type { PublicSite } from '@guichet/contract/public-site';
import type { VisitorFile } from '@guichet/contract/visitor-api';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type KeptValues, keptValues } from '../connection/kept-values.ts';
import { type VisitorClient, visitorClient } from '../connection/visitor-client.ts';
import { type VisitorSessions, visitorSessions } from '../connection/visitor-session.ts';
import { type ConversationAction, conversation } from '../conversation/conversation.ts';
import { type ConversationState, type Failure, NO_CONVERSATION } from '../conversation/conversation-state.ts';
import type { TellChatNews } from './chat-news.ts';
import { type ConversationList, conversationList } from './conversation-list.ts';
import { outbox, type Question } from './outbox.ts';
import { randomKey } from './random-key.ts';
import { type Connection, type RunSession, runSession } from './run-session.ts';
import { siteSettings } from './site-settings.ts';
import { unreadAnswer } from './unread-answer.ts';
import { unsentQuestions } from './unsent-questions.ts';

export interface Chat {
  state: ReadonlySignal<ConversationState>;
  site: ReadonlySignal<PublicSite | undefined>;
  /** Why the chat cannot be used at all; undefined while it can. */
  trouble: ReadonlySignal<Failure | undefined>;
  connection: ReadonlySignal<Connection>;
  /** Answers that ended while nobody looked. */
  unread: ReadonlySignal<number>;
  draft: Signal<string>;
  /** What is attached beside the field; filled by the piece that attaches. */
  files: AttachedFiles;
  /** What the site asks before a question; filled by the piece that asks it. */
  introduction: Introduction;
  /** What the page says of itself, as it goes along with questions and is shown to the visitor. */
  context: Signal<PageContext | undefined>;
  /** The last question is in the field, to be asked in other words. */
  editing: Signal<boolean>;
  /** Written while the server could not be reached; they go in order. */
  waiting: ReadonlySignal<readonly Question[]>;
  /** A route of the visitors’ interface, for what comes on demand. */
  own: VisitorClient['own'];
  /** The next request of `own` comes with a new token. */
  renew(): void;
  /** Shows another conversation of this visitor. */
  show(conversation: string): void;
  /** Puts the last question into the field, to be asked in other words. */
  edit(): void;
  /** Whether what is written has to stay in the field for now. */
  isBusy(): boolean;
  /** Questions to ask next, under the last answer; empty while there are none. */
  followUps: ReadonlySignal<readonly string[]>;
  /** The bytes of a picture that an answer brought. */
  picture(path: string): Promise<Blob>;
  kept: KeptValues;
  /** Loads the site and what this browser knows of a conversation. Again after trouble. */
  start(): Promise<void>;
  /** Only the conversation, while nobody has opened the chat: it may hold an answer that was not seen. */
  readOn(): Promise<void>;
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

export interface AttachedFiles {
  /**
   * For the next question, and then no longer beside the field.
   * @param before of the question that is replaced. The very same list comes back where nothing is added to it: then it may
   * be the same question
   */
  take(before?: readonly VisitorFile[]): readonly VisitorFile[] | undefined;
}

export interface Introduction {
  /**
   * Keeps a question in the field until the visitor has said what the site asks first.
   * @param isRefused the server missed something
   */
  holdsBack(text: string, isRefused?: boolean): boolean;
}

export interface ChatOptions {
  server: string;
  site: string;
  locale: () => VisitorLocale;
  tell: TellChatNews;
}

/** What is written so soon after a question, before a word of the answer is there, belongs to it. */
const SAME_TURN_MS = 1_500;

export function createChat({ server, site: siteId, locale, tell }: ChatOptions): Chat {
  const kept = keptValues(server, siteId);
  const client: VisitorClient = visitorClient({ server, site: siteId, locale, sessions: () => sessions });
  let identity: string | undefined;
  const sessions: VisitorSessions = visitorSessions(kept, () => client.newVisitor(identity));

  const state = signal<ConversationState>(NO_CONVERSATION);
  const draft = signal(kept.get('draft') ?? '');
  const context = signal<PageContext | undefined>(undefined);
  const editing = signal(false);
  const files: AttachedFiles = { take: (before) => before };
  const introduction: Introduction = { holdsBack: () => false };
  const unsent = unsentQuestions(kept);
  let askedAt = 0;
  /** Belongs to the question on its way, which has no id yet. */
  let joining = '';
  const followUps = signal<readonly string[]>([]);
  const settings = siteSettings({ client, server, siteId, tell });
  const unread = unreadAnswer(kept, tell, () => list.tellTabs('read'));

  const list: ConversationList = conversationList({
    server,
    site: siteId,
    client,
    sessions,
    kept,
    isAsking: () => state.value.run !== undefined && state.value.run.runId === undefined,
    onLoaded(conversation) {
      const readBefore = state.value.run?.runId;
      change({ type: 'loaded', conversation });
      session.setConnected(true);
      if (session.followOther(readBefore)) return;
      session.leave();
      unread.settle();
    },
    onWaiting: () => session.setConnected(false),
    onGone: startAfresh,
    onRead() {
      if (!state.value.run) unread.markRead();
    },
  });

  const questions = outbox({
    client,
    conversation: () => state.value.id,
    onOpened: (id) => change({ type: 'opened', id }),
    forgetVisitor: () => sessions.forget(),
    explain: settings.explain,
    startWith({ text, key }) {
      change({ type: 'cleared' });
      change({ type: 'asked', text, key, at: new Date().toISOString() });
    },
  });

  const session: RunSession = runSession({
    client,
    outbox: questions,
    state,
    change,
    onBegun(runId, askedHere) {
      unread.expect(runId);
      if (askedHere) {
        unsent.sending(undefined);
        list.tellTabs('run');
      }
      tell('response-start', { id: state.value.messages.at(-1)?.id });
      if (askedHere && joining) join('');
    },
    onEnded: ended,
    onGone: () => list.load(),
  });

  function change(action: ConversationAction): void {
    const before = state.value;
    state.value = conversation(before, action);
    const { id } = state.value;
    if (id !== before.id) list.choose(id);
  }

  async function start(): Promise<void> {
    await Promise.all([settings.load(), list.load()]);
    const left = unsent.restore();
    // The server may have taken the first one without this page having heard of it.
    if (left[0] && left[0].text === lastQuestion()?.text) left.shift();
    unsent.clear();
    for (const question of left) unsent.add(question);
    goOn();
  }

  function startAfresh(): void {
    session.leave();
    followUps.value = [];
    editing.value = false;
    unsent.clear();
    change({ type: 'cleared' });
    list.choose(undefined);
    unread.markRead();
  }

  function ended(): void {
    const answer = state.value.messages.at(-1);
    if (answer?.role !== 'assistant') return;
    tell('response-end', { id: answer.id, status: answer.status });
    if (answer.failure) tell('error', { code: answer.failure.code, ref: answer.failure.ref });
    else tell('message-received', { id: answer.id, text: answer.text });
    if (answer.status === 'complete') void propose(answer.id);
    unread.settle();
    unsent.sending(undefined);
    if (answer.failure?.code === 'introduction-missing') void takeBack();
    else goOn();
  }

  /** What the site asks may be another thing than this page knows. Where nothing asks it, the server's sentence stays. */
  async function takeBack(): Promise<void> {
    await settings.load();
    const question = lastQuestion();
    if (question && !state.value.run && introduction.holdsBack(question.text, true))
      change({ type: 'last-pair-dropped' });
  }

  /** Only after an answer that was read here: a conversation that is loaded again costs no further question. */
  async function propose(answerId: string | undefined): Promise<void> {
    if (!answerId || !settings.site.value?.features.followUps) return;
    const proposed = await client.followUps(answerId).catch(() => undefined);
    if (state.value.messages.at(-1)?.id === answerId) followUps.value = proposed?.questions ?? [];
  }

  const lastQuestion = () => state.value.messages.findLast(({ role }) => role === 'user');

  /** The next of those that wait, if nothing is being answered. */
  function goOn(): void {
    const next = state.value.run ? undefined : unsent.next();
    if (next) send(questions.put(next));
  }

  function send(question: Question): void {
    const { text, files } = question;
    followUps.value = [];
    unsent.sending(question);
    askedAt = Date.now();
    change({ type: 'asked', text, key: randomKey(), at: new Date().toISOString(), files });
    void session.follow(question);
  }

  /** No connection has taken the question yet: what is written after it waits behind it. */
  const isUnreachable = () =>
    state.value.run !== undefined && state.value.run.runId === undefined && session.connection.value !== 'fine';

  const isSameTurn = () =>
    state.value.messages.at(-1)?.text === '' && !state.value.run?.stopping && Date.now() - askedAt < SAME_TURN_MS;

  const isBusy = () => state.value.run !== undefined && !isUnreachable() && !isSameTurn();

  const withMore = (text: string) => ({ text, files: files.take(), context: context.value });

  function ask(raw: string): void {
    const text = raw.trim();
    if (text === '' || isBusy() || introduction.holdsBack(text)) return;
    tell('message-sent', { text });
    if (editing.value) replace(text);
    else if (!state.value.run) send(questions.put(withMore(text)));
    else if (isUnreachable()) unsent.add({ ...withMore(text), key: randomKey() });
    else join(text);
  }

  /** Several short messages in a row are one turn: the first one’s place is taken by all of them. */
  function join(text: string): void {
    joining = [joining, text].filter(Boolean).join('\n');
    if (state.value.run?.runId === undefined) return;
    const whole = `${lastQuestion()?.text}\n${joining}`;
    joining = '';
    session.leave();
    replace(whole);
  }

  /** Asks in the place of the last question, which goes with its answer. */
  function replace(text: string): void {
    const question = lastQuestion();
    editing.value = false;
    change({ type: 'last-pair-dropped' });
    send(questions.put({ text, replaces: question?.id, files: files.take(question?.files) }));
  }

  function askAgain(): void {
    const question = lastQuestion();
    if (question && !state.value.run) replace(question.text);
  }

  function newConversation(): void {
    startAfresh();
    list.tellTabs('changed');
  }

  return {
    state,
    site: settings.site,
    trouble: settings.trouble,
    connection: session.connection,
    unread: unread.count,
    draft,
    files,
    introduction,
    context,
    editing,
    waiting: unsent.waiting,
    own: client.own,
    renew: sessions.forget,
    show(id) {
      session.leave();
      followUps.value = [];
      editing.value = false;
      unread.markRead();
      change({ type: 'cleared' });
      list.choose(id);
      list.tellTabs('changed');
      void list.load();
    },
    edit() {
      const question = lastQuestion();
      if (!question || state.value.run) return;
      editing.value = true;
      draft.value = question.text;
    },
    isBusy,
    followUps,
    picture: (path) => client.picture(path),
    kept,
    start,
    readOn: list.load,
    ask,
    askAgain,
    stop: session.stop,
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
      kept.set('introduced', undefined);
      draft.value = '';
      files.take();
    },
    leave() {
      session.leave();
      list.leave();
    },
  };
}
