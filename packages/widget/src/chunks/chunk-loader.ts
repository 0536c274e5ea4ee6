import type { ChunkName } from './chunk-list.ts';
import type { ChunkModules } from './chunk-modules.ts';

/** Brings a chunk, as it was built and no other way; undefined where it cannot be had. */
export type LoadChunk = <Name extends ChunkName>(name: Name) => Promise<ChunkModules[Name] | undefined>;

export interface ChunkLoaderOptions {
  /** By the chunk's name. */
  integrity: Readonly<Record<ChunkName, string>>;
  /** The address of the file with this name, which may end in `?2` after a failure. */
  addressOf: (file: string) => string;
  /** Brings the module at this address if its bytes have this hash, and throws otherwise. */
  importChecked: (address: string, integrity: string) => Promise<object>;
}

/**
 * One way for all chunks: fetched once, at the first wish; after a failure again at the next one. Nobody who asks has to
 * catch anything: what a chunk would have added is missing, and the widget goes on without it.
 */
export function chunkLoader({ integrity, addressOf, importChecked }: ChunkLoaderOptions): LoadChunk {
  const loading = new Map<ChunkName, Promise<object | undefined>>();
  const failures = new Map<ChunkName, number>();

  async function load(name: ChunkName): Promise<object | undefined> {
    const failed = failures.get(name) ?? 0;
    try {
      // A browser remembers under its address that a module failed.
      return await importChecked(addressOf(`${name}.js${failed ? `?${failed + 1}` : ''}`), integrity[name]);
    } catch {
      failures.set(name, failed + 1);
      loading.delete(name);
      return undefined;
    }
  }

  return <Name extends ChunkName>(name: Name) => {
    const wanted = loading.get(name) ?? load(name);
    loading.set(name, wanted);
    return wanted as Promise<ChunkModules[Name] | undefined>;
  };
}
