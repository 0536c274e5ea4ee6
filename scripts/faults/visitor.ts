/** A visitor with one question, who reads its answer to the end over as many connections and replicas as it takes. */
import { setTimeout as pause } from 'node:timers/promises';
import { ShownRun } from '../../packages/server/src/answer/testing/shown-run.ts';
import { ORIGIN } from './replicas.ts';

/** A visitor who waits longer than this for an end has found a fault. */
const PATIENCE_MS = 90_000;

/** As a browser waits between two attempts, at most. */
const RETRY_MS = 300;

export class Visitor {
  readonly question: string;
  /** One tab, or two at different replicas. */
  readonly tabs: readonly ShownRun[];
  /** Codes of refusals, each once. */
  readonly refusals = new Set<string>();
  connections = 0;
  readonly #headers: Record<string, string>;
  readonly #conversation: string;
  readonly #key = crypto.randomUUID();
  #runId: string | undefined;

  private constructor(question: string, headers: Record<string, string>, conversation: string, tabCount: number) {
    this.question = question;
    this.#headers = headers;
    this.#conversation = conversation;
    this.tabs = Array.from({ length: tabCount }, () => new ShownRun());
  }

  static async arrive(url: string, question: string, address: string, tabCount: number): Promise<Visitor> {
    const site = { Origin: ORIGIN, 'X-Forwarded-For': address };
    const made = await fetch(`${url}/v1/sites/default/visitors`, { method: 'POST', headers: site });
    if (made.status !== 201) throw new Error(`A visitor was refused: ${made.status} ${await made.text()}`);
    const { token } = (await made.json()) as { token: string };
    const headers = { ...site, Authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/v1/conversations`, { method: 'POST', headers });
    const { id } = (await response.json()) as { id: string };
    return new Visitor(question, headers, id, tabCount);
  }

  /** @param urls the replicas that a load balancer would choose from, at this moment */
  async readToTheEnd(urls: () => readonly string[], first: number): Promise<void> {
    await Promise.all(this.tabs.map((tab, at) => this.#readIn(tab, urls, first + at)));
  }

  async storedMessages(url: string): Promise<{ role: string; text: string; status: string }[]> {
    const response = await fetch(`${url}/v1/conversations/${this.#conversation}`, { headers: this.#headers });
    if (response.status !== 200) throw new Error(`The conversation was refused: ${response.status}`);
    return ((await response.json()) as { messages: { role: string; text: string; status: string }[] }).messages;
  }

  async #readIn(tab: ShownRun, urls: () => readonly string[], first: number): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    for (let turn = first; tab.end === undefined; turn++) {
      if (performance.now() > deadline) throw new Error(`“${this.question}” never came to its end: ${tab.lastEventId}`);
      const all = urls();
      await this.#readOnce(tab, all[turn % all.length] ?? '').catch(() => undefined);
      if (tab.end === undefined) await pause(Math.random() * RETRY_MS);
    }
  }

  async #readOnce(tab: ShownRun, url: string): Promise<void> {
    this.connections++;
    const response = await this.#connect(tab, url);
    if (response.status !== 200) {
      await this.#refused(tab, response);
      return;
    }
    tab.connect();
    const decoder = new TextDecoder();
    let head = '';
    for await (const piece of response.body ?? []) {
      const text = decoder.decode(piece, { stream: true });
      if (this.#runId === undefined) {
        head += text;
        this.#runId = /"runId":"([^"]+)"/.exec(head)?.[1];
      }
      tab.feed(text);
    }
  }

  #connect(tab: ShownRun, url: string): Promise<Response> {
    const last = tab.lastEventId;
    const place: Record<string, string> = last === undefined ? {} : { 'Last-Event-ID': last };
    if (this.#runId !== undefined) {
      return fetch(`${url}/v1/runs/${this.#runId}/events`, { headers: { ...this.#headers, ...place } });
    }
    return fetch(`${url}/v1/conversations/${this.#conversation}/messages`, {
      method: 'POST',
      headers: { ...this.#headers, 'Content-Type': 'application/json', 'Idempotency-Key': this.#key },
      body: JSON.stringify({ text: this.question }),
    });
  }

  async #refused(tab: ShownRun, response: Response): Promise<void> {
    if (response.status === 204) throw new Error('There is nothing left to read, but no end was told.');
    const { code } = (await response.json()) as { code: string };
    this.refusals.add(code);
    if (code === 'last-event-id-unknown') tab.readAgain();
  }
}
