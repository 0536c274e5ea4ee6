/**
 * Where texts are that people read. A new catalogue gets a line here; a file called like one that has none fails
 * the test.
 */
import type { VoiceLanguage } from './sentences-in.ts';

export interface CatalogueFile {
  /** A source file, a page, or a folder of pages. */
  file: string;
  /** Without it, what is below a property `en` or `fr` is read. */
  language?: VoiceLanguage;
}

/** Both files of a catalogue, in its folder. */
function pair(folder: string, name: (language: VoiceLanguage) => string = (language) => `${language}.ts`) {
  return (['en', 'fr'] as const).map((language) => ({ file: `${folder}/${name(language)}`, language }));
}

/** A file in English alone. */
function english(file: string): CatalogueFile {
  return { file, language: 'en' };
}

/** A file that holds both languages. */
function both(file: string): CatalogueFile {
  return { file };
}

export const CATALOGUES: readonly CatalogueFile[] = [
  both('packages/keys/src/text/kind-name.ts'),
  ...pair('packages/keys/src/text'),
  ...pair('packages/contract/src/problem-text'),
  ...pair('packages/contract/src/visitor-text'),
  ...pair('packages/contract/src/cause-text'),
  ...pair('packages/doctor/src/text'),
  both('packages/openwebui/src/practice/guide/answer-from-guide.ts'),
  ...pair('packages/console/src/text/whole-agent-set-up'),
  ...pair('packages/server/src/diagnosis'),
  ...pair('packages/openwebui/src/practice/guide', (language) => `passages-${language}.ts`),
  ...pair('packages/console/src/text/assistant'),
  ...pair('packages/server/src/command/site-text'),
  ...pair('packages/server/src/set-up', (language) => `whole-agent-text-${language}.ts`),
  both('packages/server/src/sites/site-setting-definitions.ts'),
  ...pair('packages/widget/src/text'),
  ...pair('packages/widget/src/theming/text'),
  ...pair('packages/guide/src/text'),
  ...pair('docs/guide', (language) => language),
  { file: 'README.md', language: 'en' },
  { file: 'README.fr.md', language: 'fr' },
  ...['SECURITY', 'CHANGELOG', 'CONTRIBUTING', 'ARCHITECTURE'].map((name) => english(`${name}.md`)),
  english('docs/architecture'),
  ...['console', 'doctor', 'keys', 'widget'].map((name) => english(`packages/${name}/README.md`)),
  ...pair('packages/console/src/text'),
  ...pair('packages/console/src/text/diagnosis'),
  ...pair('packages/console/src/text/diagnosis-page'),
  ...pair('packages/console/src/text/password'),
  ...pair('packages/console/src/text/reach'),
  ...pair('packages/console/src/text/renewal'),
  ...pair('packages/console/src/text/set-up'),
  ...pair('packages/console/src/text/settings'),
  ...pair('packages/console/src/text/sign-in'),
  ...pair('packages/console/src/text/wizard'),
  ...pair('packages/server/src/set-up'),
  ...pair('packages/server/src/set-up', (language) => `wizard-text-${language}.ts`),
  ...pair('packages/server/src/settings/text'),
  { file: 'packages/server/src/settings/setting-definitions.ts', language: 'en' },
  { file: 'packages/server/src/settings/text/meanings-fr.ts', language: 'fr' },
  ...pair('packages/server/src/text'),
];
