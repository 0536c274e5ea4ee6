/** Walks from an administrator's sign-in through the plan to a set-up Open WebUI, and back. */
import type { SetUpProgressView, SetUpSiteView, SetUpStateView } from '@guichet/contract/admin-api';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { AdminApi, OnProgress, SetUpWishes } from '../../../admin-api/admin-api.ts';
import type { Failure, Outcome } from '../../../admin-api/outcome.ts';
import type { KeysModel } from '../keys-model.ts';
import type { AdministratorSession } from '../lent-sign-in/administrator-session.ts';
import { LentSignIn } from '../lent-sign-in/lent-sign-in.ts';
import { atRest, type SetUpLine, withProgress } from './set-up-lines.ts';
import type { SetUpGoal, SetUpStep } from './set-up-step.ts';

/** The site that always exists. */
const DEFAULT_SITE = 'default';

export class SetUpModel {
  readonly #api: AdminApi;
  readonly #keys: KeysModel;
  readonly #administrator: AdministratorSession;
  readonly signIn: LentSignIn;
  readonly #step = signal<SetUpStep>({ kind: 'closed' });
  readonly #state = signal<SetUpStateView | undefined>(undefined);
  readonly #stateFailure = signal<Failure | undefined>(undefined);
  readonly #wishes = signal<SetUpWishes>({});
  readonly #site: Signal<string>;
  #plans = 0;

  constructor(api: AdminApi, keys: KeysModel, administrator: AdministratorSession, site = DEFAULT_SITE) {
    this.#api = api;
    this.#keys = keys;
    this.#site = signal(site);
    this.#administrator = administrator;
    this.signIn = new LentSignIn({
      api,
      onRefused: () => keys.happened(),
      onSession: async (session) => {
        administrator.take(session);
        const step = this.#step.value;
        await keys.happened();
        if (step.kind === 'sign-in') await this.#towards(step.goal);
      },
    });
  }

  get step(): ReadonlySignal<SetUpStep> {
    return this.#step;
  }

  /** The one that is set up or taken back. */
  get site(): ReadonlySignal<string> {
    return this.#site;
  }

  /** The site as the server lists it; undefined where it is the only one. */
  get siteView(): SetUpSiteView | undefined {
    const sites = this.#state.value?.sites ?? [];
    return sites.length < 2 ? undefined : sites.find(({ id }) => id === this.#site.value);
  }

  /** Other sites that something was set up for: as long as there are, account and key stay. */
  get othersSetUp(): SetUpSiteView[] {
    return this.#state.value?.sites.filter(({ id, prepared }) => prepared && id !== this.#site.value) ?? [];
  }

  /** Whether something was set up for the site; undefined until the server said so. */
  get state(): ReadonlySignal<SetUpStateView | undefined> {
    return this.#state;
  }

  /** What the plan that is shown was asked for. */
  get wishes(): ReadonlySignal<SetUpWishes> {
    return this.#wishes;
  }

  get stateFailure(): ReadonlySignal<Failure | undefined> {
    return this.#stateFailure;
  }

  async loadState(): Promise<void> {
    const site = this.#site.value;
    const outcome = await this.#api.setUpState(site);
    if (site !== this.#site.value) return;
    this.#stateFailure.value = outcome.ok ? undefined : outcome.failure;
    if (outcome.ok) this.#state.value = outcome.value;
    else if (outcome.failure.code === 'site-unknown' && site !== DEFAULT_SITE) await this.#fallBack();
  }

  /** The site is gone: it is said, and another one can be chosen. What was about to be done for it is not done for that one. */
  async #fallBack(): Promise<void> {
    this.close();
    this.#site.value = DEFAULT_SITE;
    const outcome = await this.#api.setUpState(DEFAULT_SITE);
    if (outcome.ok) this.#state.value = outcome.value;
  }

  /** What follows is about another site. */
  async chooseSite(site: string): Promise<void> {
    this.#site.value = site;
    this.close();
    await this.loadState();
  }

  close(): void {
    this.#wishes.value = {};
    // A plan that is still on its way opens nothing any more.
    this.#plans++;
    this.signIn.beginAgain();
    this.#step.value = { kind: 'closed' };
  }

  /**
   * Looks what there is to do; signs in first where nobody is. Nothing is changed.
   * @param wishes without them, as it was set up before
   */
  async open(wishes: SetUpWishes = this.#state.value?.wholeAgent ? { tools: 'whole-agent' } : {}): Promise<void> {
    this.#wishes.value = wishes;
    await this.#towards('plan');
  }

  /** Takes everything back. The person has agreed. */
  async undo(): Promise<void> {
    await this.#towards('undo');
  }

  otherAdministrator(): void {
    this.#administrator.forget();
    this.signIn.beginAgain();
    this.#step.value = { kind: 'sign-in', goal: 'plan' };
  }

  /** The same plan under another wish: a model, or the answer to a question. */
  async planWith(wishes: SetUpWishes): Promise<void> {
    const before = this.#wishes.value;
    this.#wishes.value = { ...before, ...wishes, answers: { ...before.answers, ...wishes.answers } };
    await this.#plan();
  }

  /** Carries out what is shown. */
  async run(): Promise<void> {
    const step = this.#step.value;
    const ticket = this.#administrator.session.value?.ticket;
    if (step.kind !== 'plan' || step.plan.plan === undefined || ticket === undefined) return;
    const { plan, steps } = step.plan;
    await this.#follow('plan', steps, (onLine) => this.#api.runSetUp(ticket, plan, onLine));
  }

  /** The server's sentences are in the language they were asked for in. */
  async languageChanged(): Promise<void> {
    const { kind } = this.#step.value;
    if (kind === 'plan' || kind === 'no-plan') await this.#plan();
    else if (kind === 'ended') this.close();
  }

  async #towards(goal: SetUpGoal): Promise<void> {
    const session = this.#administrator.session.value;
    if (!session) {
      this.signIn.beginAgain();
      this.#step.value = { kind: 'sign-in', goal };
    } else if (goal === 'plan') {
      this.#step.value = { kind: 'looking' };
      await this.#plan();
    } else {
      const site = this.#site.value;
      await this.#follow('undo', [], (onLine) => this.#api.undoSetUp(session.ticket, site, onLine));
    }
  }

