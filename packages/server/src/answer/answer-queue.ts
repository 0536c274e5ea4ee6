/**
 * Lets so many answers be written at the same time as the Open WebUI behind can write; the others wait and are told how
 * many are before them. A place goes to the network that has the fewest, so that one crowd does not keep all others out.
 */

/** Of all places, in hundredths, those that one network may have. Beyond: its questions wait, and others have a place. */
const NETWORK_SHARE_PERCENT = 75;

/** A line that moves faster is not read; slower, it looks stuck. */
const TELL_EVERY_MS = 1_000;

export interface QueuedAnswer {
  /** A pseudonym of where it comes from. */
  network: string;
  begin(): void;
  /** @param before how many will be begun first */
  wait(before: number): void;
}

export class AnswerQueue {
  readonly #places: () => number;
  readonly #running = new Set<QueuedAnswer>();
  readonly #byNetwork = new Map<string, number>();
  /** With the number each was last told. */
  readonly #waiting = new Map<QueuedAnswer, number | undefined>();
  #telling: NodeJS.Timeout | undefined;

  /** @param places asked each time: the setting can change while the server runs */
  constructor(places: () => number) {
    this.#places = places;
  }

  get waitingCount(): number {
    return this.#waiting.size;
  }

  /** Begins it now or when its turn comes. */
  enter(answer: QueuedAnswer): void {
    this.#waiting.set(answer, undefined);
    this.#fill();
    if (!this.#waiting.has(answer)) return;
    this.#tell(answer, this.#waiting.size - 1);
  }

  /** It has ended, or does not wait any more. */
  leave(answer: QueuedAnswer): void {
    if (this.#waiting.delete(answer)) this.#tellSoon();
    if (!this.#running.delete(answer)) return;
    const left = (this.#byNetwork.get(answer.network) ?? 1) - 1;
    if (left > 0) this.#byNetwork.set(answer.network, left);
    else this.#byNetwork.delete(answer.network);
    this.#fill();
  }

  #fill(): void {
    while (this.#running.size < this.#places()) {
      const next = this.#next();
      if (!next) return;
      this.#waiting.delete(next);
      this.#running.add(next);
      this.#byNetwork.set(next.network, this.#runningOf(next) + 1);
      this.#tellSoon();
      next.begin();
    }
  }

  /** Of those who waited longest in their network, the one whose network has the fewest. */
  #next(): QueuedAnswer | undefined {
    const share = Math.ceil((this.#places() * NETWORK_SHARE_PERCENT) / 100);
    let best: QueuedAnswer | undefined;
    for (const answer of this.#waiting.keys()) {
      const running = this.#runningOf(answer);
      if (running < share && (best === undefined || running < this.#runningOf(best))) best = answer;
    }
    return best;
  }

  #runningOf({ network }: QueuedAnswer): number {
    return this.#byNetwork.get(network) ?? 0;
  }

  #tell(answer: QueuedAnswer, before: number): void {
    if (this.#waiting.get(answer) === before) return;
    this.#waiting.set(answer, before);
    answer.wait(before);
  }

  #tellSoon(): void {
    if (this.#waiting.size === 0) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      let before = 0;
      for (const answer of [...this.#waiting.keys()]) this.#tell(answer, before++);
    }, TELL_EVERY_MS).unref();
  }
}
