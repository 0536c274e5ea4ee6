import type { FreshContext } from './fresh-server.ts';

export interface FreshCase {
  /** A sentence that is true when the case passes. */
  name: string;
  /** First version that it holds for. */
  since?: string;
  run(context: FreshContext): Promise<void>;
}
