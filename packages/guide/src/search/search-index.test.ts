import { expect, it } from 'vitest';
import type { GuidePage } from '../guide-page.ts';
import { excerpt } from './excerpt.ts';
import { foldText, wordsOf } from './fold-text.ts';
import { createSearch, queryWords } from './search-index.ts';

function page(slug: string, title: string, text: string, keywords: string[] = []): GuidePage {
  return {
    locale: 'fr',
    slug,
    title,
    summary: '',
    section: 'keys',
    order: 1,
    keywords,
    causes: [],
    file: `fr/${slug}.md`,
    html: '',
    headings: [],
    passages: [
      { anchor: '', heading: '', text: '' },
      { anchor: 'suite', heading: 'La suite', text },
    ],
  };
}

const search = createSearch(() => [
  page('cles', 'Les deux familles de clés', 'Une clé API d’Open WebUI commence par sk-.'),
  page('session', 'Le jeton de session', 'Il commence par eyJ et expire. « Model not found » est autre chose.'),
  page('reseau', 'Derrière un proxy', 'Réglez proxy_buffering sur off. La clé n’y joue aucun rôle.', ['nginx', 'Cœur']),
]);
const slugs = (query: string) => search(query).map((hit) => hit.page.slug);

it('finds without accents, case, plural or apostrophe', () => {
  expect(slugs('CLE')[0]).toBe('cles');
  expect(slugs('clés')[0]).toBe('cles');
  expect(slugs('l’api')).toEqual(['cles']);
  expect(slugs('coeur')).toEqual(['reseau']);
  expect(slugs('d’Open WebUI')).toEqual(['cles']);
});

it('finds by the beginning of a word, by what is pasted, and by names with dashes', () => {
  expect(slugs('expi')).toEqual(['session']);
  expect(slugs('{"detail":"Model not found"}')).toEqual(['session']);
  expect(slugs('proxy_buffering')).toEqual(['reseau']);
  expect(slugs('buffering')).toEqual(['reseau']);
  expect(slugs('nginx')).toEqual(['reseau']);
});

it('puts the page about it before the page that mentions it', () => {
  expect(slugs('clé')).toEqual(['cles', 'reseau']);
});

it('puts first the page that wants to be found by just these words', () => {
  const two = createSearch(() => [
    page('familles', 'Les deux familles de clés', 'Une clé n’est pas expirée pour autant.'),
    page('fin', 'Le jeton de session a expiré', 'Sa fin est passée, la clé n’y est pour rien.', ['Clé expirée', '401']),
    page('erreurs', 'Erreurs 401', 'Clé expirée ? Voir ailleurs.'),
  ]);
  expect(two('clé expirée')[0]?.page.slug).toBe('fin');
  expect(two('401')[0]?.page.slug).toBe('fin');
});

it('leaves aside what says nothing, and finds the nearest where no page has every word', () => {
  expect(queryWords('Comment je fais pour la clé ?')).toEqual(['fai', 'cle']);
  expect(slugs('jeton xyzzy')).toEqual(['session']);
  expect(slugs('xyzzy')).toEqual([]);
  expect(slugs('')).toEqual([]);
  expect(slugs('?!')).toEqual([]);
});

it('leads to the heading the words stand under', () => {
  expect(search('buffering')[0]?.passage.anchor).toBe('suite');
});

it('takes no time over what is pasted by the page', () => {
  expect(queryWords(`${'mot '.repeat(10_000)}fin`).length).toBeLessThanOrEqual(12);
  expect(slugs('a'.repeat(100_000))).toEqual([]);
});

it('marks what was found and escapes the rest', () => {
  const shown = String(excerpt('Avant <b> une clé & la suite', ['cle']));
  expect(shown).toBe('Avant &lt;b&gt; une <mark>clé</mark> &amp; la suite');
  const long = String(excerpt(`${'mot '.repeat(100)}clé ${'mot '.repeat(100)}`, ['cle']));
  expect(long).toMatch(/^… .*<mark>clé<\/mark>.* …$/);
  expect(long.length).toBeLessThan(220);
});

it('folds as people type', () => {
  expect(foldText('ÉTÉ Œuvre')).toBe('ete oeuvre');
  expect(wordsOf('l’adresse').map(({ folded }) => folded)).toEqual(['adresse']);
});
