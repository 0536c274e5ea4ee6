/** What decides whether the whole agent may be let run, as it was read with the account's own credential. */
import { isRecord } from '../client/error-body.ts';
import type { UpstreamIdentity } from '../client/open-webui-client.ts';
import type { DeskFailure } from '../desk/desk-failure.ts';

export interface SafetyEvidence {
  /** undefined: it could not be told. */
  version: string | undefined;
  role: UpstreamIdentity['role'];
  model: ModelSafety | undefined;
  /** By area and name. undefined: the account may not read its own, and each counts as given. */
  rights: Rights | undefined;
  /**
   * Skills that the account may read, by their ids. undefined: not asked, because the model closes them, or not
   * readable, which counts as some.
   */
  skills: string[] | undefined;
}

export type Rights = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

/** Of a model's entry in the list, what bears on its built-in tools. */
export interface ModelSafety {
  id: string;
  /** False where the model is offered none at all (`capabilities.builtin_tools`). */
  offersBuiltinTools: boolean;
  /** Kinds that the model closes. Every other one is open. */
  closed: string[];
  /** Kinds that it names without closing them. */
  named: string[];
  /** Capabilities that it is marked not to have. */
  incapable: string[];
  /** It has documents of its own, to which Open WebUI then keeps its searches. */
  hasDocuments: boolean;
  /** Skills its owner attached. */
  skillIds: string[];
}

export type Unread = { failure: DeskFailure };

/** More switches than anybody has; those beyond are not read, and a kind that is not read counts as open. */
const MAX_SWITCHES = 100;

/** @param entry as in `GET /api/models` */
export function readModelSafety(entry: Record<string, unknown>): ModelSafety {
  const info = isRecord(entry.info) ? entry.info : {};
  const meta = isRecord(info.meta) ? info.meta : {};
  const capabilities = isRecord(meta.capabilities) ? meta.capabilities : {};
  const switches = isRecord(meta.builtinTools) ? Object.entries(meta.builtinTools).slice(0, MAX_SWITCHES) : [];
  const knowledge = Array.isArray(meta.knowledge) ? meta.knowledge : [];
  const skillIds = Array.isArray(meta.skillIds) ? meta.skillIds : [];
  return {
    id: typeof entry.id === 'string' ? entry.id : '',
    // Only a plain `false` closes: of anything else it is not certain how each version reads it.
    offersBuiltinTools: capabilities.builtin_tools !== false,
    closed: switches.filter(([, value]) => value === false).map(([name]) => name),
    named: switches.filter(([, value]) => value !== false).map(([name]) => name),
    incapable: Object.entries(capabilities)
      .filter(([, value]) => value === false)
      .map(([name]) => name),
    hasDocuments: knowledge.some(isDocument),
    skillIds: skillIds.filter((id): id is string => typeof id === 'string'),
  };
}

/** An entry without kind or id is left out by newer versions, and then nothing binds the search. */
function isDocument(item: unknown): boolean {
  return isRecord(item) && isFilled(item.type) && isFilled(item.id);
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

export function readRights(json: unknown): Rights | undefined {
  if (!isRecord(json)) return undefined;
  const areas = Object.entries(json).flatMap(([area, rights]) =>
    isRecord(rights) ? [[area, switchesIn(rights)]] : [],
  );
  return areas.length === 0 ? undefined : Object.fromEntries(areas);
}

/** Only `false` withholds a right; a value of another kind counts as given. */
function switchesIn(rights: Record<string, unknown>): Record<string, boolean> {
  return Object.fromEntries(Object.entries(rights).map(([name, value]) => [name, value !== false]));
}
