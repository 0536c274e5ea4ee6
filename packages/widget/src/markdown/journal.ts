/**
 * What is read of a text's last characters may turn out another way with the next ones. Every change goes through here, so
 * that it can be taken back.
 */
export class Journal {
  /** Of each change: whose, which, and what was there before. */
  readonly #changes: unknown[] = [];

  set<Target extends object, Key extends keyof Target>(target: Target, key: Key, value: Target[Key]): void {
    const before = target[key];
    if (before === value) return;
    this.#changes.push(target, key, before);
    target[key] = value;
  }

  /** What was changed stays changed. */
  keep(): void {
    this.#changes.length = 0;
  }

  takeBack(): void {
    const changes = this.#changes;
    for (let at = changes.length - 3; at >= 0; at -= 3)
      (changes[at] as Record<PropertyKey, unknown>)[changes[at + 1] as PropertyKey] = changes[at + 2];
    changes.length = 0;
  }
}
