import type { Gatherer } from './gather-context.ts';

export const askStore: Gatherer<'store'> = async ({ input, limit }) => {
  if (!input.askStore) return { kind: 'none' };
  const started = performance.now();
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), limit('ownMs'));
  try {
    const outcome = await Promise.race([input.askStore(), late.promise]);
    if (outcome === 'late') return { kind: 'failed' };
    return { kind: 'answers', ms: Math.round(performance.now() - started) };
  } catch {
    return { kind: 'failed' };
  } finally {
    clearTimeout(timer);
  }
};
