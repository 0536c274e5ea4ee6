/**
 * "Set up for me": plans, carries out and takes back what makes an Open WebUI answer Guichet, for one site after the
 * other, remembers how far it came, and writes every step into the audit log. Console and command line stand on this.
 */
import { createHash } from 'node:crypto';
import {
  type Desk,
  type ProvisionExtras,
  type ProvisionPlan,
  type ProvisionResult,
  type ProvisionWishes,
  planProvision,
  runProvision,
  Secret,
  type Step,
  type StepOutcome,
  type UndoneStep,
  type UndoWishes,
  unprovision,
  unprovisionModels,
} from '@guichet/openwebui/provision';
import type { AuditActor, AuditLog } from '../admin/audit-log.ts';
import type { ConsoleCredential } from '../credential/credential-desk.ts';
import type { KeptServiceAccount, ServiceAccount } from '../credential/service-account.ts';
import { DEFAULT_SITE } from '../sites/site-context.ts';
import type { AdminRecords } from '../storage/admin-records.ts';
import { findSetUpRecord, type SetUpRecord, type SiteSetUp, setUpNote } from './set-up-record.ts';
import { modelsToReach, type SharedModel, type SiteModel, sharedModelOf } from './set-up-sites.ts';

export interface SetUpParts {
  records: Pick<AdminRecords, 'readNote' | 'writeNote' | 'deleteNote'>;
  audit: AuditLog;
  /** Takes the new key into use. @returns false when Open WebUI refuses it after all */
  keepCredential: (credential: ConsoleCredential) => Promise<boolean>;
  /** The key with this fingerprint is gone; if it is the one in use, what counted before counts again. */
  dropCredential: (fingerprint: string) => Promise<void>;
  fingerprint: (credential: string) => string;
  /** The service account's sign-in, kept in the safe for the whole agent. */
  signIn: KeptServiceAccount;
  /** Every site: they are all asked with the one key. */
  sites: () => Promise<SiteModel[]>;
  /** Another model answers visitors of a site from now on; null: as before anybody chose. @returns what was chosen before */
  chooseModel: (site: string, id: string | null) => Promise<string | null>;
  actor: AuditActor;
  now: () => number;
}

export interface SetUpWatch {
  onBefore?(step: Step): void | Promise<void>;
  onAfter?(step: Step, outcome: StepOutcome): void | Promise<void>;
}

/** What was looked up for one site. */
export interface PlannedSetUp {
  plan: ProvisionPlan;
  site: string;
  wholeAgent: boolean;
  /** Another site that the same model is about. */
  shared?: SharedModel;
  /** Models of other sites are shared as well. */
  sharesOthers: boolean;
  /** Of what was set up then: a plan made before another set-up is out of date. */
  stamp: string;
}

export type SetUpResult =
  | ProvisionResult
  | { kind: 'key-refused' }
  /** Something else was set up or taken back since the plan was made. Nothing was done. */
  | { kind: 'out-of-date' };

export interface UndoneSetUp {
  steps: UndoneStep[];
  /** The sites that go on, so that account and key stay; empty where everything was taken back. */
  left: SiteModel[];
}

export class SetUpForMe {
  readonly #parts: SetUpParts;
  /** One after the other: each goes on from what the one before it left. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: SetUpParts) {
    this.#parts = parts;
  }

  /** What earlier set-ups made; undefined when there is nothing to go on with or to take back. */
  record(baseUrl: string): Promise<SetUpRecord | undefined> {
    return findSetUpRecord(this.#parts.records, baseUrl);
  }

