/**
 * The sites that the operator keeps, behind one interface. The site `default` exists also without a row here; it gets
 * one with its first change. Times are milliseconds since 1970.
 */

/** Texts by the setting's name, as they would be written on the command line. */
export type SiteSettingTexts = Readonly<Record<string, string>>;

export interface SiteRecord {
  id: string;
  /** What its owner calls it. */
  name?: string;
  settings: SiteSettingTexts;
  /** Since when it lets nobody in. */
  pausedAt?: number;
  createdAt: number;
  updatedAt: number;
}

export interface NewSite {
  id: string;
  name?: string;
  settings: SiteSettingTexts;
  createdAt: number;
}

/** What is to be another; `null` takes a value away, what is not named stays. */
export interface SiteChange {
  name?: string | null;
  settings?: Readonly<Record<string, string | null>>;
  pausedAt?: number | null;
}

export interface SiteRecords {
  /** By id. */
  list(): Promise<SiteRecord[]>;
  find(id: string): Promise<SiteRecord | undefined>;
  /** @returns false when there is one of this id */
  add(site: NewSite): Promise<boolean>;
  /** One change after the other, also from several processes. @returns the site before and after, or undefined without one */
  change(id: string, change: SiteChange, now: number): Promise<{ before: SiteRecord; after: SiteRecord } | undefined>;
  /** @returns false when there was none */
  remove(id: string): Promise<boolean>;
  /** Another text after every change, whoever made it; small enough to be asked for each second. */
  stamp(): Promise<string>;
}
