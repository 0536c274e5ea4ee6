import { randomBytes } from 'node:crypto';
import type { AllowListRecord } from '../allow-list/allow-list.ts';
import type { Origin } from './provision-types.ts';

/**
 * What a set-up is about to make and has made: enough to carry it on and to take everything back. Plain JSON, without
 * any secret. Each intention is written down before its request is sent, so that a lost answer can be found again.
 */
export interface ProvisionRecord {
  schema: 1;
  /** Stands in the group's description and the account's address: by it Guichet finds what it made. */
  id: string;
  baseUrl: string;
  version: string;
  /** ISO 8601. */
  startedAt: string;
  account: { name: string; email: string; origin: Origin; id?: string };
  group: { name: string; origin: Origin; id?: string; permissionAdded?: true };
  /** API keys were off, and Guichet switches them on. */
  switchedKeysOn?: true;
  joined?: true;
  secondFactor?: true;
  keyMade?: true;
  /** What was changed for the whole agent, with the model that it was prepared for last. */
  wholeAgent?: WholeAgentRecord;
  /** The models that it was prepared for before, each for another site. */
  otherModels?: ModelRecord[];
  /** Of Guichet's kind alone: whatever else was shared with others is not written down and not touched. */
  shares: ShareRecord[];
}

export interface WholeAgentRecord extends ModelRecord {
  /** Default rights that were on, as area and name. */
  rights?: string[];
  allowList?: AllowListRecord;
  signInKept?: true;
}

/** How one model was closed: by a copy, or itself. */
export interface ModelRecord {
  /** What was answered, so that it is not asked again. */
  way: 'copy' | 'change' | 'closed-already';
  /** The model that was asked about. */
  model?: string;
  copy?: {
    id: string;
    /** The model it was made of. */
    of: string;
    /** As it was when it was made, so that a change can be told; missing while its making is not certain. */
    mark?: string;
  };
  /** `meta.builtinTools` of the model itself; without `before` there was none. */
  closed?: { id: string; before?: unknown; after: Record<string, unknown> };
}

export interface ShareRecord {
  kind: 'model' | 'knowledge';
  id: string;
  /** The model had no row of its own; it is deleted again. */
  rowMade: boolean;
}

const ID_BYTES = 4;

export function newRecord(
  baseUrl: string,
  version: string,
  names: { account: string; group: string },
): ProvisionRecord {
  const id = randomBytes(ID_BYTES).toString('hex');
  return {
    schema: 1,
    id,
    baseUrl,
    version,
    startedAt: new Date().toISOString(),
    account: { name: names.account, email: serviceEmail(id), origin: 'made' },
    group: { name: names.group, origin: 'made' },
    shares: [],
  };
}

/** `.invalid` is reserved: nobody can ever get mail or a password reset there. */
function serviceEmail(id: string): string {
  return `guichet-${id}@service.invalid`;
}

/** What the group's description says, in words for whoever finds it in the administrator's list. */
export function groupDescription(id: string): string {
  return `Made by Guichet (${id}): lets its service account use an API key and the models shared with this group.`;
}
