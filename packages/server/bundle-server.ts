import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Rolldown } from 'vite';

/**
 * Programs with every library in them, each with its map, and `licenses.txt` beside them: the licence of every library
 * whose code is in there.
 * @param input the programs' sources by name @param folder made anew
 * @returns characters of code
 */
export async function bundleServer(input: Readonly<Record<string, string>>, folder: string): Promise<number> {
  const result = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      // The oldest Node that Guichet runs on.
      target: 'node24',
      sourcemap: true,
      rolldownOptions: {
        input: { ...input },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // Names stay: a stack trace without its map can still be read.
          minify: { compress: true, mangle: false, codegen: true },
        },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result as Rolldown.RolldownOutput]).flatMap(
    ({ output }) => output,
  );
  const chunks = outputs.filter((output) => output.type === 'chunk');
  writeFileSync(path.join(folder, 'licenses.txt'), licensesOf(chunks.flatMap(({ modules }) => Object.keys(modules))));
  return chunks.reduce((sum, { code }) => sum + code.length, 0);
}

/** @throws when a library has no licence to hand on */
function licensesOf(files: readonly string[]): string {
  const folders = new Set(
    files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/')) ?? []),
  );
  return [...folders]
    .filter((folder) => !folder.includes('/@guichet/'))
    .sort()
    .map((folder) => {
      const { name, version: ofPackage, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      if (!file && typeof license !== 'string') throw new Error(`${name} has no licence.`);
      const text =
        file && existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8').trim() : license;
      return `${name} ${ofPackage}\n\n${text}\n`;
    })
    .join('\n----\n\n');
}
