/** For processes that tests start: what an earlier one has read and compiled is taken over, which halves a start's work. */
import path from 'node:path';

export const COMPILE_CACHE = {
  NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, '../../../../node_modules/.cache/node-compiled'),
};
