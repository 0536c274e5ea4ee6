/**
 * Builds the package for pages that are built, `@guichet/widget`, into `dist/npm`: types, and thin components for React and
 * Vue. Nothing of the chat is in it: that comes from the owner's server.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname;
const folder = path.join(root, 'dist/npm');
const compiler = path.join(root, '../../node_modules/typescript/bin/tsc');

const { status } = spawnSync(process.execPath, [compiler, '-p', path.join(root, 'tsconfig.npm.json')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

const { version, license } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const entry = (name: string) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
writeFileSync(
  path.join(folder, 'package.json'),
  `${JSON.stringify(
    {
      name: '@guichet/widget',
      version,
      description: 'Puts the chat of a Guichet server into a page: types, and components for React and Vue.',
      license,
      type: 'module',
      sideEffects: false,
      exports: { '.': entry('index'), './react': entry('react'), './vue': entry('vue') },
      peerDependencies: { react: '>=18', vue: '>=3.3' },
      peerDependenciesMeta: { react: { optional: true }, vue: { optional: true } },
    },
    null,
    2,
  )}\n`,
);
console.log(`@guichet/widget ${version} built. To pack it: npm pack ./packages/widget/dist/npm`);
