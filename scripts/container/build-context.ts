/** The files that a container engine would be given: the repository's, less what `.dockerignore` leaves out. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Copies the context into a folder. @returns the files' paths, relative */
export function copyBuildContext(root: string, target: string): string[] {
  const sent = isSent(readFileSync(path.join(root, '.dockerignore'), 'utf8'));
  const files = repositoryFiles(root).filter(sent);
  for (const file of files) cpSync(path.join(root, file), path.join(target, file));
  return files;
}

/** Tracked files and new ones that nothing ignores, so that the test also holds before a commit. */
function repositoryFiles(root: string): string[] {
  const list = (...flags: string[]) =>
    execFileSync('git', ['ls-files', '-z', ...flags], { cwd: root, encoding: 'utf8' })
      .split('\0')
      .filter(Boolean);
  const deleted = new Set(list('--deleted'));
  return list('--cached', '--others', '--exclude-standard').filter((file) => !deleted.has(file));
}

/** As Docker reads the file: the last line that matches a path or a folder above it decides. */
export function isSent(dockerignore: string): (file: string) => boolean {
  const rules = dockerignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ sent: line.startsWith('!'), pattern: toPattern(line.replace(/^!/, '')) }));
  return (file) => rules.findLast((rule) => rule.pattern.test(file))?.sent ?? true;
}

function toPattern(glob: string): RegExp {
  const body = glob
    .split('**/')
    .map((part) => part.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '[^/]*'))
    .join('(?:.*/)?');
  return new RegExp(`^${body}(?:/.*)?$`);
}
