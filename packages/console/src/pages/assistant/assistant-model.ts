/** The assistant of one site: what it has, what is chosen, one change at a time that can be undone, its last answers. */
import type {
  AnswerView,
  AssistantChange,
  AssistantChangeView,
  AssistantView,
  AssistantWish,
  ModeObstacle,
} from '@guichet/contract/assistant-api';
import type { ToolMode } from '@guichet/contract/site-settings';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import type { Failure } from '../../admin-api/outcome.ts';

export type AssistantResult =
  | { kind: 'changed'; changes: AssistantChange[]; back: AssistantWish }
  | { kind: 'same' }
  | { kind: 'undone' }
  | { kind: 'not-available'; reasons: ModeObstacle[] }
  | { kind: 'refused'; problems: string[] }
  | { kind: 'failed'; failure: Failure };

type Api = Pick<AdminApi, 'assistant' | 'changeAssistant' | 'answers'>;

/** The site that always exists. */
const DEFAULT_SITE = 'default';

export class AssistantModel {
  /** What is ticked, saved or not. */
  readonly tools: Signal<ToolMode> = signal('off');
  readonly followUps = signal(false);
  readonly showToolArguments = signal(false);
  readonly pageContext = signal(false);
  /** As it is written: separated by commas. */
  readonly pictureHosts = signal('');
  readonly #api: Api;
  readonly #site: Signal<string>;
  readonly #view = signal<AssistantView | undefined>(undefined);
  readonly #failure = signal<Failure | undefined>(undefined);
  readonly #result = signal<AssistantResult | undefined>(undefined);
  readonly #answers = signal<readonly AnswerView[] | undefined>(undefined);
  readonly #answersFailure = signal<Failure | undefined>(undefined);
  #changes = 0;

  constructor(api: Api, site = DEFAULT_SITE) {
    this.#api = api;
    this.#site = signal(site);
  }

  get site(): ReadonlySignal<string> {
    return this.#site;
  }

  get view(): ReadonlySignal<AssistantView | undefined> {
    return this.#view;
  }

  get failure(): ReadonlySignal<Failure | undefined> {
    return this.#failure;
  }

  get result(): ReadonlySignal<AssistantResult | undefined> {
    return this.#result;
  }

  get answers(): ReadonlySignal<readonly AnswerView[] | undefined> {
    return this.#answers;
  }

  get answersFailure(): ReadonlySignal<Failure | undefined> {
    return this.#answersFailure;
  }

  /** Again in another language: what was ticked meanwhile stays ticked. */
  async load(): Promise<void> {
    const changes = this.#changes;
    const site = this.#site.value;
    const before = this.#view.value;
    const outcome = await this.#api.assistant(site);
    // What was read before a change, or of another site, must not show up after it.
    if (changes !== this.#changes || site !== this.#site.value) return;
    this.#failure.value = outcome.ok ? undefined : outcome.failure;
    if (!outcome.ok) {
      if (outcome.failure.code === 'site-unknown' && site !== DEFAULT_SITE) await this.#fallBack();
      return;
    }
    this.#view.value = outcome.value;
    if (before?.site.id !== site) this.#tick(outcome.value);
  }

  /** The site is gone: it is said, and another one can be chosen. */
  async #fallBack(): Promise<void> {
    this.#site.value = DEFAULT_SITE;
    const outcome = await this.#api.assistant(DEFAULT_SITE);
    if (!outcome.ok || this.#site.value !== DEFAULT_SITE) return;
    this.#view.value = outcome.value;
    this.#tick(outcome.value);
  }

  async choose(site: string): Promise<void> {
    this.#site.value = site;
    this.#result.value = undefined;
    await this.load();
  }

  async loadAnswers(): Promise<void> {
    const outcome = await this.#api.answers();
    this.#answersFailure.value = outcome.ok ? undefined : outcome.failure;
    if (outcome.ok) this.#answers.value = outcome.value.answers;
  }

  async save(): Promise<void> {
    const view = this.#view.value;
    if (!view) return;
    const wish = this.#wish(view);
    if (Object.keys(wish).length === 0) {
      this.#result.value = { kind: 'same' };
      return;
    }
    await this.#change(wish, ({ changes }) => ({ kind: 'changed', changes, back: backFrom(changes) }));
  }

  async undo(): Promise<void> {
    const result = this.#result.value;
    if (result?.kind === 'changed') await this.#change(result.back, () => ({ kind: 'undone' }));
  }

  async #change(
    wish: AssistantWish,
    done: (view: Extract<AssistantChangeView, { kind: 'changed' }>) => AssistantResult,
  ): Promise<void> {
    this.#changes++;
    const site = this.#site.value;
    const outcome = await this.#api.changeAssistant(site, wish);
    if (site !== this.#site.value) return;
    if (!outcome.ok) {
      this.#result.value = { kind: 'failed', failure: outcome.failure };
      return;
    }
    const { value } = outcome;
    this.#view.value = value.assistant;
    // What was refused is still there, to be corrected.
    if (value.kind === 'refused') this.#result.value = { kind: 'refused', problems: value.problems };
    else this.#tick(value.assistant);
    if (value.kind === 'changed') this.#result.value = done(value);
    if (value.kind === 'not-available') this.#result.value = { kind: 'not-available', reasons: value.reasons };
  }

  #wish({ tools, followUps, showToolArguments, pageContext, pictureHosts }: AssistantView): AssistantWish {
    const hosts = this.pictureHosts.value.split(/[\s,;]+/).filter(Boolean);
    return {
      ...(this.tools.value !== tools.chosen && { tools: this.tools.value }),
      ...(this.followUps.value !== followUps && { followUps: this.followUps.value }),
      ...(this.showToolArguments.value !== showToolArguments && { showToolArguments: this.showToolArguments.value }),
      ...(this.pageContext.value !== pageContext && { pageContext: this.pageContext.value }),
      ...(hosts.join() !== pictureHosts.join() && { pictureHosts: hosts }),
    };
  }

  #tick({ tools, followUps, showToolArguments, pageContext, pictureHosts }: AssistantView): void {
    this.tools.value = tools.chosen;
    this.followUps.value = followUps;
    this.showToolArguments.value = showToolArguments;
    this.pageContext.value = pageContext;
    this.pictureHosts.value = pictureHosts.join(', ');
  }
}

function backFrom(changes: readonly AssistantChange[]): AssistantWish {
  return Object.fromEntries(changes.map(({ name, before }) => [name, before]));
}
