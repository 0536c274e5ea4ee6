import type { World } from '../world.ts';

/** Before native calling was the default, either could choose it; since then the request's choice wins. */
export function callsNatively(
  own: Record<string, unknown> = {},
  asked: Record<string, unknown>,
  world: World,
): boolean {
  const choices = [asked.function_calling, own.function_calling];
  if (!world.has('nativeFunctionCalling')) return choices.includes('native');
  return (choices.find((choice) => choice !== undefined) ?? 'native') === 'native';
}