  async #plan(): Promise<void> {
    const ticket = this.#administrator.session.value?.ticket;
    if (ticket === undefined) return this.#towards('plan');
    const turn = ++this.#plans;
    const site = this.#site.value;
    const ofSite = site === DEFAULT_SITE ? {} : { site };
    const outcome = await this.#api.planSetUp(ticket, { ...this.#wishes.value, ...ofSite });
    // Somebody has wished something else since.
    if (turn !== this.#plans) return;
    if (outcome.ok) this.#step.value = { kind: 'plan', plan: outcome.value };
    else if (!this.#isSignInOver(outcome.failure, 'plan')) {
      const before = this.#step.value;
      const { failure } = outcome;
      this.#step.value = before.kind === 'plan' ? { ...before, failure } : { kind: 'no-plan', failure };
    }
  }

  async #follow(
    goal: SetUpGoal,
    planned: readonly SetUpLine[],
    ask: (onLine: OnProgress) => Promise<Outcome<undefined>>,
  ): Promise<void> {
    let lines = planned;
    const ends: Extract<SetUpProgressView, { kind: 'end' }>[] = [];
    this.#step.value = { kind: 'working', goal, lines };
    const outcome = await ask((line) => {
      lines = withProgress(lines, line);
      if (line.kind === 'end') ends.push(line);
      this.#step.value = { kind: 'working', goal, lines };
    });
    if (!outcome.ok && this.#isSignInOver(outcome.failure, goal)) return;
    const [end] = ends;
    // The page shows the new key before it says that there is one.
    if (end?.credential) await this.#keys.took(end.credential);
    else await this.#keys.load();
    await this.loadState();
    this.#step.value = {
      kind: 'ended',
      goal,
      ok: end?.ok ?? false,
      lines: atRest(lines),
      ...(end && { text: end.text }),
      ...(!outcome.ok && { failure: outcome.failure }),
    };
  }

  /** The server holds the sign-in or the plan no longer: both begin again with a sign-in. */
  #isSignInOver(failure: Failure, goal: SetUpGoal): boolean {
    if (failure.code !== 'ticket-expired') return false;
    this.#administrator.forget();
    this.signIn.beginAgain(failure);
    this.#step.value = { kind: 'sign-in', goal };
    return true;
  }
}
