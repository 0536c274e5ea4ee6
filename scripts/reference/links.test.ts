import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const documents = globSync(['*.md', 'docs/decisions/*.md', 'docs/reference/*.md'], { cwd: root });

describe('the documents', () => {
  it.each(documents)('%s names only files that exist', (document) => {
    // What stands in code is an expression or an example, and no link.
    const text = readFileSync(path.join(root, document), 'utf8').replace(/`[^`\n]*`/g, 'code');
    const missing = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !/^\w+:/.test(target))
      .filter((target) => !existsSync(path.resolve(root, path.dirname(document), target)));
    expect(missing).toEqual([]);
  });

  it('README.fr.md has narrow no-break spaces where French wants them', () => {
    const text = readFileSync(path.join(root, 'README.fr.md'), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, 'code');
    expect(text.match(/.{0,20}(?:[^\u202f\s]| )[;!?»](?![\w/])|.{0,20}[ \u00a0][:;!?»]|«[^\u202f]/g) ?? []).toEqual([]);
  });

  it('speak in both languages of the same settings, files and commands', () => {
    const named = (file: string) =>
      // Each leads to the guide in its own language.
      [
        ...new Set(
          readFileSync(path.join(root, file), 'utf8')
            .replaceAll('docs/guide/fr', 'docs/guide/en')
            .match(/`[A-Z_]{4,}`|\]\([^)]+\)|`npm [^`]+`/g),
        ),
      ].sort();
    const withoutSwitch = (list: string[]) => list.filter((each) => !each.includes('README'));
    expect(withoutSwitch(named('README.fr.md'))).toEqual(withoutSwitch(named('README.md')));
  });
});
