/**
 * The sites this Guichet serves, as they count at the moment. `default` always exists; the others are records. What
 * another process changes (the command, another replica) counts within a second.
 */
import type { LimitSettings } from '../limits/visitor-limits.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { SiteChange, SiteRecord, SiteRecords } from '../storage/site-records.ts';
import { type ResolvedSite, resolveSite } from './resolve-site.ts';
import { DEFAULT_SITE, type SiteContext } from './site-context.ts';

/** How long a change by another process, such as a command, may go unnoticed. Other replicas ring. */
export const SITES_POLL_MS = 500;

export interface SitesParts {
  records: SiteRecords;
  /** Those in force; another object after each change. */
  settings: () => Settings;
  /** Whether the practice server answers. */
  practice: () => boolean;
  limits: LimitSettings;
  /** Something kept makes no sense to this version. Told once, until it is changed. */
  onProblem: (site: string, problem: ResolvedSite['problems'][number]) => void;
  onFailure: (error: unknown) => void;
  intervalMs?: number;
  now: () => number;
}

interface Kept {
  record: SiteRecord;
  /** Made when somebody asks, and again when the settings are others. */
  resolved?: { settings: Settings; practice: boolean; site: SiteContext };
}

export class Sites {
  readonly #parts: SitesParts;
  readonly #listeners = new Set<() => void>();
  #kept: ReadonlyMap<string, Kept>;
  #stamp = '';
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> = Promise.resolve();
  #hasFailed = false;

  constructor(parts: SitesParts) {
    this.#parts = parts;
    this.#kept = new Map([[DEFAULT_SITE, { record: emptyDefault() }]]);
  }

  /** @throws when the storage cannot be read */
  async load(): Promise<void> {
    await this.#read();
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.look(), this.#parts.intervalMs ?? SITES_POLL_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Told after a change, whoever made it. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** The site if it lets visitors in; unknown and paused ones alike are not told. */
  open(id: string): SiteContext | undefined {
    const kept = this.#kept.get(id);
    return kept && kept.record.pausedAt === undefined ? this.#resolve(kept) : undefined;
  }

  /** The site, paused or not: for operators. */
  any(id: string): SiteContext | undefined {
    const kept = this.#kept.get(id);
    return kept && this.#resolve(kept);
  }

  get default(): SiteContext {
    return this.any(DEFAULT_SITE) ?? this.#resolve({ record: emptyDefault() });
  }

  /** By id, `default` first. */
  list(): SiteRecord[] {
    const records = [...this.#kept.values()].map(({ record }) => record);
    return records.sort((a, b) => Number(b.id === DEFAULT_SITE) - Number(a.id === DEFAULT_SITE));
  }

  /** Counts at once. @returns undefined when there is no such site */
  async change(id: string, change: SiteChange): Promise<{ before: SiteRecord; after: SiteRecord } | undefined> {
    const { records, now } = this.#parts;
    if (id === DEFAULT_SITE) await ensureDefault(records, now());
    const changed = await records.change(id, change, now());
    await this.#read();
    return changed;
  }

  /** Compares once, and reads all of it when somebody changed something. */
  async look(): Promise<void> {
    try {
      if ((await this.#parts.records.stamp()) !== this.#stamp) await this.#read();
      this.#hasFailed = false;
    } catch (error) {
      // What counted before goes on. Said once, not each second.
      if (!this.#hasFailed) this.#parts.onFailure(error);
      this.#hasFailed = true;
    }
  }

  /** One after the other, so that an older reading never replaces a newer one. */
  #read(): Promise<void> {
    const mine = this.#reading.then(() => this.#readNow());
    this.#reading = mine.catch(() => undefined);
    return mine;
  }

  async #readNow(): Promise<void> {
    const { records } = this.#parts;
    // The stamp first: what changes in between is read once more with the next look.
    const stamp = await records.stamp();
    const listed = await records.list();
    if (!listed.some(({ id }) => id === DEFAULT_SITE)) listed.unshift(emptyDefault());
    const before = this.#kept;
    this.#stamp = stamp;
    this.#kept = new Map(
      listed.map((record) => {
        const kept = before.get(record.id);
        return [record.id, kept?.record.updatedAt === record.updatedAt ? kept : { record }];
      }),
    );
    for (const [id, kept] of this.#kept) {
      if (kept !== before.get(id)) this.#tellProblems(kept.record);
    }
    for (const listener of this.#listeners) listener();
  }

  #tellProblems(record: SiteRecord): void {
    const { problems } = resolveSite(record, this.#resolveParts());
    for (const problem of problems) this.#parts.onProblem(record.id, problem);
  }

  #resolve(kept: Kept): SiteContext {
    const parts = this.#resolveParts();
    const { resolved } = kept;
    if (resolved?.settings === parts.settings && resolved.practice === parts.practice) return resolved.site;
    const { site } = resolveSite(kept.record, parts);
    kept.resolved = { settings: parts.settings, practice: parts.practice, site };
    return site;
  }

  #resolveParts() {
    const { settings, practice, limits } = this.#parts;
    return { settings: settings(), practice: practice(), limits };
  }
}

function emptyDefault(): SiteRecord {
  return { id: DEFAULT_SITE, settings: {}, createdAt: 0, updatedAt: 0 };
}

/** The site `default` gets its row with its first change. */
export async function ensureDefault(records: SiteRecords, now: number): Promise<void> {
  await records.add({ id: DEFAULT_SITE, settings: {}, createdAt: now });
}
