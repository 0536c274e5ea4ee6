import type { VisitorSession } from '@guichet/contract/visitor-api';
import { describe, expect, it } from 'vitest';
import { keptValues, type Stores } from './kept-values.ts';
import { visitorSessions } from './visitor-session.ts';

function memoryStores(): Stores {
  const values = new Map<string, string>();
  const store = {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  };
  return { browser: () => store, tab: () => store };
}

const forbidden: Stores = {
  browser: () => {
    throw new Error('SecurityError');
  },
  tab: () => {
    throw new Error('SecurityError');
  },
};

let made = 0;
const request = async (): Promise<VisitorSession> => {
  made++;
  return { token: `token-${made}`, expiresAt: '2026-06-01T12:00:00Z', visitor: { id: `vis_${made}` } };
};
const before = () => Date.parse('2026-06-01T11:00:00Z');
const afterwards = () => Date.parse('2026-06-01T11:59:45Z');

describe('visitorSessions', () => {
  it('asks once, and keeps the session for the next page', async () => {
    const stores = memoryStores();
    const first = visitorSessions(keptValues('https://a', 's', stores), request, before);
    const [one, two] = await Promise.all([first.ensure(), first.ensure()]);
    expect(one).toEqual(two);
    const next = visitorSessions(keptValues('https://a', 's', stores), request, before);
    expect(next.current()).toEqual(one);
  });

  it('keeps sites apart', async () => {
    const stores = memoryStores();
    await visitorSessions(keptValues('https://a', 's', stores), request, before).ensure();
    expect(visitorSessions(keptValues('https://a', 'other', stores), request, before).current()).toBeUndefined();
    expect(visitorSessions(keptValues('https://b', 's', stores), request, before).current()).toBeUndefined();
  });

  it('gets a new one when the old is about to end, or is forgotten', async () => {
    const stores = memoryStores();
    const sessions = visitorSessions(keptValues('https://a', 's', stores), request, before);
    const first = await sessions.ensure();
    expect(visitorSessions(keptValues('https://a', 's', stores), request, afterwards).current()).toBeUndefined();
    sessions.forget();
    expect((await sessions.ensure()).token).not.toBe(first.token);
  });

  it('lives as long as the page where nothing may be stored', async () => {
    const sessions = visitorSessions(keptValues('https://a', 's', forbidden), request, before);
    const session = await sessions.ensure();
    expect(sessions.current()).toEqual(session);
    sessions.forget();
    expect(sessions.current()).toBeUndefined();
  });

  it('takes no rubbish for a session', () => {
    for (const rubbish of ['', '{', 'null', '{"token":"x"}']) {
      const stores = memoryStores();
      stores.browser().setItem('guichet:https://a|s:visitor', rubbish);
      expect(visitorSessions(keptValues('https://a', 's', stores), request, before).current()).toBeUndefined();
    }
  });
});
