import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

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
}

/** @returns what browsers may load from a `dist` folder, by its path there; nothing when it has not been built */
export function readBuiltFiles(folder: string): ReadonlyMap<string, BuiltFile> {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return new Map();
  }
  return new Map(
    names.flatMap((name) => {
      const contentType = CONTENT_TYPES[path.extname(name)];
      if (!contentType) return [];
      const body = new Uint8Array(readFileSync(path.join(folder, name)));
      return [[name.split(path.sep).join('/'), { body, contentType }] as const];
    }),
  );
}
