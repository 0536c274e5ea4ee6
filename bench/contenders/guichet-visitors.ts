/** Visitors with a conversation each, as many as there are questions to ask. */
import { VISITOR_RUNS_AT_A_TIME } from '@guichet/contract/limits';

export const ORIGIN = 'https://shop.example';

export interface Place {
  token: string;
  conversation: string;
}

/** Visitors are made together, but not so many at once that the listening queue is what is tested. */
const AT_ONCE = 25;

export class GuichetVisitors {
  readonly #url: string;
  readonly #tokens: string[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  /** New conversations, so that no question drags earlier ones along; no visitor gets more than may run at a time. */
  async places(count: number): Promise<Place[]> {
    const wanted = Math.ceil(count / VISITOR_RUNS_AT_A_TIME);
    await inGroups(wanted - this.#tokens.length, async () => {
      const { token } = await this.#post<{ token: string }>('/v1/sites/default/visitors', {}, '{}');
      this.#tokens.push(token);
    });
    const places: Place[] = [];
    await inGroups(count, async (index) => {
      const token = this.#tokens[index % wanted] ?? '';
      const { id } = await this.#post<{ id: string }>('/v1/conversations', { authorization: `Bearer ${token}` });
      places.push({ token, conversation: id });
    });
    return places;
  }

  async #post<Body>(path: string, headers: Record<string, string>, body?: string): Promise<Body> {
    const response = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body }),
    });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
    return (await response.json()) as Body;
  }
}

async function inGroups(count: number, task: (index: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - from);
    await Promise.all(Array.from({ length: size }, (_, offset) => task(from + offset)));
  }
}
