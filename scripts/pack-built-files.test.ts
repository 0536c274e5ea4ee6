import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { readBuiltFiles } from '../packages/server/src/http/read-built-files.ts';
import { packBuiltFiles } from './pack-built-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-packed-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('writes each form beside the file, of texts that are worth it, and the server reads them with it', () => {
  const text = 'Guichet '.repeat(400);
  mkdirSync(path.join(folder, 'w'));
  writeFileSync(path.join(folder, 'w', 'app.js'), text);
  writeFileSync(path.join(folder, 'small.css'), 'a{}');
  writeFileSync(path.join(folder, 'picture.png'), Buffer.alloc(9_000));
  packBuiltFiles(folder);
  packBuiltFiles(folder);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  expect(names).toEqual(['picture.png', 'small.css', 'w', 'w/app.js', 'w/app.js.br', 'w/app.js.gz', 'w/app.js.zst']);
  const packed = (ending: string) => readFileSync(path.join(folder, 'w', `app.js${ending}`));
  expect(brotliDecompressSync(packed('.br')).toString()).toBe(text);
  expect(gunzipSync(packed('.gz')).toString()).toBe(text);
  expect(zstdDecompressSync(packed('.zst')).toString()).toBe(text);

  const built = readBuiltFiles(folder);
  expect([...built.keys()].sort()).toEqual(['small.css', 'w/app.js']);
  const forms = built.get('w/app.js')?.packed;
  expect(Object.keys(forms ?? {}).sort()).toEqual(['br', 'gzip', 'zstd']);
  expect(Buffer.from(forms?.br ?? [])).toEqual(packed('.br'));
  expect(built.get('small.css')?.packed).toEqual({});
});
