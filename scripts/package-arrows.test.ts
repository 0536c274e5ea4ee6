/** Who may import whom, as ARCHITECTURE.md draws it; a circle or a short cut between packages fails here. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

const ARROWS: Record<string, readonly string[]> = {
  contract: [],
  keys: [],
  openwebui: ['contract'],
  doctor: ['openwebui', 'keys', 'contract'],
  guide: ['doctor', 'openwebui', 'contract'],
  server: ['guide', 'doctor', 'openwebui', 'keys', 'contract'],
  widget: ['contract', 'keys'],
  console: ['contract', 'keys'],
};

const files = execFileSync('git', ['ls-files', 'packages/*.ts', 'packages/*.tsx'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);

const { workspaces } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { workspaces: string[] };

describe('packages', () => {
  it('all have their arrows', () => {
    expect(Object.keys(ARROWS).sort()).toEqual(workspaces.map((folder) => path.basename(folder)).sort());
  });

  it.each(Object.keys(ARROWS))('%s imports only what lies below it, and never around the exports', (name) => {
    const wrong = files
      .filter((file) => file.startsWith(`packages/${name}/`))
      .flatMap((file) => {
        const text = readFileSync(path.join(root, file), 'utf8');
        const imported = [...text.matchAll(/from '(@guichet\/([\w-]+)[^']*|(?:\.\.\/)+packages\/[^']+)'/g)];
        return imported
          .filter(([, , other]) => other === undefined || (other !== name && !ARROWS[name]?.includes(other)))
          .map(([, specifier]) => `${file} imports ${specifier}`);
      });
    expect(wrong).toEqual([]);
  });
});
