/** The checks that cost nothing: no question to the model, and no walk through all that the key could reach. */
import { ALL_CHECKS, type AnyCheck } from '@guichet/doctor';

const COSTLY: ReadonlySet<AnyCheck['needs'][number]> = new Set(['answer', 'stream', 'filter', 'knowledge', 'reach']);

export const LIGHT_CHECKS: readonly AnyCheck[] = ALL_CHECKS.filter(
  ({ needs }) => !needs.some((need) => COSTLY.has(need)),
);
