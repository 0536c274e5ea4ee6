import type * as KeyWarning from '../key-warning/key-warning.ts';
import type { ChunkName } from './chunk-list.ts';

/** What each chunk exports. Types alone: the chunks themselves are files of their own. */
export interface ChunkModules extends Record<ChunkName, object> {
  'key-warning': typeof KeyWarning;
}
