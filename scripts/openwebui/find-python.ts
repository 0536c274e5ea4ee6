import { spawnSync } from 'node:child_process';

/** A Python that Open WebUI runs on: 3.11 or 3.12. @returns undefined where there is none */
export function findPython(): string | undefined {
  return ['python3', 'python3.12', 'python3.11'].find((name) => {
    const asked = spawnSync(name, ['-c', 'import sys; print(sys.version_info[0] * 100 + sys.version_info[1])'], {
      encoding: 'utf8',
    });
    const version = Number(asked.stdout);
    return asked.status === 0 && version >= 311 && version < 313;
  });
}
