/**
 * What a model's owner set it to work with in Open WebUI. Its own interface reads this from the list of models and sends
 * most of it along with every question; a client that does not gets the bare model. Source: `info.meta`, `info.params`
 * and `filters` of `GET /api/models` (0.6.43 to 0.12.4).
 */
import { isRecord } from './error-body.ts';

export interface ModelEquipment {
  /** Tools of the workspace, and tool servers as `server:…`; sent as `tool_ids`. */
  toolIds: string[];
  /** Of the owner's tools those that are not asked for, because this version of Open WebUI loses an answer with them. */
  unusableToolIds?: string[];
  /** Filters that can be switched, and that their owner switched on for this model; sent as `filter_ids`. */
  filterIds: string[];
  /** Features that its owner switched on and the model is marked capable of; sent as `features`. */
  features: ModelFeature[];
  /** Documents are attached to the model itself. */
  hasKnowledge: boolean;
  /** Ids of the attached collections and files; those of before 0.2 have names instead and are left out. */
  knowledgeIds: string[];
  /** Kinds of built-in tools by whether the owner allows them. A kind that is not named is allowed. */
  builtinTools: Readonly<Record<string, boolean>>;
  /** Its owner marked it as one that does not see pictures. What is not said counts as given, as in Open WebUI itself. */
  sees?: false;
  /** Its owner marked it as one that takes no documents. */
  takesDocuments?: false;
  /** False when the model is not offered built-in tools at all (`capabilities.builtin_tools`). */
  offersBuiltinTools: boolean;
  /** How the owner has tools called; undefined where it is left to the server or not told (0.12 hides it). */
  functionCalling: 'native' | 'legacy' | undefined;
}

export type ModelFeature = 'web_search' | 'image_generation';

/** The code interpreter is left out: it runs in the browser of whoever asks, and a visitor's is not lent to a model. */
const FEATURES: readonly ModelFeature[] = ['web_search', 'image_generation'];

/** Ids of one kind that are read of a model; nobody attaches more by hand. Those beyond are left out. */
const MAX_IDS = 100;
/** Longest id that is read, in characters; Open WebUI's own are UUIDs and short names. Longer ones are left out. */
const MAX_ID_CHARS = 300;

/** @param entry a model's entry in the list */
export function readModelEquipment(entry: Record<string, unknown>): ModelEquipment {
  const info = isRecord(entry.info) ? entry.info : {};
  const meta = isRecord(info.meta) ? info.meta : {};
  const params = isRecord(info.params) ? info.params : {};
  const capabilities = isRecord(meta.capabilities) ? meta.capabilities : {};
  const switchedOn = idsIn(meta.defaultFeatureIds);
  const knowledge = Array.isArray(meta.knowledge) ? meta.knowledge : [];
  return {
    toolIds: idsIn(meta.toolIds),
    filterIds: switchableFilters(idsIn(meta.defaultFilterIds), entry.filters),
    features: FEATURES.filter((feature) => capabilities[feature] === true && switchedOn.includes(feature)),
    hasKnowledge: knowledge.length > 0,
    knowledgeIds: idsIn(knowledge.map((item) => (isRecord(item) ? item.id : undefined))),
    builtinTools: switchesIn(meta.builtinTools),
    ...(capabilities.vision === false && { sees: false }),
    ...(capabilities.file_upload === false && { takesDocuments: false }),
    offersBuiltinTools: capabilities.builtin_tools !== false,
    functionCalling: readFunctionCalling(params.function_calling),
  };
}

/** The interface sends only filters that the list still offers for the model; lists without them are of old versions. */
function switchableFilters(wanted: string[], offered: unknown): string[] {
  if (!Array.isArray(offered)) return wanted;
  const there = new Set(offered.map((filter) => (isRecord(filter) ? filter.id : undefined)));
  return wanted.filter((id) => there.has(id));
}

/** `default` was the name of what is called legacy now, until 0.10 made native the default. */
function readFunctionCalling(value: unknown): ModelEquipment['functionCalling'] {
  return value === 'native' || value === 'legacy' ? value : undefined;
}

function idsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const ids = value.filter((id): id is string => typeof id === 'string' && id !== '' && id.length <= MAX_ID_CHARS);
  return [...new Set(ids)].slice(0, MAX_IDS);
}

function switchesIn(value: unknown): Record<string, boolean> {
  if (!isRecord(value)) return {};
  const switches = Object.entries(value).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean');
  return Object.fromEntries(switches.slice(0, MAX_IDS));
}
