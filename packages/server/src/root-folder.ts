import path from 'node:path';

/** The repository's, or the image's: `package.json` and `.env` are in it. The same from `src/` and from `dist/`. */
export const ROOT_FOLDER = path.resolve(import.meta.dirname, '../../..');

/** Whether this is what `build.ts` made, rather than the sources. */
export const IS_BUILT = path.basename(import.meta.dirname) === 'dist';
