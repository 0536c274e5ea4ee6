/** The visitor's token: asked for at the first question, kept for the next page, replaced when it no longer opens. */
import type { VisitorSession } from '@guichet/contract/visitor-api';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { KeptValues } from './kept-values.ts';

export interface VisitorSessions {
  /** The kept session, if it still holds. Asks nobody. */
  current(): VisitorSession | undefined;
  /** The current session, or a new one. */
  ensure(): Promise<VisitorSession>;
  forget(): void;
}

export interface VisitorRequest {
  locale: VisitorLocale;
  identity?: string;
}

/** A token this close to its end is not used any more: the request would arrive too late. */
const EXPIRY_MARGIN_MS = 30_000;

export function visitorSessions(
  kept: KeptValues,
  request: () => Promise<VisitorSession>,
  now: () => number = Date.now,
): VisitorSessions {
  let asking: Promise<VisitorSession> | undefined;

  function current(): VisitorSession | undefined {
    const session = sessionFrom(kept.get('visitor'));
    return session && Date.parse(session.expiresAt) - now() > EXPIRY_MARGIN_MS ? session : undefined;
  }

  async function ask(): Promise<VisitorSession> {
    // Two tabs that open at once must become one visitor: the second waits, then finds the first one's token.
    const session = current() ?? (await request());
    kept.set('visitor', JSON.stringify(session));
    return session;
  }

  return {
    current,
    ensure() {
      const session = current();
      if (session) return Promise.resolve(session);
      asking ??= oneTabAtATime(ask).finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget() {
      kept.set('visitor', undefined);
    },
  };
}

/** Locks exist on secure pages only, and not on all of them; elsewhere two tabs may become two visitors, which harms nobody. */
async function oneTabAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  let begun: Promise<Result> | undefined;
  try {
    await navigator.locks.request('guichet:visitor', () => {
      begun = work();
      return begun;
    });
  } catch {
    // What the work itself throws is thrown below.
  }
  return begun ?? work();
}

function sessionFrom(text: string | undefined): VisitorSession | undefined {
  if (!text) return undefined;
  try {
    const session: Partial<VisitorSession> = JSON.parse(text);
    return session.token && session.expiresAt && session.visitor?.id ? (session as VisitorSession) : undefined;
  } catch {
    return undefined;
  }
}
