/** The origins that may show the chat, while they are being typed. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { cleanOrigin, twinOrigin } from './clean-origin.ts';

export type OriginProblem = Extract<ReturnType<typeof cleanOrigin>, { kind: 'problem' }>['problem'] | 'twice';

export class OriginList {
  readonly text = signal('');
  readonly #origins = signal<readonly string[]>([]);
  readonly #problem = signal<OriginProblem | undefined>(undefined);
  /** What the last one was shortened to, when more was pasted than counts. */
  readonly #shortened = signal<string | undefined>(undefined);
  /** The last one with `www.` or without, as long as it is not there. */
  readonly twin: ReadonlySignal<string | undefined>;

  constructor(origins: readonly string[]) {
    this.#origins.value = origins;
    this.twin = computed(() => {
      const last = this.#origins.value.at(-1);
      const twin = last && twinOrigin(last);
      return twin && !this.#origins.value.includes(twin) ? twin : undefined;
    });
  }

  get origins(): ReadonlySignal<readonly string[]> {
    return this.#origins;
  }

  get problem(): ReadonlySignal<OriginProblem | undefined> {
    return this.#problem;
  }

  get shortened(): ReadonlySignal<string | undefined> {
    return this.#shortened;
  }

  typed(): void {
    this.#problem.value = undefined;
    this.#shortened.value = undefined;
  }

  /** @returns what was added; nothing when it is no address or there already */
  add(): string | undefined {
    const cleaned = cleanOrigin(this.text.value);
    if (cleaned.kind === 'problem') {
      this.#problem.value = cleaned.problem;
      return undefined;
    }
    if (this.#origins.value.includes(cleaned.origin)) {
      this.#problem.value = 'twice';
      return undefined;
    }
    this.addOrigin(cleaned.origin);
    if (cleaned.isShortened) this.#shortened.value = cleaned.origin;
    return cleaned.origin;
  }

  addOrigin(origin: string): void {
    this.#origins.value = [...this.#origins.value, origin];
    this.text.value = '';
    this.typed();
  }

  remove(origin: string): void {
    this.#origins.value = this.#origins.value.filter((one) => one !== origin);
    this.typed();
  }

  /** Going on with a text in the field means it. @returns whether there is nothing left to mend */
  settle(): boolean {
    if (this.text.value.trim() === '') {
      this.typed();
      return true;
    }
    const isThere = this.add() !== undefined;
    if (this.#problem.value !== 'twice') return isThere;
    this.text.value = '';
    this.typed();
    return true;
  }
}
