/** The guide of this installation, as a website; its pages are read from the disk and nowhere else. */
import { createGuideSite, type Guide, type GuideSite, readGuide } from '@guichet/guide';
import type { Logger } from '../observe/logger.ts';
import { settingFacts } from '../settings/setting-facts.ts';

/** By version and folder: reading is most of the work of a start, and a process that starts many times has one guide. */
const opened = new Map<string, { guide: Guide; site: GuideSite }>();

/** A page with something wrong in it is shown without that, and said in the log. */
export function openGuide(folder: string, version: string, logger: Logger): GuideSite {
  const name = `${version} ${folder}`;
  let found = opened.get(name);
  if (!found) {
    const guide = readGuide(folder, { version, settings: settingFacts() });
    found = { guide, site: createGuideSite(guide) };
    opened.set(name, found);
  }
  for (const problem of found.guide.problems)
    logger.warn({ problem }, 'A page of the guide has something wrong in it.');
  return found.site;
}
