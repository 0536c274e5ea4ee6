/** What is remembered of the set-ups of one Open WebUI: what was made there, and for which sites. No secret is in it. */
import type { ProvisionRecord } from '@guichet/openwebui/provision';
import { DEFAULT_SITE } from '../sites/site-context.ts';
import type { AdminRecords } from '../storage/admin-records.ts';

export interface SetUpRecord {
  provision: ProvisionRecord;
  /** Of the key that was made. */
  fingerprint?: string;
  /** By the site's id. */
  sites: Record<string, SiteSetUp>;
}

/** What was prepared for one site. */
export interface SiteSetUp {
  /** ISO 8601. */
  startedAt: string;
  /** What answers on it by a set-up: a copy where one was made. The last one was prepared last. */
  models: string[];
  wholeAgent?: true;
  /** What was chosen before Guichet chose. */
  before?: FormerModel;
}

export interface FormerModel {
  /** null: none. */
  id: string | null;
  /** What Guichet chose instead. */
  chosen: string;
}

/** Of the first set-ups, which knew no sites: what was chosen before, of the default one and of others. */
interface FirstRecord extends Omit<SetUpRecord, 'sites'> {
  sites?: Record<string, SiteSetUp>;
  modelBefore?: FormerModel;
  modelsBefore?: Record<string, FormerModel>;
}

/** By address, so that the record of one Open WebUI is never taken for another's. */
export const setUpNote = (baseUrl: string) => `openwebui/provision ${baseUrl}`;

/** @returns undefined when there is nothing to go on with or to take back */
export async function findSetUpRecord(
  records: Pick<AdminRecords, 'readNote'>,
  baseUrl: string,
): Promise<SetUpRecord | undefined> {
  const note = await records.readNote(setUpNote(baseUrl));
  return note === undefined ? undefined : readSetUpRecord(note);
}

export function readSetUpRecord(note: string): SetUpRecord {
  const { modelBefore, modelsBefore = {}, ...record } = JSON.parse(note) as FirstRecord;
  if (record.sites) return { ...record, sites: record.sites };
  const formers = Object.entries({ ...(modelBefore && { [DEFAULT_SITE]: modelBefore }), ...modelsBefore });
  return { ...record, sites: sitesOfFirst(record.provision, formers) };
}

/** Whatever no other site is known to have is the default one's. */
function sitesOfFirst(provision: ProvisionRecord, formers: [string, FormerModel][]): Record<string, SiteSetUp> {
  const { startedAt, wholeAgent, otherModels = [], shares } = provision;
  const models = [...(wholeAgent ? [wholeAgent] : []), ...otherModels].flatMap(({ copy, closed }) =>
    [copy?.id, closed?.id].filter((id) => id !== undefined),
  );
  const agent = wholeAgent && { wholeAgent: true as const };
  const sites = formers.map(([site, before]): [string, SiteSetUp] => [
    site,
    { startedAt, models: [before.chosen], ...agent, before },
  ]);
  const left = models.filter((id) => !formers.some(([, { chosen }]) => chosen === id));
  if (left.length === 0 && sites.length > 0) return Object.fromEntries(sites);
  const shared = shares.flatMap(({ kind, id }) => (kind === 'model' ? [id] : []));
  const former = formers.find(([site]) => site === DEFAULT_SITE)?.[1];
  const ofDefault: SiteSetUp = {
    startedAt,
    models: [...(left.length > 0 ? left : shared), ...(former ? [former.chosen] : [])],
    ...agent,
    ...(former && { before: former }),
  };
  return { ...Object.fromEntries(sites), [DEFAULT_SITE]: ofDefault };
}
