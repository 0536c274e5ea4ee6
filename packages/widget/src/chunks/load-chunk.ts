import { CHUNK_INTEGRITY } from '../loader/constants.ts';
import { chunkLoader, type LoadChunk } from './chunk-loader.ts';
import { importChecked } from './import-checked.ts';

/** The chunks of this very build, from beside the widget's own file. */
export const loadChunk: LoadChunk = chunkLoader({
  integrity: CHUNK_INTEGRITY,
  addressOf: (file) => new URL(file, import.meta.url).href,
  importChecked,
});
