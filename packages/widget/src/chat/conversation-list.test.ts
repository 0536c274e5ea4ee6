import type { Conversation, VisitorSession } from '@guichet/contract/visitor-api';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keptValues } from '../connection/kept-values.ts';
import { Refusal } from '../connection/refusal.ts';
import { type ConversationList, conversationList } from './conversation-list.ts';

const VISITOR: VisitorSession = { token: 't', expiresAt: '2099-01-01T00:00:00Z', visitor: { id: 'vis_1' } };

const open: ConversationList[] = [];
afterEach(() => {
  for (const list of open.splice(0)) list.leave();
  vi.useRealTimers();
});

function storage() {
  const values = new Map<string, string>();
  return {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  };
}

interface Wish {
  server?: string;
  visitor?: VisitorSession | undefined;
  asking?: boolean;
  store?: ReturnType<typeof storage>;
}

function scene(read: (id: string) => Promise<Conversation>, wish: Wish = {}) {
  const { server = `https://${Math.random()}.example`, asking = false, store = storage() } = wish;
  const happened: string[] = [];
  let visitor = 'visitor' in wish ? wish.visitor : VISITOR;
  const kept = keptValues(server, 'default', { browser: () => store, tab: () => store });
  const list = conversationList({
    server,
    site: 'default',
    client: { conversation: read },
    sessions: {
      current: () => visitor,
      forget() {
        visitor = undefined;
        happened.push('forget');
      },
    },
    kept,
    isAsking: () => asking,
    onLoaded: ({ id }) => void happened.push(`loaded ${id}`),
    onWaiting: () => void happened.push('waiting'),
    onGone: () => void happened.push('gone'),
    onRead: () => void happened.push('read'),
  });
  open.push(list);
  return { list, happened, kept };
}

const whole = async (id: string): Promise<Conversation> => ({
  id,
  title: '',
  createdAt: '',
  updatedAt: '',
  messages: [],
});
const refused = (status: number) => async () => {
  throw new Refusal(status, { code: 'x', retryable: status >= 500 });
};

describe('the list of conversations', () => {
  it('asks for nothing before there is a visitor and a conversation', async () => {
    const read = vi.fn(whole);
    await scene(read).list.load();
    const { list } = scene(read, { visitor: undefined });
    list.choose('con_1');
    await list.load();
    expect(read).not.toHaveBeenCalled();
  });

  it('loads the one that this browser is in', async () => {
    const { list, happened } = scene(whole);
    list.choose('con_1');
    await list.load();
    expect(happened).toEqual(['loaded con_1']);
  });

  it('loads the one that was chosen meanwhile', async () => {
    const { list, happened } = scene(async (id) => {
      if (id === 'con_1') list.choose('con_2');
      return whole(id);
    });
    list.choose('con_1');
    await list.load();
    expect(happened).toEqual(['loaded con_2']);
  });

  it('keeps what is shown while a question is on its way', async () => {
    const { list, happened } = scene(whole, { asking: true });
    list.choose('con_1');
    await list.load();
    expect(happened).toEqual([]);
  });

  it('loads once more for who asks while it loads, not once for each', async () => {
    const { list, happened } = scene(whole);
    list.choose('con_1');
    await Promise.all([list.load(), list.load(), list.load()]);
    await vi.waitFor(() => expect(happened).toEqual(['loaded con_1', 'loaded con_1']));
  });

  it.each([
    [401, ['forget', 'gone']],
    [404, ['gone']],
    [403, []],
  ])('after a refusal with %i', async (status, said) => {
    const { list, happened } = scene(refused(status));
    list.choose('con_1');
    await list.load();
    expect(happened).toEqual(said);
  });

  it('waits for a server that does not answer, and gives up after nine times', async () => {
    vi.useFakeTimers();
    const { list, happened } = scene(refused(503));
    list.choose('con_1');
    const loading = list.load();
    await vi.advanceTimersByTimeAsync(200_000);
    await loading;
    expect(happened).toEqual(Array(8).fill('waiting'));
  });
});

describe('two tabs', () => {
  const tabs = () => {
    const shared = { server: `https://${Math.random()}.example`, store: storage() };
    return [scene(whole, shared), scene(whole, shared)] as const;
  };

  it('show what happens in one of them in the other', async () => {
    const [here, there] = tabs();
    here.list.choose('con_1');
    here.list.tellTabs('run');
    await vi.waitFor(() => expect(there.happened).toEqual(['loaded con_1']));
    here.list.tellTabs('read');
    await vi.waitFor(() => expect(there.happened.at(-1)).toBe('read'));
    here.list.choose(undefined);
    here.list.tellTabs('changed');
    await vi.waitFor(() => expect(there.happened.at(-1)).toBe('gone'));
    expect(here.happened).toEqual([]);
  });

  it('of different visitors have nothing to do with each other', async () => {
    const shared = { server: `https://${Math.random()}.example`, store: storage() };
    const here = scene(whole, shared);
    const stranger = scene(whole, { ...shared, visitor: { ...VISITOR, visitor: { id: 'vis_2' } } });
    const same = scene(whole, shared);
    here.list.choose('con_1');
    here.list.tellTabs('run');
    // It is told last: what the stranger hears has arrived by then.
    await vi.waitFor(() => expect(same.happened).toEqual(['loaded con_1']));
    expect(stranger.happened).toEqual([]);
  });
});
