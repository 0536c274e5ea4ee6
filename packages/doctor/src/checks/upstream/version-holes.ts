import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';
import { compareVersions } from '../compare-versions.ts';
import { KNOWN_HOLES, NEWEST_KNOWN } from '../known-holes.ts';

export const versionHoles = defineCheck({
  id: 'upstream/version-holes',
  after: ['upstream/version-supported'],
  needs: ['front'],
  run({ front }) {
    const version = front.openWebUiVersion;
    if (version === undefined) return skip({ key: 'versionHidden' });
    const holes = KNOWN_HOLES.filter(({ below }) => compareVersions(version, below) < 0);
    const worst = holes.at(-1);
    if (!worst) return ok(saw('version', version));
    const numbers = holes.flatMap(({ number }) => number ?? []);
    return warn({
      said: { key: 'knownHoles', args: { version, count: holes.length } },
      confidence: 'certain',
      impact: { key: 'security' },
      actor: { key: 'administrator' },
      evidence: [
        saw('version', version, { expected: `≥ ${NEWEST_KNOWN}` }),
        ...(numbers.length > 0 ? [saw('advisories', numbers.join(', '))] : []),
      ],
      fix: [
        { how: { key: 'update', args: { version: NEWEST_KNOWN } } },
        ...holes
          .map(({ why }) => ({ how: { key: 'closes' as const, args: { why } } }))
          .reverse()
          .slice(0, 3),
      ],
    });
  },
});
