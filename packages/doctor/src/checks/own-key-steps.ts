import type { FixStep } from '../verdict.ts';

/** From no usable key to one in the settings. */
export function ownKeySteps(): [FixStep, ...FixStep[]] {
  return [
    { how: { key: 'makeKey' }, goal: 'create-key' },
    { how: { key: 'putKey' }, commands: ['OPENWEBUI_API_KEY=sk-…'] },
  ];
}
