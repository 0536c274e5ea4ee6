import { describe, expect, it } from 'vitest';
import { nearestTriedVersion, TRIED_VERSIONS, wasTried } from './tried-versions.ts';
import { isBefore, nearestVersion } from './version-order.ts';

describe('the nearest of the versions that are known', () => {
  const known = ['0.12.0', '0.8.12', '0.7.2', '0.9.0', '0.9.6', '0.12.4'];
  it.each([
    ['itself', '0.9.6', '0.9.6'],
    ['the same line, the closer number', '0.9.5', '0.9.6'],
    ['the same line, the older of two that are equally close', '0.9.3', '0.9.0'],
    ['a release beyond the last', '0.12.9', '0.12.4'],
    ['a line beyond the last', '0.13.1', '0.12.4'],
    ['a line before the first', '0.6.43', '0.7.2'],
    ['a line in between: the last release before it', '0.10.0', '0.9.6'],
    ['a line in between: the first release behind it', '0.11.4', '0.12.0'],
    ['a development version', 'v0.12.3-dev', '0.12.4'],
  ])('is %s', (_, version, nearest) => {
    expect(nearestVersion(version, known)).toBe(nearest);
  });
});

it('lists the tried versions once each, the oldest first, with a day', () => {
  for (const [place, { version, day }] of TRIED_VERSIONS.entries()) {
    expect(day).toMatch(/^2\d{3}-\d\d-\d\d$/);
    const before = TRIED_VERSIONS[place - 1];
    if (before) expect(isBefore(before.version, version)).toBe(true);
    expect(nearestTriedVersion(version)).toBe(version);
    expect(wasTried(version)).toBe(true);
  }
  expect(wasTried('0.13.0')).toBe(false);
});