  /** Reads only. */
  async plan(
    openWebUi: Desk,
    administrator: Secret,
    wishes: ProvisionWishes,
    site = DEFAULT_SITE,
  ): Promise<PlannedSetUp> {
    const stamp = await this.#stamp(openWebUi.baseUrl);
    const record = await this.record(openWebUi.baseUrl);
    const others = (await this.#parts.sites()).filter(({ id }) => id !== site);
    const otherModels = modelsToReach(others, record?.sites ?? {});
    const plan = await planProvision(openWebUi, administrator, { ...wishes, otherModels }, record?.provision);
    const copy = plan.steps.find(({ kind }) => kind === 'copy-model');
    const answering = plan.model.id;
    const isWhole = wishes.tools === 'whole-agent';
    const shared = isWhole && sharedModelOf(others, { answering, source: copy?.facts.copyOf ?? answering });
    const sharesOthers = plan.steps.some(
      ({ kind, state, facts: { id } }) =>
        kind === 'share-model' && state === 'to-do' && id !== wishes.model && otherModels.includes(id ?? ''),
    );
    return { plan, site, wholeAgent: isWhole, ...(shared && { shared }), sharesOthers, stamp };
  }

  run(openWebUi: Desk, administrator: Secret, planned: PlannedSetUp, watch: SetUpWatch = {}): Promise<SetUpResult> {
    return this.#inTurn(() => this.#run(openWebUi, administrator, planned, watch));
  }

  /**
   * Takes back what was set up for a site, and with the last one the account and its key. What could not be taken back
   * keeps its record, so that it can be tried again.
   * @param site without one, everything
   */
  undo(
    openWebUi: Desk,
    administrator: Secret,
    site?: string,
    onAfter?: (undone: UndoneStep) => void | Promise<void>,
  ): Promise<UndoneSetUp | undefined> {
    return this.#inTurn(() => this.#undo(openWebUi, administrator, site, onAfter));
  }

  async #run(
    openWebUi: Desk,
    administrator: Secret,
    { plan, site, wholeAgent, stamp }: PlannedSetUp,
    watch: SetUpWatch,
  ): Promise<SetUpResult> {
    const { audit, actor, keepCredential } = this.#parts;
    if ((await this.#stamp(openWebUi.baseUrl)) !== stamp) return { kind: 'out-of-date' };
    const kept = await this.#keptSignIn(plan);
    const { sites = {} } = (await this.record(openWebUi.baseUrl)) ?? {};
    const own = withModel(sites[site], plan.model.id, new Date(this.#parts.now()), wholeAgent);
    const result = await runProvision(
      openWebUi,
      administrator,
      plan,
      {
        onBefore: (step) => watch.onBefore?.(step),
        onAfter: async (step, outcome) => {
          await audit.add(actor, 'set-up-step', { step: step.kind, ...step.facts, site, outcome: outcome.outcome });
          await watch.onAfter?.(step, outcome);
        },
        onRecord: (record) => this.#keep({ provision: record, sites: { ...sites, [site]: own } }),
      },
      extrasOf(kept),
    );
    // Without the whole agent nothing asks for the password again, so it is let go here.
    await this.#keepSignIn(openWebUi.baseUrl, result, kept);
    if (result.kind === 'not-started' || result.credential === undefined) return result;
    const credential = result.credential.reveal();
    const isCopy = wholeAgent && result.record.wholeAgent?.way === 'copy';
    const chosen = isCopy || site !== DEFAULT_SITE ? await this.#chooseModel(site, plan.model.id, own) : own;
    const fingerprint = this.#parts.fingerprint(credential);
    await this.#keep({ provision: result.record, fingerprint, sites: { ...sites, [site]: chosen } });
    const taken = await keepCredential({ baseUrl: openWebUi.baseUrl, credential });
    return taken || result.kind === 'stopped' ? result : { kind: 'key-refused' };
  }

  async #undo(
    openWebUi: Desk,
    administrator: Secret,
    site: string | undefined,
    onAfter?: (undone: UndoneStep) => void | Promise<void>,
  ): Promise<UndoneSetUp | undefined> {
    const record = await this.record(openWebUi.baseUrl);
    if (!record || (site !== undefined && record.sites[site] === undefined)) return undefined;
    const others = (await this.#parts.sites()).filter(({ id }) => id !== site);
    // What was prepared for a site that is gone is taken back with the last one.
    const left = site === undefined ? [] : others.filter(({ id }) => record.sites[id] !== undefined);
    const watch = {
      forgetSignIn: () => this.#parts.signIn.forget(),
      onAfter: async (one: UndoneStep) => {
        const { actor, audit } = this.#parts;
        const { step, result } = one;
        const ofSite = left.length > 0 ? { site } : {};
        await audit.add(actor, 'set-up-undone', { step: step.kind, ...step.facts, ...ofSite, outcome: result.outcome });
        await onAfter?.(one);
      },
    };
    const steps =
      site === undefined || left.length === 0
        ? await this.#undoAll(openWebUi, administrator, record, watch)
        : await this.#undoSite(openWebUi, administrator, record, { site, others, left }, watch);
    return { steps, left };
  }

  async #undoAll(openWebUi: Desk, administrator: Secret, record: SetUpRecord, watch: UndoWatch): Promise<UndoneStep[]> {
    const undone = await unprovision(openWebUi, administrator, record.provision, watch);
    if (undone.some(({ result }) => result.outcome === 'failed')) return undone;
    for (const [site, setUp] of Object.entries(record.sites)) await this.#chooseFormer(site, setUp);
    await this.#parts.records.deleteNote(setUpNote(openWebUi.baseUrl));
    if (record.fingerprint !== undefined) await this.#parts.dropCredential(record.fingerprint);
    return undone;
  }

  async #undoSite(
    openWebUi: Desk,
    administrator: Secret,
    record: SetUpRecord,
    { site, others, left }: { site: string; others: SiteModel[]; left: SiteModel[] },
    watch: UndoWatch,
  ): Promise<UndoneStep[]> {
    const { [site]: own, ...sites } = record.sites;
    if (!own) return [];
    // First, so that nobody is answered by a copy that is gone.
    await this.#chooseFormer(site, own);
    const now = (await this.#parts.sites()).filter(({ id }) => id === site);
    const answering = [...others, ...now].flatMap(({ model }) => (model === undefined ? [] : [model]));
    const preparedForOthers = left.flatMap(({ id }) => sites[id]?.models ?? []);
    const needsAgent = others.some(({ id, wholeAgent }) => wholeAgent || sites[id]?.wholeAgent === true);
    const wishes = { models: own.models, preparedForOthers, answering, endsWholeAgent: !needsAgent };
    const { undone, record: provision } = await unprovisionModels(openWebUi, administrator, record.provision, {
      ...wishes,
      ...watch,
    });
    if (undone.every(({ result }) => result.outcome !== 'failed')) await this.#keep({ ...record, provision, sites });
    return undone;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #stamp(baseUrl: string): Promise<string> {
    const note = (await this.#parts.records.readNote(setUpNote(baseUrl))) ?? '';
    return createHash('sha256').update(note).digest('base64url');
  }

  /** The sign-in of this plan's own account, from a former run. */
  async #keptSignIn({ record, baseUrl }: ProvisionPlan): Promise<ServiceAccount | undefined> {
    const kept = await this.#parts.signIn.read();
    return kept?.baseUrl === baseUrl && kept.email === record.account.email ? kept : undefined;
  }

  /** Where it was asked for, and where a run had to replace a password that was kept. */
  async #keepSignIn(baseUrl: string, result: ProvisionResult, former: ServiceAccount | undefined): Promise<void> {
    if (result.kind === 'not-started' || !result.servicePassword) return;
    if (result.record.wholeAgent?.signInKept !== true && former === undefined) return;
    const authenticatorKey = result.authenticatorKey?.reveal() ?? former?.authenticatorKey;
    const account = { baseUrl, email: result.record.account.email, password: result.servicePassword.reveal() };
    await this.#parts.signIn.write({ ...account, ...(authenticatorKey && { authenticatorKey }) }, this.#parts.actor);
  }

  /** It answers on the site from now on. */
  async #chooseModel(site: string, chosen: string, own: SiteSetUp): Promise<SiteSetUp> {
    const id = await this.#parts.chooseModel(site, chosen);
    if (id === chosen) return own;
    // After a choice of Guichet's, what was there before that one counts; after somebody's, theirs.
    const before = own.before?.chosen === id ? own.before.id : id;
    return { ...own, before: { id: before, chosen } };
  }

  /** What was chosen before, unless somebody has chosen another one since. */
  async #chooseFormer(site: string, { before }: SiteSetUp): Promise<void> {
    if (!before) return;
    const now = await this.#parts.chooseModel(site, before.id);
    if (now !== before.chosen) await this.#parts.chooseModel(site, now);
  }

  #keep(record: SetUpRecord): Promise<void> {
    return this.#parts.records.writeNote(
      setUpNote(record.provision.baseUrl),
      JSON.stringify(record),
      this.#parts.now(),
    );
  }
}

type UndoWatch = Required<Pick<UndoWishes, 'forgetSignIn' | 'onAfter'>>;

function withModel(former: SiteSetUp | undefined, model: string, now: Date, wholeAgent: boolean): SiteSetUp {
  return {
    startedAt: now.toISOString(),
    ...former,
    models: [...(former?.models ?? []).filter((id) => id !== model), model],
    ...(wholeAgent && { wholeAgent: true }),
  };
}

function extrasOf(kept: ServiceAccount | undefined): ProvisionExtras {
  if (!kept) return {};
  return {
    servicePassword: new Secret(kept.password),
    ...(kept.authenticatorKey && { authenticatorKey: new Secret(kept.authenticatorKey) }),
  };
}
