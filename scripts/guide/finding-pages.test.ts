/** The pages about findings: one for each of the doctor's checks, in both languages, and true to what the check may find. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CAUSES } from '@guichet/contract/cause';
import { LOCALES } from '@guichet/contract/locale';
import { en as problemsEn } from '@guichet/contract/problem-text/en';
import { fr as problemsFr } from '@guichet/contract/problem-text/fr';
import { ALL_CHECKS, checkForCause } from '@guichet/doctor/catalogue';
import { createGuideSite, readGuide } from '@guichet/guide';
import { findSecrets } from '@guichet/keys/find-secrets';
import { endpointAllowListLine } from '@guichet/openwebui/allow-list';
import { describe, expect, it } from 'vitest';
import { KNOWN_HOLES, NEWEST_KNOWN, OLDEST_SUPPORTED } from '../../packages/doctor/src/checks/known-holes.ts';
import { DOCTOR_LIMITS } from '../../packages/doctor/src/limits.ts';
import { settingFacts } from '../../packages/server/src/settings/setting-facts.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/guide');
const guide = readGuide(folder, { version: '0.1.0', settings: settingFacts() });
const site = createGuideSite(guide);
const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const bodyOf = (file: string) => textOf(file).replace(/^---[\s\S]*?\n---\n/, '');

/** What visitors read; the pages take it from the catalogue, so that no quote grows old. */
const READ_BY_VISITORS = { en: Object.values(problemsEn), fr: Object.values(problemsFr) };

/** Met at a sign-in, which few checks look at; explained where people look for it as well. */
const EXPLAINED_ELSEWHERE_TOO: readonly string[] = ['second-factor-required'];

describe.each(LOCALES)('in %s', (locale) => {
  const findings = guide.pages[locale].filter(({ section }) => section === 'findings');
  const pageOf = (id: string) => findings.find(({ check }) => check === id);

  it('every check has its page', () => {
    expect(ALL_CHECKS.map(({ id }) => id).filter((id) => !pageOf(id))).toEqual([]);
  });

  it.each(ALL_CHECKS)('$id has its page where the report leads, with all that the check may find', ({ id, causes }) => {
    const page = pageOf(id);
    expect(page?.slug).toBe(id.replace('/', '-'));
    expect(site.answer({ path: `/guide/${locale}/${id.replace('/', '-')}`, origin: '' }).status).toBe(200);
    const found: readonly string[] = causes;
    const isFound = (cause: string) => found.includes(cause) || !EXPLAINED_ELSEWHERE_TOO.includes(cause);
    expect(page?.causes.filter(isFound).sort()).toEqual([...causes].sort());
  });

  it('what visitors read is taken from the catalogue, not typed', () => {
    const texts = findings.map(({ file }) => bodyOf(file)).join('\n');
    expect(texts.match(/\{\{error [\w-]+\}\}/g)?.length).toBeGreaterThan(15);
    expect(READ_BY_VISITORS[locale].filter((sentence) => texts.includes(sentence))).toEqual([]);
  });

  it('versions, their holes and the paths that a key needs are those that the doctor goes by', () => {
    const text = (id: string) => textOf(pageOf(id)?.file ?? '');
    for (const { why, number = '' } of KNOWN_HOLES) {
      expect(text('upstream/version-holes')).toContain(`{{doctor hole ${why}}}${number && ` (${number})`}`);
    }
    expect(text('upstream/version-holes')).toContain(NEWEST_KNOWN);
    expect(text('upstream/version-supported')).toContain(OLDEST_SUPPORTED);
    for (const id of ['key/accepted', 'key/restrictions', 'key/reach']) {
      expect(text(id)).toContain(`${endpointAllowListLine(NEWEST_KNOWN)}\n`);
    }
  });

  it('the glossary is in the order of the alphabet', () => {
    const words = guide.pages[locale].find(({ slug }) => slug === 'glossary')?.headings.map(({ text }) => text) ?? [];
    expect(words.length).toBeGreaterThan(20);
    expect(words).toEqual(words.toSorted((one, other) => one.localeCompare(other, locale)));
  });

  it('the page of causes names every cause, each at an anchor of its own', () => {
    const html = guide.pages[locale].find(({ slug }) => slug === 'causes')?.html;
    for (const cause of CAUSES) expect(html).toContain(`<div id="${cause}">`);
  });

  it.each(CAUSES)('%s is explained on the page of the check that looks for it', (cause) => {
    expect(pageOf(checkForCause(cause) ?? '')?.causes).toContain(cause);
  });

  it.each(findings.filter(({ check }) => check))('$file says how to see that it is mended', ({ check, html }) => {
    expect(html).toContain(`npx guichet doctor --only ${check}`);
  });

  it.each(findings.filter(({ check }) => check))(
    '$file is short, and holds nothing that looks like a secret',
    ({ file }) => {
      const text = textOf(file);
      const body = bodyOf(file).replace(/```[\s\S]*?```/g, '');
      const words = body.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
      expect(words).toBeGreaterThanOrEqual(120);
      expect(words).toBeLessThanOrEqual(430);
      expect(findSecrets(text)).toEqual([]);
    },
  );
});

it('the doctor waits as long as the pages say', () => {
  // Who changes one of these looks through docs/guide/*/findings for it.
  expect(DOCTOR_LIMITS).toMatchObject({
    nameMs: 2_000,
    connectMs: 2_500,
    certificateMs: 2_500,
    replyMs: 4_000,
    answerMs: 8_000,
    ownMs: 3_000,
  });
});
