import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Chat, createChat } from './chat.ts';
import type { ChatNewsName } from './chat-news.ts';
import { type FakeServer, fakeServer } from './fake-server.ts';

/** A page's storage; two chats that share it are two tabs of one browser. */
function storage() {
  const values = new Map<string, string>();
  return {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  };
}

let server: FakeServer;
let open: Chat[];
let news: [ChatNewsName, unknown][];
let address = 0;

beforeEach(() => {
  server = fakeServer();
  open = [];
  news = [];
  address++;
  vi.stubGlobal('fetch', server.fetch);
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
});

afterEach(() => {
  for (const chat of open) chat.leave();
  vi.unstubAllGlobals();
});

async function tab(): Promise<Chat> {
  const chat = createChat({
    server: `https://chat-${address}.example.com`,
    site: 'default',
    locale: () => 'en',
    tell: (name, detail) => void news.push([name, detail]),
  });
  open.push(chat);
  await chat.start();
  return chat;
}

const shown = (chat: Chat) => chat.state.value.messages.map(({ role, text, status }) => `${role} ${status}: ${text}`);
const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 });
const taken = (chat: Chat) => soon(() => expect(chat.state.value.run?.runId).toBeDefined());
const ended = (chat: Chat) => soon(() => expect(chat.state.value.run).toBeUndefined());

const file = (id: string) => ({ id, name: `${id}.png`, contentType: 'image/png', size: 1, status: 'ready' as const });

/** As the piece that attaches does it. */
function attach(chat: Chat, ...ids: string[]): void {
  let left = ids.map(file);
  chat.files.take = (before) => {
    const taken = left;
    left = [];
    return taken.length > 0 ? [...(before ?? []), ...taken] : before;
  };
}

describe('what is attached', () => {
  it('goes along with one question, is shown in it, and is gone from the field', async () => {
    const chat = await tab();
    attach(chat, 'one', 'two');
    chat.ask('Look');
    await taken(chat);
    server.finish();
    await ended(chat);
    chat.ask('And now?');
    await taken(chat);
    expect(server.attached).toEqual([['one', 'two'], undefined]);
    expect(chat.state.value.messages.map(({ files }) => files?.length)).toEqual([2, undefined, undefined, undefined]);
  });

  it('goes along again where its question is asked in other words, with what was added', async () => {
    const chat = await tab();
    attach(chat, 'one');
    chat.ask('Look');
    await taken(chat);
    server.finish();
    await ended(chat);
    chat.edit();
    attach(chat, 'two');
    chat.ask('Look closely');
    await taken(chat);
    expect(server.attached).toEqual([['one'], ['one', 'two']]);
  });

  it('is the same question when it did not arrive the first time', async () => {
    const chat = await tab();
    server.fail(/messages$/, { status: 400, code: 'bad-request' });
    attach(chat, 'one');
    chat.ask('Look');
    await ended(chat);
    chat.askAgain();
    await taken(chat);
    expect(server.attached).toEqual([['one']]);
  });

  it('is forgotten with its visitor', async () => {
    const chat = await tab();
    attach(chat, 'one');
    chat.logout();
    chat.ask('Look');
    await taken(chat);
    expect(server.attached).toEqual([undefined]);
  });
});

