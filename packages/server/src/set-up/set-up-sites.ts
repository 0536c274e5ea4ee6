/** Which sites there are, and what answers on each: a set-up for one of them leaves the others as they are. */
import type { UpstreamGate } from '../answer/upstream-gate.ts';
import type { Sites } from '../sites/sites.ts';
import type { SiteSetUp } from './set-up-record.ts';

export interface SiteModel {
  id: string;
  name?: string;
  /** What answers now, as far as it is known. */
  model?: string;
  wholeAgent: boolean;
}

/** Of a running server: a site that names no model answers by the first one that the key can use. */
export function siteModels(
  sites: Pick<Sites, 'any' | 'list'>,
  upstream: Pick<UpstreamGate, 'model'>,
): Promise<SiteModel[]> {
  const each = sites.list().map(async ({ id, name }): Promise<SiteModel> => {
    const site = sites.any(id);
    const model = site && (site.model ?? (await upstream.model(site))?.id);
    return {
      id,
      ...(name !== undefined && { name }),
      ...(model !== undefined && { model }),
      wholeAgent: site?.tools === 'whole-agent',
    };
  });
  return Promise.all(each);
}

/** Another site with the model that a set-up is about. */
export type SharedModel =
  /** They already answer by the very copy. */
  | { how: 'one-copy'; sites: string[]; model: string }
  /** They go on with the model that the copy is made of. */
  | { how: 'own-copy'; sites: string[]; model: string }
  /** It is closed in itself, so for them as well. */
  | { how: 'closed'; sites: string[]; model: string };

/** What has to stay reachable with the one key: what answers on the other sites, and what did before they were set up. */
export function modelsToReach(others: readonly SiteModel[], prepared: Record<string, SiteSetUp>): string[] {
  const ids = others.flatMap(({ id, model }) => [model, prepared[id]?.before?.id ?? undefined]);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** @param source what the copy is made of; the same as what answers where there is no copy */
export function sharedModelOf(
  others: readonly SiteModel[],
  { answering, source }: { answering: string; source: string },
): SharedModel | undefined {
  const withModel = (id: string) => others.filter(({ model }) => model === id).map(siteInWords);
  const same = withModel(answering);
  if (answering === source) return same.length > 0 ? { how: 'closed', sites: same, model: source } : undefined;
  if (same.length > 0) return { how: 'one-copy', sites: same, model: source };
  const originals = withModel(source);
  return originals.length > 0 ? { how: 'own-copy', sites: originals, model: source } : undefined;
}

/** As the console lists it. */
export function siteInWords({ id, name }: Pick<SiteModel, 'id' | 'name'>): string {
  return name === undefined ? id : `${name} (${id})`;
}
