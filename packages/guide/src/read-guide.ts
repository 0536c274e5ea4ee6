/**
 * Reads `docs/guide/{en,fr}` once, at start. The folders below a language are for the people who write; a page's
 * address is `/guide/LANGUAGE/SLUG`, and its slug is the file's name without `.md`, the same in every language.
 *
 * A page begins with front matter, one `name: value` a line between two lines of `---`:
 *   title     as the page's heading and in lists
 *   summary   one sentence, shown below the title and in lists
 *   section   start, keys, run, findings or reference
 *   order     a number; small ones come first
 *   keywords  comma-separated: what people may look for that the text does not say
 *   check     on a finding's page: the check it explains. Without `order`, it stands at the check's place in the ladder
 *   causes    on a finding's page, comma-separated: what the finding may name as its cause
 *
 * Then Markdown. Raw HTML is shown as text. Links to other pages are written as files (`[keys](../keys/two-families.md)`),
 * so that they also work where the files are read; to Guichet's own pages as `/diagnostic`, `/console/`. Every
 * `https://guichet.example.com` becomes this Guichet's own address. `> [!NOTE]`, `[!TIP]`, `[!WARNING]` begin a callout.
 *
 * Directives; the first eight stand alone on their line, the last four within one:
 *   {{menu create-key}}            where to click, for every range of versions, from `@guichet/openwebui/menus` (MenuGoal)
 *   {{finding key/accepted}}       what a check says when all is well, what is looked at before it, how to ask only it
 *   {{figure NAME | ALT | CAPTION}} a picture of `docs/guide/pictures`, by language and theme; the caption may be left out
 *   {{checks}} {{causes}}          every check, every cause, with the page that explains it
 *   {{errors}} {{settings}}        every error code, every setting
 *   {{versions}}                   the releases of Open WebUI that Guichet was tried with
 *   {{cause key-unknown}}          a cause's sentence (CAUSES in the contract)
 *   {{doctor fix putKey}}          a sentence of the doctor's catalogue: group, key and, where it needs them, NAME=VALUE
 *   {{error not-configured}}       the sentence that visitors read (ERRORS in the contract)
 *   {{version}}                    the version of Guichet
 *
 * What is wrong in a page never keeps Guichet from starting: it is listed in `problems`, which a test wants empty.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALES, type Locale } from '@guichet/contract/locale';
import { DirectiveProblem } from './directives/directive.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type GuideFacts, type GuidePage, SECTIONS } from './guide-page.ts';
import { passagesOf } from './passages-of.ts';
import { type Pictures, readPictures } from './pictures.ts';
import { renderMarkdown } from './render-markdown.ts';
import { GUIDE_TEXTS } from './text/guide-texts.ts';

export interface Guide {
  /** In the order of the contents. Empty when the folder is missing. */
  pages: Readonly<Record<Locale, readonly GuidePage[]>>;
  pictures: Pictures;
  /** What is wrong with the pages, one sentence each, beginning with the file. */
  problems: readonly string[];
}

interface Source {
  locale: Locale;
  slug: string;
  /** Relative to the guide's folder, with `/`. */
  file: string;
  matter: FrontMatter;
  body: string;
}

/** Addresses of Guichet itself that a page may link to. */
const OWN_ADDRESSES = /^\/(?:$|console\/|theming\/(?:en|fr)|diagnostic|openapi\.json|healthz|readyz|metrics)/;

export function readGuide(folder: string, facts: GuideFacts): Guide {
  const problems: string[] = [];
  const pictures = readPictures(path.join(folder, 'pictures'));
  const sources = LOCALES.flatMap((locale) => readSources(folder, locale, problems));
  checkTwins(sources, problems);
  const pages = sources.map((source) => renderPage(source, sources, pictures, facts, problems));
  checkAnchors(pages, problems);
  const inOrder = (locale: Locale) => pages.filter((page) => page.locale === locale).sort(byPlace);
  return { pages: { en: inOrder('en'), fr: inOrder('fr') }, pictures, problems };
}

function readSources(folder: string, locale: Locale, problems: string[]): Source[] {
  const files = globSync(`${locale}/**/*.md`, { cwd: folder }).map((file) => file.split(path.sep).join('/'));
  return files.sort().map((file) => {
    const read = readFrontMatter(readFileSync(path.join(folder, file), 'utf8'));
    problems.push(...read.problems.map((problem) => `${file} ${problem}`));
    return { locale, slug: path.basename(file, '.md'), file, matter: read.matter, body: read.body };
  });
}

function checkTwins(sources: readonly Source[], problems: string[]): void {
  const files = new Set(sources.map(({ file }) => file));
  for (const { file, locale, slug } of sources) {
    for (const other of LOCALES) {
      if (!files.has(file.replace(locale, other))) problems.push(`${file} has no page of the same name in ${other}`);
    }
    const twice = sources.find((each) => each.locale === locale && each.slug === slug && each.file < file);
    if (twice) problems.push(`${file} has the same name as ${twice.file}`);
  }
}

function renderPage(
  source: Source,
  sources: readonly Source[],
  pictures: Pictures,
  facts: GuideFacts,
  problems: string[],
): GuidePage {
  const { locale, slug, file, matter, body } = source;
  const addressOf = (other: Source) => `/guide/${locale}/${other.slug}`;
  const rendered = renderMarkdown(body, {
    locale,
    facts,
    pictures,
    texts: GUIDE_TEXTS[locale],
    linkTo(wanted) {
      const other = sources.find((each) => each.locale === locale && each.slug === wanted);
      return other && addressOf(other);
    },
    resolve(target) {
      if (/^(?:https?:\/\/|mailto:|#)/.test(target) || OWN_ADDRESSES.test(target)) return target;
      const [relative = '', anchor] = target.split('#');
      const wanted = path.posix.join(path.posix.dirname(file), relative);
      const other = sources.find((each) => each.file === wanted);
      if (!other) throw new DirectiveProblem(`links to a file that is not there: ${target}`);
      return addressOf(other) + (anchor ? `#${anchor}` : '');
    },
  });
  problems.push(...rendered.problems.map((problem) => `${file} ${problem}`));
  return {
    ...matter,
    locale,
    slug,
    file,
    html: rendered.html,
    headings: rendered.headings,
    passages: passagesOf(rendered.html),
  };
}

/** Links within the guide must lead to a heading that is there. */
function checkAnchors(pages: readonly GuidePage[], problems: string[]): void {
  for (const { html, file, locale, slug } of pages) {
    for (const [, to = '', anchor = ''] of html.matchAll(/href="(?:\/guide\/\w\w\/([\w-]+))?#([\w-]+)"/g)) {
      const target = pages.find((page) => page.locale === locale && page.slug === (to || slug));
      if (!target?.html.includes(`id="${anchor}"`))
        problems.push(`${file} links to a heading that is not there: ${to}#${anchor}`);
    }
  }
}

function byPlace(a: GuidePage, b: GuidePage): number {
  const place = (page: GuidePage) => SECTIONS.indexOf(page.section);
  return place(a) - place(b) || a.order - b.order || a.title.localeCompare(b.title, a.locale);
}
