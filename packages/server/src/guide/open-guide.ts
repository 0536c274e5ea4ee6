/** The guide of this installation, as a website: as the build wrote it, or read from its pages where nothing was built. */
import type { GuideSite } from '@guichet/guide';
import { openBuiltGuide } from '@guichet/guide/built';
import type { Logger } from '../observe/logger.ts';

export interface GuideFolders {
  /** What the build wrote. */
  built?: string | undefined;
  /** The pages' Markdown. */
  pages: string;
}

/** By version and folder: reading is most of the work of a start, and a process that starts many times has one guide. */
const opened = new Map<string, Promise<{ site: GuideSite; problems: readonly string[] }>>();

/** A page with something wrong in it is shown without that, and said in the log. */
export async function openGuide({ built, pages }: GuideFolders, version: string, logger: Logger): Promise<GuideSite> {
  if (built !== undefined) return openBuiltGuide(built);
  const name = `${version} ${pages}`;
  const found = opened.get(name) ?? read(pages, version);
  opened.set(name, found);
  const { site, problems } = await found;
  for (const problem of problems) logger.warn({ problem }, 'A page of the guide has something wrong in it.');
  return site;
}

/** What reads Markdown is not loaded where the guide was built. */
async function read(folder: string, version: string) {
  const [{ createGuideSite, readGuide }, { settingFacts }] = await Promise.all([
    import('@guichet/guide'),
    import('../settings/setting-facts.ts'),
  ]);
  const guide = readGuide(folder, { version, settings: settingFacts() });
  return { site: createGuideSite(guide), problems: guide.problems };
}
