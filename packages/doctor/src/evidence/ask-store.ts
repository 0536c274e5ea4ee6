import type { Gatherer } from './gather-context.ts';

export const askStore: Gatherer<'store'> = async ({ input, limit }) => {
  if (!input.askStore) return { kind: 'none' };
  const failed = { kind: 'failed', storedIn: input.storedIn ?? 'data-folder' } as const;
  const started = performance.now();
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), limit('ownMs'));
  try {
    const outcome = await Promise.race([input.askStore(), late.promise]);
    if (outcome === 'late') return failed;
    return { kind: 'answers', ms: Math.round(performance.now() - started) };
  } catch {
    return failed;
  } finally {
    clearTimeout(timer);
  }
};
