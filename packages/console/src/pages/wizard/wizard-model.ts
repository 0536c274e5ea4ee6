/** How far the set-up is, as the server keeps it: which step is shown, which ones can be gone to, where it leads next. */
import type { WizardStep, WizardView } from '@guichet/contract/set-up-api';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import type { Failure } from '../../admin-api/outcome.ts';
import { isFurther, nextStep, openSteps, previousStep, type ShownStep } from './wizard-steps.ts';

type WizardApi = Pick<AdminApi, 'wizard' | 'goToWizardStep'>;

export class WizardModel {
  readonly #api: WizardApi;
  readonly #view = signal<WizardView | undefined>(undefined);
  readonly #here = signal<WizardStep | undefined>(undefined);
  /** The furthest one has been in this sitting: what was seen once can be gone to again. */
  readonly #furthest = signal<WizardStep>('password');
  readonly #failure = signal<Failure | undefined>(undefined);
  /** Without a word of the server about a set-up, nobody is sent there. */
  readonly isFinished: ReadonlySignal<boolean | undefined>;
  readonly steps: ReadonlySignal<readonly ShownStep[]>;
  #moves = 0;

  constructor(api: WizardApi) {
    this.#api = api;
    this.isFinished = computed(() => {
      if (this.#view.value) return this.#view.value.step === 'done';
      return this.#failure.value ? true : undefined;
    });
    this.steps = computed(() => {
      const view = this.#view.value;
      return view && this.#here.value ? openSteps(view, this.#here.value, this.#furthest.value) : [];
    });
  }

  get view(): ReadonlySignal<WizardView | undefined> {
    return this.#view;
  }

  /** The step that is shown. */
  get here(): ReadonlySignal<WizardStep | undefined> {
    return this.#here;
  }

  /** Why the server's word could not be had, or the place not be kept. */
  get failure(): ReadonlySignal<Failure | undefined> {
    return this.#failure;
  }

  /** Reads how far the set-up is; the step that is shown stays, once there is one. */
  async load(): Promise<void> {
    const moves = this.#moves;
    const outcome = await this.#api.wizard();
    if (moves !== this.#moves) return;
    this.#failure.value = outcome.ok ? undefined : outcome.failure;
    if (!outcome.ok) return;
    this.#view.value = outcome.value;
    if (this.#here.value === undefined) this.#show(outcome.value.step);
  }

  async forward(): Promise<void> {
    const view = this.#view.value;
    if (view && this.#here.value) await this.goTo(nextStep(view, this.#here.value));
  }

  async back(): Promise<void> {
    const view = this.#view.value;
    if (view && this.#here.value) await this.goTo(previousStep(view, this.#here.value));
  }

  /** Shows a step at once and has the place kept; a server that is away changes nothing of what one sees. */
  async goTo(step: WizardStep): Promise<void> {
    const move = ++this.#moves;
    this.#show(step);
    const outcome = await this.#api.goToWizardStep(step);
    if (move !== this.#moves) return;
    this.#failure.value = outcome.ok ? undefined : outcome.failure;
    if (outcome.ok) this.#view.value = outcome.value;
  }

  /** Somebody signed out: whoever comes next begins where the server says. */
  forget(): void {
    this.#moves++;
    this.#view.value = undefined;
    this.#here.value = undefined;
    this.#furthest.value = 'password';
    this.#failure.value = undefined;
  }

  #show(step: WizardStep): void {
    if (isFurther(step, this.#furthest.value)) this.#furthest.value = step;
    this.#here.value = step;
  }
}
