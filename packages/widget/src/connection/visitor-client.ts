/** The visitors' HTTP interface, one function per route. Every answer that is not a success throws a `Refusal`. */
import type { PublicSite } from '@guichet/contract/public-site';
import type { Conversation, FollowUps, VisitorSession } from '@guichet/contract/visitor-api';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { Question } from '../chat/outbox.ts';
import { Refusal, refusalFrom } from './refusal.ts';
import type { VisitorSessions } from './visitor-session.ts';

export interface VisitorClient {
  site(): Promise<PublicSite>;
  /** Whether anything answers at the server's address, even if this page may not read it. */
  answersAtAll(): Promise<boolean>;
  newVisitor(identity: string | undefined): Promise<VisitorSession>;
  newConversation(): Promise<{ id: string }>;
  conversation(id: string): Promise<Conversation>;
  /** The stream of the run that answers. The same key again is the same question again, not a second one. */
  ask(conversationId: string, question: Question, signal: AbortSignal): Promise<Response>;
  /** Any other route below the site's own path, with the visitor's token; for what comes on demand. */
  own(path: string, init?: OwnRequest): Promise<Response>;
  /** The rest of a run after `lastEventId`, or all of it. */
  events(runId: string, lastEventId: string | undefined, signal: AbortSignal): Promise<Response>;
  stop(runId: string): Promise<void>;
  /** The bytes of a picture; `path` as the server gave it. */
  picture(path: string): Promise<Blob>;
  /** Questions to ask after this answer; may take as long as a short answer. */
  followUps(messageId: string): Promise<FollowUps>;
}

export interface OwnRequest {
  method?: string;
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
  /** Instead of the usual way. */
  via?: typeof fetch;
}

export interface VisitorClientOptions {
  server: string;
  site: string;
  locale: () => VisitorLocale;
  /** Set right after construction: the sessions need the client to get their tokens. */
  sessions: () => VisitorSessions;
  fetch?: typeof fetch;
}

/** A long conversation comes page by page. Beyond these, more than anybody scrolls through, its beginning is not shown. */
const MAX_PAGES = 10;

type Request = Omit<RequestInit, 'headers'> & { headers?: Record<string, string>; via?: typeof fetch };

/** The site whose routes need no id in their path. */
const DEFAULT_SITE = 'default';

/** Requests that should answer at once give up after this long; a stream's own silence is watched by its reader. */
const ANSWER_WITHIN_MS = 20_000;

/** A model writes them; nobody waits for them, so they may come late and not at all. */
const FOLLOW_UPS_WITHIN_MS = 60_000;

export function visitorClient(options: VisitorClientOptions): VisitorClient {
  const { server, site } = options;
  const sitePath = `/v1/sites/${encodeURIComponent(site)}`;
  const base = site === DEFAULT_SITE ? '/v1' : sitePath;
  const send: typeof fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  async function request(path: string, { via = send, ...init }: Request): Promise<Response> {
    const response = await via(`${server}${path}`, {
      credentials: 'omit',
      cache: 'no-store',
      ...init,
      headers: { 'Accept-Language': options.locale(), ...init.headers },
    });
    if (!response.ok) throw await refusalFrom(response);
    return response;
  }

  async function asVisitor(path: string, init: Request): Promise<Response> {
    const { token } = await options.sessions().ensure();
    return request(path, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } });
  }

  const json = (body: unknown) => ({ body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });

  return {
    async site() {
      return bodyOf(await request(sitePath, { signal: soon() }));
    },
    answersAtAll() {
      return send(`${server}/healthz`, { mode: 'no-cors', credentials: 'omit', signal: soon() }).then(
        () => true,
        () => false,
      );
    },
    async newVisitor(identity) {
      const wish = json({ locale: options.locale(), ...(identity !== undefined && { identity }) });
      return bodyOf(await request(`${sitePath}/visitors`, { method: 'POST', signal: soon(), ...wish }));
    },
    async newConversation() {
      return bodyOf(await asVisitor(`${base}/conversations`, { method: 'POST', signal: soon(), ...json({}) }));
    },
    async conversation(id) {
      const path = `${base}/conversations/${encodeURIComponent(id)}`;
      const page = async (before?: string): Promise<Conversation> =>
        bodyOf(await asVisitor(before === undefined ? path : `${path}?before=${before}`, { signal: soon() }));
      const newest = await page();
      const messages = [...newest.messages];
      let { earlier } = newest;
      for (let pages = 1; earlier !== undefined && pages < MAX_PAGES; pages++) {
        const older = await page(earlier);
        messages.unshift(...older.messages);
        earlier = older.earlier;
      }
      return { ...newest, messages };
    },
    async ask(conversationId, { text, key, replaces, files, context }, signal) {
      const { body, headers } = json({ text, replaces, attachments: files?.map(({ id }) => id), context });
      return asStream(
        await asVisitor(`${base}/conversations/${encodeURIComponent(conversationId)}/messages`, {
          method: 'POST',
          signal,
          body,
          headers: { ...headers, Accept: 'text/event-stream', 'Idempotency-Key': key },
        }),
      );
    },
    async events(runId, lastEventId, signal) {
      const after: Record<string, string> = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
      const headers = { Accept: 'text/event-stream', ...after };
      return asStream(await asVisitor(`${base}/runs/${encodeURIComponent(runId)}/events`, { signal, headers }));
    },
    async stop(runId) {
      await asVisitor(`${base}/runs/${encodeURIComponent(runId)}/stop`, {
        method: 'POST',
        signal: soon(),
        ...json({}),
      });
    },
    own: (path, { body, ...init } = {}) =>
      asVisitor(`${base}${path}`, { signal: soon(), ...init, ...(body !== undefined && json(body)) }),
    async picture(path) {
      // A picture never changes, so the browser may keep it.
      return (await asVisitor(path, { signal: soon(), cache: 'default' })).blob();
    },
    async followUps(messageId) {
      const signal = AbortSignal.timeout(FOLLOW_UPS_WITHIN_MS);
      return bodyOf(await asVisitor(`${base}/messages/${encodeURIComponent(messageId)}/follow-ups`, { signal }));
    },
  };
}

/** Not `AbortSignal.timeout`, which some pages' own stand-ins for older browsers lack. */
function soon(): AbortSignal {
  const late = new AbortController();
  setTimeout(() => late.abort(), ANSWER_WITHIN_MS);
  return late.signal;
}

/** A captive portal or a proxy may answer 200 with a page of its own. */
async function bodyOf<Body>(response: Response): Promise<Body> {
  const body: Body | undefined = await response.json().catch(() => undefined);
  if (body === undefined || body === null) throw unexpectedAnswer(response);
  return body;
}

/** 204: the run has ended, and all of it was read. */
function asStream(response: Response): Response {
  if (response.status === 204) return response;
  if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) return response;
  throw unexpectedAnswer(response);
}

function unexpectedAnswer(response: Response): Refusal {
  return new Refusal(response.status, { code: 'unexpected-answer', retryable: true });
}
