import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PackedEncoding, PackedForms } from './kept-documents.ts';

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

export interface BuiltFile {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
  /** The same as the build packed it. */
  packed: PackedForms;
}

const ENDINGS: readonly (readonly [PackedEncoding, string])[] = [
  ['br', '.br'],
  ['zstd', '.zst'],
  ['gzip', '.gz'],
];

/** @returns what browsers may load from a `dist` folder, by its path there; nothing when it has not been built */
export function readBuiltFiles(folder: string): ReadonlyMap<string, BuiltFile> {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return new Map();
  }
  const built = new Set(names);
  const read = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
  return new Map(
    names.flatMap((name) => {
      const contentType = CONTENT_TYPES[path.extname(name)];
      if (!contentType) return [];
      const packed: PackedForms = {};
      for (const [encoding, ending] of ENDINGS) if (built.has(name + ending)) packed[encoding] = read(name + ending);
      return [[name.split(path.sep).join('/'), { body: read(name), contentType, packed }] as const];
    }),
  );
}
