/**
 * How many samples a test of texts made at random looks at: all of them in `npm run test:long`, which says so by
 * GUICHET_TEST_SAMPLES=all, and a tenth in `npm test`.
 */
export function sampleCount(all: number): number {
  return process.env.GUICHET_TEST_SAMPLES === 'all' ? all : Math.ceil(all / 10);
}
