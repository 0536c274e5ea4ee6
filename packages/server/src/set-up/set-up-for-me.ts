/**
 * "Set up for me": plans, carries out and takes back what makes an Open WebUI answer Guichet, remembers how far it came,
 * and writes every step into the audit log. The console and the command line both stand on this.
 */
import {
  type Desk,
  type ProvisionExtras,
  type ProvisionPlan,
  type ProvisionRecord,
  type ProvisionResult,
  type ProvisionWishes,
  planProvision,
  runProvision,
  Secret,
  type Step,
  type StepOutcome,
  type UndoneStep,
  unprovision,
} from '@guichet/openwebui/provision';
import type { AuditActor, AuditLog } from '../admin/audit-log.ts';
import type { ConsoleCredential } from '../credential/credential-desk.ts';
import type { KeptServiceAccount, ServiceAccount } from '../credential/service-account.ts';
import { DEFAULT_SITE } from '../sites/site-context.ts';
import type { AdminRecords } from '../storage/admin-records.ts';

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
  /** Another model answers visitors of a site from now on; null: as before anybody chose. @returns what was chosen before */
  chooseModel: (site: string, id: string | null) => Promise<string | null>;
  actor: AuditActor;
  now: () => number;
}

/** What is remembered of a set-up, without any secret. */
export interface SetUpRecord {
  provision: ProvisionRecord;
  /** Of the key that was made. */
  fingerprint?: string;
  /** The model that was chosen before the website's copy was; null where none was. */
  modelBefore?: FormerModel;
  /** The same of sites other than the default one. */
  modelsBefore?: Record<string, FormerModel>;
}

interface FormerModel {
  id: string | null;
  chosen: string;
}

export interface SetUpWatch {
  onBefore?(step: Step): void | Promise<void>;
  onAfter?(step: Step, outcome: StepOutcome): void | Promise<void>;
}

export type SetUpResult = ProvisionResult | { kind: 'key-refused' };

/** By address, so that the record of one Open WebUI is never taken for another's. */
const noteOf = (baseUrl: string) => `openwebui/provision ${baseUrl}`;

export class SetUpForMe {
  readonly #parts: SetUpParts;

  constructor(parts: SetUpParts) {
    this.#parts = parts;
  }

  /** What an earlier set-up made; undefined when there is nothing to go on with or to take back. */
  async record(baseUrl: string): Promise<SetUpRecord | undefined> {
    const note = await this.#parts.records.readNote(noteOf(baseUrl));
    return note === undefined ? undefined : (JSON.parse(note) as SetUpRecord);
  }

  /** Reads only. */
  async plan(openWebUi: Desk, administrator: Secret, wishes: ProvisionWishes): Promise<ProvisionPlan> {
    return planProvision(openWebUi, administrator, wishes, (await this.record(openWebUi.baseUrl))?.provision);
  }

  /** @param site whose model was planned for */
  async run(
    openWebUi: Desk,
    administrator: Secret,
    plan: ProvisionPlan,
    watch: SetUpWatch = {},
    site = DEFAULT_SITE,
  ): Promise<SetUpResult> {
    const { audit, actor, keepCredential } = this.#parts;
    const kept = await this.#keptSignIn(plan);
    const before = await this.record(openWebUi.baseUrl);
    const known = formerModels(before);
    const result = await runProvision(
      openWebUi,
      administrator,
      plan,
      {
        onBefore: (step) => watch.onBefore?.(step),
        onAfter: async (step, outcome) => {
          await audit.add(actor, 'set-up-step', { step: step.kind, ...step.facts, outcome: outcome.outcome });
          await watch.onAfter?.(step, outcome);
        },
        onRecord: (record) => this.#keep({ provision: record, ...known }),
      },
      extrasOf(kept),
    );
    // Without the whole agent nothing asks for the password again, so it is let go here.
    await this.#keepSignIn(openWebUi.baseUrl, result, kept);
    if (result.kind === 'not-started' || result.credential === undefined) return result;
    const credential = result.credential.reveal();
    const models = await this.#chooseCopy(site, result.record, known);
    const fingerprint = this.#parts.fingerprint(credential);
    await this.#keep({ provision: result.record, fingerprint, ...models });
    const taken = await keepCredential({ baseUrl: openWebUi.baseUrl, credential });
    return taken || result.kind === 'stopped' ? result : { kind: 'key-refused' };
  }

  /** Takes everything back. What could not be taken back keeps its record, so that it can be tried again. */
  async undo(
    openWebUi: Desk,
    administrator: Secret,
    onAfter?: (undone: UndoneStep) => void | Promise<void>,
  ): Promise<UndoneStep[] | undefined> {
    const { audit, actor, records, dropCredential } = this.#parts;
    const record = await this.record(openWebUi.baseUrl);
    if (!record) return undefined;
    const undone = await unprovision(openWebUi, administrator, record.provision, {
      forgetSignIn: () => this.#parts.signIn.forget(),
      onAfter: async (one) => {
        await audit.add(actor, 'set-up-undone', {
          step: one.step.kind,
          ...one.step.facts,
          outcome: one.result.outcome,
        });
        await onAfter?.(one);
      },
    });
    if (undone.every(({ result }) => result.outcome !== 'failed')) {
      await this.#chooseFormer(record);
      await records.deleteNote(noteOf(openWebUi.baseUrl));
      if (record.fingerprint !== undefined) await dropCredential(record.fingerprint);
    }
    return undone;
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

  /** The website answers by its copy from now on. */
  async #chooseCopy(site: string, { wholeAgent }: ProvisionRecord, known: FormerModels): Promise<FormerModels> {
    const chosen = wholeAgent?.way === 'copy' ? wholeAgent.copy?.id : undefined;
    if (chosen === undefined) return known;
    const id = await this.#parts.chooseModel(site, chosen);
    const former = site === DEFAULT_SITE ? known.modelBefore : known.modelsBefore?.[site];
    if (id === chosen || former) return known;
    if (site === DEFAULT_SITE) return { ...known, modelBefore: { id, chosen } };
    return { ...known, modelsBefore: { ...known.modelsBefore, [site]: { id, chosen } } };
  }

  /** What was chosen before, unless somebody has chosen another one since. */
  async #chooseFormer({ modelBefore, modelsBefore = {} }: SetUpRecord): Promise<void> {
    const sites = Object.entries({ ...(modelBefore && { [DEFAULT_SITE]: modelBefore }), ...modelsBefore });
    for (const [site, former] of sites) {
      const now = await this.#parts.chooseModel(site, former.id);
      if (now !== former.chosen) await this.#parts.chooseModel(site, now);
    }
  }

  #keep(record: SetUpRecord): Promise<void> {
    return this.#parts.records.writeNote(noteOf(record.provision.baseUrl), JSON.stringify(record), this.#parts.now());
  }
}

type FormerModels = Pick<SetUpRecord, 'modelBefore' | 'modelsBefore'>;

function formerModels({ modelBefore, modelsBefore }: FormerModels = {}): FormerModels {
  return { ...(modelBefore && { modelBefore }), ...(modelsBefore && { modelsBefore }) };
}

function extrasOf(kept: ServiceAccount | undefined): ProvisionExtras {
  if (!kept) return {};
  return {
    servicePassword: new Secret(kept.password),
    ...(kept.authenticatorKey && { authenticatorKey: new Secret(kept.authenticatorKey) }),
  };
}
