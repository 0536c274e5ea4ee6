/** A look at the operator's own page, and the one thing of it that can be mended from here. */
import type { PageLookView } from '@guichet/contract/set-up-api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../../../admin-api/admin-api.ts';
import type { Failure } from '../../../admin-api/outcome.ts';
import { refusedTexts } from '../../settings/refused-texts.ts';

export type LookState =
  | { kind: 'none' }
  | { kind: 'looking' }
  | { kind: 'seen'; view: PageLookView; refused?: string }
  | { kind: 'failed'; failure: Failure };

const ORIGINS = 'GUICHET_ALLOWED_ORIGINS';

export class PageLook {
  readonly #api: Pick<AdminApi, 'lookAtPage' | 'settings' | 'changeSettings'>;
  readonly #state = signal<LookState>({ kind: 'none' });
  #latest = 0;

  constructor(api: Pick<AdminApi, 'lookAtPage' | 'settings' | 'changeSettings'>) {
    this.#api = api;
  }

  get state(): ReadonlySignal<LookState> {
    return this.#state;
  }

  async at(url: string): Promise<void> {
    const turn = ++this.#latest;
    this.#state.value = { kind: 'looking' };
    const outcome = await this.#api.lookAtPage(url);
    if (turn !== this.#latest) return;
    this.#state.value = outcome.ok
      ? { kind: 'seen', view: outcome.value }
      : { kind: 'failed', failure: outcome.failure };
  }

  /** Puts the page's origin into the list, beside those that are there now, and looks again. */
  async allow(url: string): Promise<void> {
    const before = this.#state.value;
    const settings = await this.#api.settings();
    if (!settings.ok) return this.#fail(settings.failure);
    const now = settings.value.settings.find(({ name }) => name === ORIGINS)?.value ?? '';
    const origins = [
      ...now
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
      new URL(url).origin,
    ];
    const outcome = await this.#api.changeSettings({ [ORIGINS]: [...new Set(origins)].join(',') });
    if (!outcome.ok) return this.#fail(outcome.failure);
    const refused = refusedTexts(outcome.value);
    if (refused !== '' && before.kind === 'seen') this.#state.value = { ...before, refused };
    else await this.at(url);
  }

  #fail(failure: Failure): void {
    this.#state.value = { kind: 'failed', failure };
  }
}
