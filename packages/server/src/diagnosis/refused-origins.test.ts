import { describe, expect, it } from 'vitest';
import {
  GIVES_WAY_AFTER_MS,
  MAX_ORIGINS_OF_A_NETWORK,
  MAX_REFUSED_ORIGINS,
  REFUSED_ORIGIN_KEPT_MS,
  RefusedOrigins,
} from './refused-origins.ts';

const origins = (sites: RefusedOrigins) => sites.list().map(({ origin }) => origin);

describe('refused sites', () => {
  it('are listed the latest first, with how often and since when, for a day', () => {
    let now = 1_000;
    const sites = new RefusedOrigins(() => now);
    sites.note('https://a.example', 'one');
    now = 2_000;
    sites.note('https://b.example', 'one');
    sites.note('https://a.example', 'two');
    expect(sites.list()).toEqual([
      { origin: 'https://a.example', times: 2, since: 1_000, isKnown: false },
      { origin: 'https://b.example', times: 1, since: 2_000, isKnown: false },
    ]);
    now += REFUSED_ORIGIN_KEPT_MS + 1;
    expect(sites.list()).toEqual([]);
  });

  it('of one network are few: ten that were made up push nobody’s site out', () => {
    const sites = new RefusedOrigins(() => 0);
    sites.note('https://bakery.example', 'a visitor');
    for (let at = 0; at < 10; at++) sites.note(`https://made-up-${at}.example`, 'a stranger');
    expect(origins(sites)).toHaveLength(1 + MAX_ORIGINS_OF_A_NETWORK);
    expect(origins(sites)).toContain('https://bakery.example');
  });

  it('stay when their own network makes others up, until they were quiet for a while', () => {
    let now = 1;
    const sites = new RefusedOrigins(
      () => now,
      () => ['https://www.bakery.example'],
    );
    sites.note('https://cakes.example', 'a desk');
    for (let at = 0; at < 10; at++) sites.note(`https://made-up-${at}.example`, 'a desk');
    expect(origins(sites)).toHaveLength(MAX_ORIGINS_OF_A_NETWORK);
    expect(origins(sites)).toContain('https://cakes.example');
    sites.note('https://bakery.example', 'a desk');
    expect(origins(sites)).toContain('https://bakery.example');
    now += GIVES_WAY_AFTER_MS + 1;
    sites.note('https://another.example', 'a desk');
    expect(origins(sites)[0]).toBe('https://another.example');
    expect(origins(sites)).toHaveLength(MAX_ORIGINS_OF_A_NETWORK);
  });

  it('of many networks are few as well: what one alone has named goes first', () => {
    const sites = new RefusedOrigins(() => 0);
    for (const visitor of ['a', 'b']) sites.note('https://bakery.example', visitor);
    for (let at = 0; at < 3 * MAX_REFUSED_ORIGINS; at++) sites.note(`https://made-up-${at}.example`, `stranger ${at}`);
    expect(origins(sites)).toHaveLength(MAX_REFUSED_ORIGINS);
    expect(origins(sites)).toContain('https://bakery.example');
  });

  it('that belong to a site of the operator’s go last', () => {
    const sites = new RefusedOrigins(
      () => 0,
      () => ['https://www.bakery.example'],
    );
    sites.note('https://bakery.example', 'a');
    for (let at = 0; at < 3 * MAX_REFUSED_ORIGINS; at++)
      for (const from of ['x', 'y']) sites.note(`https://made-up-${at}.example`, `${from} ${at}`);
    expect(sites.list().filter(({ isKnown }) => isKnown)).toMatchObject([{ origin: 'https://bakery.example' }]);
  });

  it('are known once the operator has had a look at their page', () => {
    const sites = new RefusedOrigins(() => 0);
    sites.note('https://bakery.example', 'a');
    for (const address of ['javascript:alert(1)', 'not an address', 'https://bakery.example/contact'])
      sites.lookedAt(address);
    expect(sites.list()).toMatchObject([{ isKnown: true }]);
  });
});
