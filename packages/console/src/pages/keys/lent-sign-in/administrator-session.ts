/** An administrator's sign-in at Open WebUI, lent once for everything on the page that needs it: a ticket, no secret. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { LentSession } from '../exchange/exchange-step.ts';

export class AdministratorSession {
  readonly #session = signal<LentSession | undefined>(undefined);

  get session(): ReadonlySignal<LentSession | undefined> {
    return this.#session;
  }

  take(session: LentSession): void {
    this.#session.value = session;
  }

  /** The server holds it no longer, or another one is wanted. */
  forget(): void {
    this.#session.value = undefined;
  }
}
