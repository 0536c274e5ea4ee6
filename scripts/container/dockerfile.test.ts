/** What the Dockerfile says; its steps are carried out by dockerfile-steps.long.test.ts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSent } from './build-context.ts';
import { environmentOf, execForm, instructionIn, MAKE_DATA_FOLDER, parseDockerfile } from './dockerfile.ts';

const root = path.resolve(import.meta.dirname, '../..');
const text = readFileSync(path.join(root, 'Dockerfile'), 'utf8');
const stages = parseDockerfile(text);
const final = stages.at(-1);
if (!final) throw new Error('The Dockerfile has no stage.');

describe('the Dockerfile as it stands', () => {
  it('begins every stage with node:26-slim or an earlier stage', () => {
    const names = stages.flatMap((stage) => stage.name ?? []);
    for (const stage of stages) expect(['node:26-slim', ...names]).toContain(stage.base);
    expect(final.base).toBe('node:26-slim');
  });

  it('copies the manifest of every workspace, so that the lock file fits', () => {
    const { workspaces } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      workspaces: string[];
    };
    for (const workspace of workspaces) expect(text).toContain(`COPY ${workspace}/package.json ${workspace}/\n`);
  });

  it('runs as an unprivileged user, in exec form, with data in a volume of its own', () => {
    expect(instructionIn(final, 'USER')).toBe('node');
    expect(execForm(instructionIn(final, 'CMD'))).toEqual([
      'node',
      '--max-semi-space-size=4',
      'packages/server/dist/main.js',
    ]);
    expect(instructionIn(final, 'VOLUME')).toBe('/data');
    expect(instructionIn(final, 'EXPOSE')).toBe('8787');
    expect(instructionIn(final, 'RUN')).toBe(MAKE_DATA_FOLDER);
    expect(environmentOf(final)).toEqual({
      NODE_ENV: 'production',
      GUICHET_DATA_DIR: '/data',
      PORT: '8787',
      npm_config_cache: '/tmp/.npm',
      npm_config_update_notifier: 'false',
    });
  });

  it('needs neither curl nor wget nor an install script', () => {
    expect(text).not.toMatch(/curl|wget|apt-get/);
    for (const line of text.match(/npm ci.*/g) ?? []) expect(line).toContain('--ignore-scripts');
  });

  it('keeps secrets, data and tests away from the builder', () => {
    const sent = isSent(readFileSync(path.join(root, '.dockerignore'), 'utf8'));
    for (const kept of ['.env', '.git/config', 'data/master-keys', 'node_modules/hono/package.json', 'README.md']) {
      expect(sent(kept), kept).toBe(false);
    }
    for (const kept of ['packages/server/.env', 'packages/widget/dist/app.js', 'packages/keys/src/scrub.test.ts']) {
      expect(sent(kept), kept).toBe(false);
    }
    for (const wanted of ['package.json', '.npmrc', 'packages/server/src/main.ts', 'deploy/healthcheck.mjs']) {
      expect(sent(wanted), wanted).toBe(true);
    }
  });
});
