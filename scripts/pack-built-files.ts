/** Writes what browsers load in each compressed form beside it, once at build time: a server then only hands it out. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync, constants as zlib, zstdCompressSync } from 'node:zlib';

/** Smaller ones fit into one packet as they are. */
const MIN_COMPRESSED_BYTES = 1_000;

/** Of twenty-two; beyond it a browser would need more memory to unpack than it may be asked for. */
const ZSTD_LEVEL = 19;

const TEXTS = new Set(['.html', '.js', '.css', '.svg', '.json']);

/** By the ending that the packed form gets. */
const FORMS: readonly (readonly [ending: string, pack: (body: Buffer) => Buffer])[] = [
  // Its quality is the best one unless told otherwise.
  ['.br', (body) => brotliCompressSync(body)],
  ['.gz', (body) => gzipSync(body, { level: 9 })],
  ['.zst', (body) => zstdCompressSync(body, { params: { [zlib.ZSTD_c_compressionLevel]: ZSTD_LEVEL } })],
];

export function packBuiltFiles(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!TEXTS.has(path.extname(name))) continue;
    const body = readFileSync(path.join(folder, name));
    if (body.byteLength < MIN_COMPRESSED_BYTES) continue;
    for (const [ending, pack] of FORMS) {
      const packed = pack(body);
      if (packed.byteLength < body.byteLength) writeFileSync(path.join(folder, name + ending), packed);
    }
  }
}
