import { configDefaults, defineConfig } from 'vitest/config';

/** What takes long is asked by `npm run test:long`. */
const LONG = '**/*.long.*';

/** Tests wait more than they work: one worker per processor is not too many, whatever else it leaves free. */
const maxWorkers = '100%';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'packages/*/src/**/*.test.tsx', 'scripts/**/*.test.ts'],
          exclude: [...configDefaults.exclude, LONG],
          environment: 'node',
          // Reading the server anew for each file was a quarter of the work. No file changes what others see.
          isolate: false,
          maxWorkers,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          // A browser on a busy machine misses a moment now and then; what is broken fails twice.
          retry: 1,
          include: ['e2e/**/*.e2e.ts'],
          exclude: [...configDefaults.exclude, LONG],
          environment: 'node',
          maxWorkers,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'long',
          retry: 1,
          include: ['packages/*/src/**/*.long.test.ts', 'scripts/**/*.long.test.ts', 'e2e/**/*.long.e2e.ts'],
          environment: 'node',
          maxWorkers,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
