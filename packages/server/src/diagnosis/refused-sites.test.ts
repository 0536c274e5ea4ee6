import { expect, it } from 'vitest';
import { MAX_REFUSED_SITES, REFUSED_SITE_KEPT_MS, RefusedSites } from './refused-sites.ts';

it('lists what was refused lately, the latest first, each once and never too many', () => {
  let now = 0;
  const sites = new RefusedSites(() => now);
  sites.note('https://a.example');
  sites.note('https://b.example');
  sites.note('https://a.example');
  expect(sites.list()).toEqual(['https://a.example', 'https://b.example']);
  for (let place = 0; place < MAX_REFUSED_SITES; place++) sites.note(`https://${place}.example`);
  expect(sites.list()).toHaveLength(MAX_REFUSED_SITES);
  expect(sites.list()).not.toContain('https://a.example');
  now = REFUSED_SITE_KEPT_MS + 1;
  expect(sites.list()).toEqual([]);
});
