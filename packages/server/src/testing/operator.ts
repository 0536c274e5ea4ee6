/** An operator in tests: signs in as they do, and asks the console's API the way its pages do. */
import { createAdminSessions } from '../admin/admin-sessions.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { expectAsDescribed } from './as-described.ts';
import { writeBeside } from './write-beside.ts';

/** An operator's browser: keeps its cookie and says which page asks. */
export class Operator {
  readonly #url: string;
  /** The session as the browser sends it. */
  cookie = '';
  /** What the browser keeps beyond its session. */
  browser = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** Signed in by a link of `npx guichet admin link`. */
  static async signIn(url: string, dataDir: string): Promise<Operator> {
    const operator = new Operator(url);
    const response = await operator.request('POST', '/session', { link: await newLink(dataDir) });
    if (response.status !== 200) throw new Error(`The sign-in was refused with ${response.status}.`);
    return operator;
  }

  /** The same browser at another address: another server behind the same load balancer. */
  movedTo(url: string): Operator {
    const moved = new Operator(url);
    moved.cookie = this.cookie;
    moved.browser = this.browser;
    return moved;
  }

  async request(
    method: string,
    place: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await fetch(`${this.#url}/admin/api${place}`, {
      method,
      headers: {
        Origin: this.#url,
        Cookie: [this.cookie, this.browser].filter(Boolean).join('; '),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    await expectAsDescribed(method, response.url, response);
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      if (pair.startsWith('guichet_browser=')) this.browser = pair;
      else if (!pair.startsWith('__Host-') || !pair.endsWith('=')) this.cookie = pair;
    }
    return response;
  }

  async ask<Body>(method: string, place: string, body?: unknown): Promise<Body> {
    return (await (await this.request(method, place, body)).json()) as Body;
  }
}

/** What `npx guichet admin link` does, on the same data, beside the running server. */
export async function newLink(dataDir: string, now: () => number = Date.now): Promise<string> {
  return writeBeside(dataDir, (database) => createAdminSessions(createSqlAdminRecords(database), now).createLink());
}
