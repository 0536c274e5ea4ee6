import { describe, expect, it } from 'vitest';
import { en } from '../settings/text/en.ts';
import { fr } from '../settings/text/fr.ts';
import { isSiteId, judgeSiteChanges } from './judge-site-changes.ts';

const refusedOf = (site: string, wishes: Record<string, string | null>, texts = en) => {
  const judged = judgeSiteChanges(site, wishes, texts);
  return judged.kind === 'refused' ? judged.problems.map(({ text }) => text) : [];
};

describe('a change of a site', () => {
  it('is taken as it was written, the name apart; an empty text takes a value away', () => {
    const wishes = { name: ' The shop ', tools: 'one-round', system: '', 'follow-ups': null };
    expect(judgeSiteChanges('shop', wishes, en)).toEqual({
      kind: 'good',
      change: { name: 'The shop', settings: { tools: 'one-round', system: null, 'follow-ups': null } },
    });
  });

  it('is refused wholly when one part is, with a sentence for each', () => {
    const wishes = { tools: 'all', origins: 'https://shop.example/chat', name: 'fine', colour: 'red' };
    const said = refusedOf('shop', wishes);
    expect(said[0]).toBe(
      'tools is "all", but must be one of: off, one-round, whole-agent. For example: tools=one-round',
    );
    expect(said[1]).toMatch(
      /^origins contains "https:\/\/shop\.example\/chat"; an origin ends after the host and port\./,
    );
    expect(said[2]).toMatch(
      /^colour is not a setting of a site; use one of: name, owner, contact, privacy, origins, model, /,
    );
    expect(said).toHaveLength(3);
  });

  it('leads to the setting where the default site has it from the environment', () => {
    expect(refusedOf('default', { model: 'guide', origins: 'https://shop.example' })).toEqual([
      'model of the site default comes from the setting OPENWEBUI_MODEL; change it in the console or in the environment.',
      'origins of the site default comes from the setting GUICHET_ALLOWED_ORIGINS; change it in the console or in the environment.',
    ]);
    expect(refusedOf('default', { model: 'guide' }, fr)[0]).toContain('OPENWEBUI_MODEL');
    expect(refusedOf('shop', { model: 'guide' })).toEqual([]);
  });

  it.each([
    ['name', 'x'.repeat(61)],
    ['system', 'x'.repeat(12_001)],
    ['greeting.fr', 'x'.repeat(301)],
    ['collections', Array.from({ length: 51 }, (_, index) => `c${index}`).join(',')],
    ['follow-ups', 'yes'],
    ['show-tool-arguments', '1'],
    ['system', `sk-${'0123456789abcdef'.repeat(2)}`],
  ])('is refused beyond what fits: %s', (name, text) => expect(refusedOf('shop', { [name]: text })).toHaveLength(1));

  it('takes the ids of collections, which look like nothing else', () => {
    expect(refusedOf('shop', { collections: '3f0c9a1e-6b1d-4c55-9a3e-0a1b2c3d4e5f' })).toEqual([]);
  });

  it('never repeats what was sent as a name and is none', () => {
    expect(refusedOf('shop', { 'sk-secret=1\n': 'x' })[0]).toMatch(/^\? is not a setting of a site/);
  });
});

it('an id is what fits into an address', () => {
  for (const id of ['shop', 'a', '0', 'my-shop-2']) expect(isSiteId(id)).toBe(true);
  for (const id of ['', '-a', 'Shop', 'a/b', 'a b', 'é', '..', 'x'.repeat(41), '__proto__'])
    expect(isSiteId(id)).toBe(false);
});
