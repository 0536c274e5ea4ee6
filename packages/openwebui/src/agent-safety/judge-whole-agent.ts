/** Whether the whole agent may run with this model and this account. Pure: from what was read to what stands in the way. */
import type { DeskFailure } from '../desk/desk-failure.ts';
import { isAtLeast, isBefore } from '../version-order.ts';
import {
  BUILTIN_TOOL_KINDS,
  type BuiltinToolKind,
  FIRST_UNREAD,
  OLDEST_FOR_WHOLE_AGENT,
} from './builtin-tool-kinds.ts';
import type { ModelSafety, SafetyEvidence } from './safety-evidence.ts';

export type WholeAgentObstacle =
  /** Neither version nor anything else was read: the whole agent is not let run on a guess. */
  | { what: 'not-checked'; failure: DeskFailure }
  | { what: 'version-unknown' }
  | { what: 'version-too-old'; version: string; needed: string }
  /** A line of versions that was not read yet may have kinds of tools that nobody here knows. */
  | { what: 'version-unread'; version: string }
  /** Its account may do everything, and no right closes anything to it. */
  | { what: 'account-is-administrator' }
  | { what: 'account-unknown' }
  | { what: 'model-missing' }
  | OpenTool;

export interface OpenTool {
  what: 'tool-open';
  /** As `meta.builtinTools` calls it. */
  kind: string;
  /** `unknown`: this version of Guichet has not heard of it. */
  opens: 'own-things' | 'browser' | 'code' | 'unknown';
  /** Where it can be closed: in the model, by taking the account's right, or by no switch of this version. */
  closedBy: ('model' | 'right' | 'no-switch')[];
}

/** Before, skills are offered to a model that its owner attached some to (run up to 0.11.0, read up to 0.11.3). */
const OFFERS_EVERY_SKILL_SINCE = '0.11.4';

/** Longest name of a kind that is shown, in characters. */
const NAME_CHARS = 60;

/** What a model leaves open to an account that has every right; skills without a switch are left aside. */
export function openKindsOf(model: ModelSafety, version: string): OpenTool[] {
  const evidence: SafetyEvidence = { version, role: 'user', model, rights: undefined, skills: [] };
  return judgeModel(model, version, evidence).filter((one): one is OpenTool => one.what === 'tool-open');
}

/** Nothing to say means that it may run. */
export function judgeWholeAgent(evidence: SafetyEvidence): WholeAgentObstacle[] {
  const { version, model } = evidence;
  if (version === undefined) return [{ what: 'version-unknown' }];
  if (isBefore(version, OLDEST_FOR_WHOLE_AGENT)) {
    return [{ what: 'version-too-old', version, needed: OLDEST_FOR_WHOLE_AGENT }];
  }
  return [...judgeAccount(evidence), ...(model ? judgeModel(model, version, evidence) : [MODEL_MISSING])];
}

const MODEL_MISSING = { what: 'model-missing' } as const;

function judgeAccount({ role }: SafetyEvidence): WholeAgentObstacle[] {
  if (role === 'admin') return [{ what: 'account-is-administrator' }];
  return role === 'user' ? [] : [{ what: 'account-unknown' }];
}

function judgeModel(model: ModelSafety, version: string, evidence: SafetyEvidence): WholeAgentObstacle[] {
  if (!model.offersBuiltinTools) return [];
  const known = BUILTIN_TOOL_KINDS.filter((kind) => isOpen(kind, model, version, evidence)).map((kind) =>
    openKind(kind, version),
  );
  const names = new Set(BUILTIN_TOOL_KINDS.map(({ name }) => name));
  const unknown = model.named.filter((name) => !names.has(name)).map(openUnknown);
  const unread = isAtLeast(version, FIRST_UNREAD) ? [{ what: 'version-unread', version } as const] : [];
  return [...unread, ...known, ...unknown];
}

/** Whether a kind is offered and dangerous. */
function isOpen(kind: BuiltinToolKind, model: ModelSafety, version: string, evidence: SafetyEvidence): boolean {
  const { name, missingIn, capability, right } = kind;
  if (missingIn !== undefined && !isBefore(missingIn, version)) return false;
  if (kind.opens === 'nothing' && !(name === 'knowledge' && !model.hasDocuments)) return false;
  if (!isClosable(kind, version)) return hasSkillsToOffer(model, version, evidence);
  if (model.closed.includes(name)) return false;
  if (capability !== undefined && model.incapable.includes(capability)) return false;
  return right === undefined || evidence.rights?.[right[0]]?.[right[1]] !== false;
}

export function isClosable({ closableSince }: BuiltinToolKind, version: string): boolean {
  return closableSince === undefined || isAtLeast(version, closableSince);
}

/** Skills that the model's owner attached are meant to be read; by the tool every other one can be read too. */
function hasSkillsToOffer(model: ModelSafety, version: string, { skills }: SafetyEvidence): boolean {
  if (!offersSkills(model, version)) return false;
  return skills === undefined || skills.some((id) => !model.skillIds.includes(id));
}

/** Whether skills are offered at all where no switch closes them. */
export function offersSkills(model: ModelSafety, version: string): boolean {
  if (!model.offersBuiltinTools || skillsCanBeClosed(version)) return false;
  return isBefore(version, OFFERS_EVERY_SKILL_SINCE) ? model.skillIds.length > 0 : true;
}

function skillsCanBeClosed(version: string): boolean {
  const skills = BUILTIN_TOOL_KINDS.find(({ name }) => name === 'skills');
  return skills === undefined || isClosable(skills, version);
}

function openKind(kind: BuiltinToolKind, version: string): OpenTool {
  const closedBy = isClosable(kind, version)
    ? (['model', ...(kind.right ? (['right'] as const) : [])] as const)
    : (['no-switch'] as const);
  const opens = kind.opens === 'nothing' ? 'own-things' : kind.opens;
  return { what: 'tool-open', kind: kind.name, opens, closedBy: [...closedBy] };
}

function openUnknown(name: string): OpenTool {
  return { what: 'tool-open', kind: name.slice(0, NAME_CHARS), opens: 'unknown', closedBy: ['model'] };
}
