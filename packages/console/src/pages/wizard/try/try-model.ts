/** What came of trying the chat, as the widget tells it. */
import { type ReadonlySignal, signal } from '@preact/signals';

export type TryState =
  | { kind: 'waiting' }
  /** The widget itself did not come. */
  | { kind: 'lost' }
  | { kind: 'works' }
  /** `ref`: what the visitor is shown; the diagnosis knows what it stands for. */
  | { kind: 'failed'; ref: string };

export class TryModel {
  readonly #state = signal<TryState>({ kind: 'waiting' });

  get state(): ReadonlySignal<TryState> {
    return this.#state;
  }

  loaded(isThere: boolean): void {
    if (!isThere) this.#state.value = { kind: 'lost' };
    else if (this.#state.value.kind === 'lost') this.#state.value = { kind: 'waiting' };
  }

  /** @returns what stops following */
  follow(chat: EventTarget): () => void {
    const ended = (event: Event) => {
      const { status } = detailOf(event);
      if (status === 'complete') this.#state.value = { kind: 'works' };
    };
    const failed = (event: Event) => {
      const { ref } = detailOf(event);
      this.#state.value = { kind: 'failed', ref: typeof ref === 'string' ? ref : '' };
    };
    chat.addEventListener('guichet:response-end', ended);
    chat.addEventListener('guichet:error', failed);
    return () => {
      chat.removeEventListener('guichet:response-end', ended);
      chat.removeEventListener('guichet:error', failed);
    };
  }
}

function detailOf(event: Event): Record<string, unknown> {
  const { detail } = event as CustomEvent<unknown>;
  return typeof detail === 'object' && detail !== null ? { ...detail } : {};
}