describe('a chat', () => {
  it('asks nobody for anything but the site before the first question', async () => {
    await tab();
    expect(server.requests).toEqual(['GET /v1/sites/default']);
  });

  it('proposes questions under an answer it has read, where the site does, until the next one is asked', async () => {
    server = fakeServer({ followUps: true });
    vi.stubGlobal('fetch', server.fetch);
    const chat = await tab();
    chat.ask('Why?');
    await taken(chat);
    server.write('Because.');
    server.finish();
    await ended(chat);
    await soon(() => expect(chat.followUps.value).toEqual(['And then?']));
    chat.ask('And then?');
    expect(chat.followUps.value).toEqual([]);
    await taken(chat);
    chat.stop();
    await ended(chat);
    // A stopped answer is followed by nothing.
    expect(server.requests.filter((request) => request.endsWith('/follow-ups'))).toHaveLength(1);
    const again = await tab();
    await soon(() => expect(again.state.value.messages).toHaveLength(4));
    expect(again.followUps.value).toEqual([]);
  });

  it('asks, shows the answer as it grows, and tells the page', async () => {
    const chat = await tab();
    chat.ask('  Why?  ');
    await taken(chat);
    server.write('Be');
    await soon(() => expect(shown(chat)).toEqual(['user complete: Why?', 'assistant streaming: Be']));
    server.write('cause');
    server.finish();
    await ended(chat);
    expect(shown(chat)).toEqual(['user complete: Why?', 'assistant complete: Because']);
    expect(news.map(([name]) => name)).toEqual([
      'message-sent',
      'response-start',
      'response-end',
      'message-received',
      'unread',
    ]);
  });

  it('shows an answer whole and once, however often its connection is cut', async () => {
    const chat = await tab();
    chat.ask('Why?');
    await taken(chat);
    for (const piece of ['One ', 'two ', 'three']) {
      server.write(piece);
      server.cut();
      await soon(() => expect(shown(chat)[1]).toContain(piece));
    }
    server.finish();
    await ended(chat);
    expect(shown(chat)[1]).toBe('assistant complete: One two three');
  });

  it('goes on with a running answer on the next page', async () => {
    const before = await tab();
    before.ask('Why?');
    await taken(before);
    server.write('Half ');
    before.leave();
    const after = await tab();
    await soon(() => expect(shown(after)).toEqual(['user complete: Why?', 'assistant streaming: Half ']));
    server.write('and half');
    server.finish();
    await ended(after);
    expect(shown(after)[1]).toBe('assistant complete: Half and half');
  });

  it('stops, also when it is told to before the server has answered', async () => {
    const chat = await tab();
    chat.ask('Why?');
    chat.stop();
    await ended(chat);
    expect(shown(chat)[1]).toBe('assistant stopped: ');
    chat.ask('Again?');
    await taken(chat);
    server.write('Because');
    chat.stop();
    await ended(chat);
    expect(shown(chat)[3]).toBe('assistant stopped: Because');
  });

  it('hands a question over once, even when the answer to that got lost', async () => {
    const chat = await tab();
    server.fail(/messages/, 'network');
    server.fail(/messages/, 'answer-lost');
    chat.ask('Why?');
    await taken(chat);
    server.finish();
    await ended(chat);
    expect(server.requests.filter((request) => request.endsWith('/messages'))).toHaveLength(3);
    expect(server.taken).toEqual(['Why?']);
    expect(shown(chat)).toHaveLength(2);
  });

  it('says what was refused, and asks again without showing the question twice', async () => {
    const chat = await tab();
    server.fail(/messages/, { status: 429, code: 'too-many-messages' });
    chat.ask('Why?');
    await ended(chat);
    expect(chat.state.value.messages[1]).toMatchObject({ status: 'failed', failure: { ref: 'R-1', retryable: true } });
    expect(news).toContainEqual(['error', { code: 'too-many-messages', ref: 'R-1' }]);
    chat.askAgain();
    await taken(chat);
    server.finish();
    await ended(chat);
    expect(shown(chat)).toEqual(['user complete: Why?', 'assistant complete: ']);
  });

  it('becomes a new visitor without a word when the old one is unknown', async () => {
    const chat = await tab();
    chat.ask('First?');
    await taken(chat);
    server.finish();
    await ended(chat);
    server.forgetVisitors();
    chat.ask('Second?');
    await taken(chat);
    server.write('Yes');
    server.finish();
    await ended(chat);
    expect(shown(chat)).toEqual(['user complete: Second?', 'assistant complete: Yes']);
    expect(news.map(([name]) => name)).not.toContain('error');
  });

  it('starts afresh when its conversation is gone', async () => {
    const before = await tab();
    before.ask('Why?');
    await taken(before);
    server.finish();
    await ended(before);
    before.leave();
    server.forgetVisitors();
    const after = await tab();
    expect(shown(after)).toEqual([]);
  });

  it('counts an answer that ended unseen, and forgets it once it was seen', async () => {
    const chat = await tab();
    chat.ask('Why?');
    await taken(chat);
    server.finish();
    await ended(chat);
    expect(chat.unread.value).toBe(1);
    chat.setSeen(true);
    expect(chat.unread.value).toBe(0);
  });

  it('says why the site cannot be had, and recovers', async () => {
    server.fail(/sites/, { status: 404, code: 'not-found' });
    const chat = await tab();
    expect(chat.trouble.value).toMatchObject({ code: 'not-found', ref: 'R-1' });
    await chat.start();
    expect(chat.trouble.value).toBeUndefined();
    expect(chat.site.value?.name).toBe('Test');
  });
});

