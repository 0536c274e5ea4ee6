/**
 * "Set up for me": plans, carries out and takes back what makes an Open WebUI answer Guichet, remembers how far it came,
 * and writes every step into the audit log. The console and the command line both stand on this.
 */
import {
  type Desk,
  type ProvisionPlan,
  type ProvisionRecord,
  type ProvisionResult,
  type ProvisionWishes,
  planProvision,
  runProvision,
  type Secret,
  type Step,
  type StepOutcome,
  type UndoneStep,
  unprovision,
} from '@guichet/openwebui/provision';
import type { AuditActor, AuditLog } from '../admin/audit-log.ts';
import type { ConsoleCredential } from '../credential/credential-desk.ts';
import type { AdminRecords } from '../storage/admin-records.ts';

export interface SetUpParts {
  records: Pick<AdminRecords, 'readNote' | 'writeNote' | 'deleteNote'>;
  audit: AuditLog;
  /** Takes the new key into use. @returns false when Open WebUI refuses it after all */
  keepCredential: (credential: ConsoleCredential) => Promise<boolean>;
  /** The key with this fingerprint is gone; if it is the one in use, what counted before counts again. */
  dropCredential: (fingerprint: string) => Promise<void>;
  fingerprint: (credential: string) => string;
  actor: AuditActor;
  now: () => number;
}

/** What is remembered of a set-up, without any secret. */
export interface SetUpRecord {
  provision: ProvisionRecord;
  /** Of the key that was made. */
  fingerprint?: string;
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

  async run(openWebUi: Desk, administrator: Secret, plan: ProvisionPlan, watch: SetUpWatch = {}): Promise<SetUpResult> {
    const { audit, actor, keepCredential } = this.#parts;
    const result = await runProvision(openWebUi, administrator, plan, {
      onBefore: (step) => watch.onBefore?.(step),
      onAfter: async (step, outcome) => {
        await audit.add(actor, 'set-up-step', { step: step.kind, ...step.facts, outcome: outcome.outcome });
        await watch.onAfter?.(step, outcome);
      },
      onRecord: (record) => this.#keep({ provision: record }),
    });
    // Renewal by the service account was not chosen, so its password is let go here.
    if (result.kind === 'not-started' || result.credential === undefined) return result;
    const credential = result.credential.reveal();
    await this.#keep({ provision: result.record, fingerprint: this.#parts.fingerprint(credential) });
    const kept = await keepCredential({ baseUrl: openWebUi.baseUrl, credential });
    return kept || result.kind === 'stopped' ? result : { kind: 'key-refused' };
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
      await records.deleteNote(noteOf(openWebUi.baseUrl));
      if (record.fingerprint !== undefined) await dropCredential(record.fingerprint);
    }
    return undone;
  }

  #keep(record: SetUpRecord): Promise<void> {
    return this.#parts.records.writeNote(noteOf(record.provision.baseUrl), JSON.stringify(record), this.#parts.now());
  }
}
