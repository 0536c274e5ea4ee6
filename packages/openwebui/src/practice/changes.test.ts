import { describe, expect, it } from 'vitest';
import { isAtLeast } from '../version-order.ts';
import { changesOf } from './changes.ts';

describe('versions in between', () => {
  it('orders by number, not by letter', () => {
    expect(isAtLeast('0.10.2', '0.9.6')).toBe(true);
    expect(isAtLeast('0.9.6', '0.10.0')).toBe(false);
    expect(isAtLeast('0.12', '0.12.0')).toBe(true);
    expect(isAtLeast('v0.12.0-dev', '0.12.0')).toBe(true);
  });

  it('knows what 0.9.1 already does and does not do yet', () => {
    const has = changesOf('0.9.1');
    expect([has('apiKeyHeader'), has('providerErrorBecomesNull')]).toEqual([true, true]);
    expect([has('providerErrorBecomes400'), has('signOutByPost'), has('anonymousConfigHidesSwitches')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('knows what 0.10.2 already does and does not do yet', () => {
    const has = changesOf('0.10.2');
    expect([has('nativeFunctionCalling'), has('apiKeyReadNeedsPermission')]).toEqual([true, true]);
    expect([has('brokenStreamIsTold'), has('humanSessionRoutes')]).toEqual([false, false]);
  });

  it('knows what 0.12.0 already does and does not do yet', () => {
    const has = changesOf('0.12.0');
    expect([has('sessionStamp'), has('secondFactor'), has('providerErrorPassesThrough')]).toEqual([true, true, true]);
    expect([has('modelUpdateKeepsGrants'), has('fileIsProcessing')]).toEqual([false, false]);
  });
});