describe('two tabs', () => {
  it('show the same conversation and the same growing answer', async () => {
    const [here, there] = [await tab(), await tab()];
    here.ask('Why?');
    await taken(there);
    server.write('Because');
    await soon(() => expect(shown(there)).toEqual(['user complete: Why?', 'assistant streaming: Because']));
    there.stop();
    await Promise.all([ended(here), ended(there)]);
    expect(shown(here)).toEqual(shown(there));
    expect(server.taken).toEqual(['Why?']);
  });

  it('begin a new conversation together', async () => {
    const [here, there] = [await tab(), await tab()];
    here.ask('Why?');
    await taken(there);
    server.finish();
    await Promise.all([ended(here), ended(there)]);
    there.newConversation();
    await soon(() => expect(shown(here)).toEqual([]));
  });

  it('agree on what was read', async () => {
    const [here, there] = [await tab(), await tab()];
    here.setSeen(true);
    here.ask('Why?');
    await taken(there);
    server.finish();
    await Promise.all([ended(here), ended(there)]);
    await soon(() => expect([here.unread.value, there.unread.value]).toEqual([0, 0]));
  });

  it('asks the last question again in its own place, and in other words where the visitor edits it', async () => {
    const chat = await tab();
    chat.ask('one');
    await taken(chat);
    server.write('First.');
    server.finish();
    await ended(chat);
    chat.askAgain();
    await taken(chat);
    server.write('Second.');
    server.finish();
    await ended(chat);
    expect(shown(chat)).toEqual(['user complete: one', 'assistant complete: Second.']);
    chat.edit();
    expect([chat.editing.value, chat.draft.value]).toEqual([true, 'one']);
    chat.ask('two');
    await taken(chat);
    server.finish();
    await ended(chat);
    expect(shown(chat)[0]).toBe('user complete: two');
    expect([server.taken, chat.editing.value]).toEqual([['one', 'one', 'two'], false]);
    const again = await tab();
    expect(shown(again)[0]).toBe('user complete: two');
    expect(again.state.value.messages).toHaveLength(2);
  });

  it('makes one turn of short messages in a row, whether the server has the first one yet or not', async () => {
    const chat = await tab();
    chat.ask('hello');
    chat.ask('are you there');
    await soon(() => expect(server.taken).toEqual(['hello', 'hello\nare you there']));
    await taken(chat);
    chat.ask('I have a question');
    await soon(() => expect(server.taken.at(-1)).toBe('hello\nare you there\nI have a question'));
    await taken(chat);
    server.write('Yes.');
    await soon(() => expect(chat.isBusy()).toBe(true));
    chat.ask('too late');
    server.finish();
    await ended(chat);
    expect(shown(chat)).toEqual(['user complete: hello\nare you there\nI have a question', 'assistant complete: Yes.']);
    expect(server.taken).toHaveLength(3);
  });

  it('a message written later than that waits in the field, as before', async () => {
    const chat = await tab();
    chat.ask('hello');
    await taken(chat);
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_600);
    expect(chat.isBusy()).toBe(true);
    chat.ask('more');
    now.mockRestore();
    server.finish();
    await ended(chat);
    expect(server.taken).toEqual(['hello']);
  });

  it('sends what was written without a connection once and in order, also after the page is loaded again', async () => {
    const first = await tab();
    for (let attempt = 0; attempt < 3; attempt++) server.fail(/visitors|conversations/, 'network');
    vi.stubGlobal('navigator', { onLine: false });
    first.ask('one');
    await soon(() => expect(first.connection.value).toBe('offline'));
    first.ask('two');
    first.ask('three');
    expect(first.waiting.value.map(({ text }) => text)).toEqual(['two', 'three']);
    expect(server.taken).toEqual([]);
    first.leave();
    vi.stubGlobal('navigator', { onLine: true });
    const second = await tab();
    for (const question of ['one', 'two', 'three']) {
      await soon(() => expect(server.taken.at(-1)).toBe(question));
      await taken(second);
      server.write(`On ${question}.`);
      server.finish();
      await soon(() => expect(shown(second)).toContain(`assistant complete: On ${question}.`));
    }
    expect(server.taken).toEqual(['one', 'two', 'three']);
    expect(second.kept.get('unsent')).toBeUndefined();
  });

  it('does not send again what the server took without this page having heard of it', async () => {
    const first = await tab();
    server.fail(/messages$/, 'answer-lost');
    first.ask('one');
    await soon(() => expect(server.taken).toEqual(['one']));
    first.leave();
    const second = await tab();
    await taken(second);
    server.finish();
    await ended(second);
    expect([server.taken, shown(second)]).toEqual([['one'], ['user complete: one', 'assistant complete: ']]);
  });
});
