/** Every setting as the server says it, and one change at a time that can be taken back. */
import type { SettingsChangeView, SettingsWish, SettingView } from '@guichet/contract/set-up-api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import type { Failure, Outcome } from '../../admin-api/outcome.ts';
import { refusedTexts } from './refused-texts.ts';

/** What became of the last change; it stands at the setting that was changed. */
export type SettingResult =
  /** Without `back` there is no way back: the secret that was here before is known to nobody. */
  | { kind: 'changed'; name: string; before?: string; after?: string; back?: SettingsWish['changes'] }
  | { kind: 'same'; name: string }
  | { kind: 'taken-back'; name: string }
  | { kind: 'refused'; name: string; text: string }
  | { kind: 'failed'; name: string; failure: Failure };

export class SettingsModel {
  readonly #api: Pick<AdminApi, 'settings' | 'changeSettings'>;
  readonly #settings = signal<readonly SettingView[] | undefined>(undefined);
  readonly #failure = signal<Failure | undefined>(undefined);
  readonly #result = signal<SettingResult | undefined>(undefined);
  /** The one that is being changed; one at a time. */
  readonly #open = signal<string | undefined>(undefined);
  #changes = 0;

  constructor(api: Pick<AdminApi, 'settings' | 'changeSettings'>) {
    this.#api = api;
  }

  get settings(): ReadonlySignal<readonly SettingView[] | undefined> {
    return this.#settings;
  }

  get failure(): ReadonlySignal<Failure | undefined> {
    return this.#failure;
  }

  get result(): ReadonlySignal<SettingResult | undefined> {
    return this.#result;
  }

  get open(): ReadonlySignal<string | undefined> {
    return this.#open;
  }

  async load(): Promise<void> {
    const changes = this.#changes;
    const outcome = await this.#api.settings();
    // What was read before a change must not show up after it.
    if (changes !== this.#changes) return;
    this.#failure.value = outcome.ok ? undefined : outcome.failure;
    if (outcome.ok) this.#settings.value = outcome.value.settings;
  }

  edit(name: string): void {
    this.#result.value = undefined;
    this.#open.value = name;
  }

  cancel(): void {
    this.#result.value = undefined;
    this.#open.value = undefined;
  }

  /** @param text empty: as if nothing were set here */
  async save(name: string, text: string): Promise<void> {
    const setting = this.#find(name);
    if (!setting) return;
    const wish = text.trim() === '' ? null : text.trim();
    const isConsole = setting.origin.kind === 'console';
    if (isConsole ? wish === setting.value : wish === null) {
      this.#open.value = undefined;
      this.#result.value = { kind: 'same', name };
      return;
    }
    const isLost = isConsole && setting.value === undefined;
    const back = isLost ? undefined : { [name]: isConsole ? (setting.value ?? null) : null };
    await this.#change(name, { [name]: wish }, (view) => {
      const change = view.changes.find((one) => one.name === name);
      return { kind: 'changed', name, before: change?.before, after: change?.after, back };
    });
  }

  async takeBack(): Promise<void> {
    const result = this.#result.value;
    if (result?.kind !== 'changed' || !result.back) return;
    await this.#change(result.name, result.back, () => ({ kind: 'taken-back', name: result.name }));
  }

  async #change(
    name: string,
    changes: SettingsWish['changes'],
    done: (view: Extract<SettingsChangeView, { kind: 'changed' }>) => ChangedResult,
  ): Promise<void> {
    this.#changes++;
    const outcome: Outcome<SettingsChangeView> = await this.#api.changeSettings(changes);
    if (!outcome.ok) this.#result.value = { kind: 'failed', name, failure: outcome.failure };
    else if (outcome.value.kind === 'refused') {
      this.#result.value = { kind: 'refused', name, text: refusedTexts(outcome.value) };
    } else {
      this.#settings.value = outcome.value.settings;
      this.#open.value = undefined;
      this.#result.value = withoutUndefined(done(outcome.value));
    }
  }

  #find(name: string): SettingView | undefined {
    return this.#settings.value?.find((setting) => setting.name === name);
  }
}

type ChangedResult =
  | { kind: 'taken-back'; name: string }
  | {
      kind: 'changed';
      name: string;
      before: string | undefined;
      after: string | undefined;
      back: SettingsWish['changes'] | undefined;
    };

function withoutUndefined(result: ChangedResult): SettingResult {
  if (result.kind === 'taken-back') return result;
  const { kind, name, before, after, back } = result;
  return {
    kind,
    name,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(back !== undefined && { back }),
  };
}
