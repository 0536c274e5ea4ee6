import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { Secret } from './secret.ts';

it('shows its value to nobody who does not ask for it', () => {
  const secret = new Secret('canary-value');
  const shown = [JSON.stringify({ secret }), `${secret}`, inspect({ secret }), Object.values(secret).join()].join();
  expect(shown).not.toContain('canary');
  expect(secret.reveal()).toBe('canary-value');
});
