/** Search over the pages of one language, in memory. Words are found by their beginning, in either language's spelling. */
import type { GuidePage, Passage } from '../guide-page.ts';
import { wordsOf } from './fold-text.ts';
import { STOP_WORDS } from './stop-words.ts';

/** What a search needs of a page. */
export type SearchablePage = Pick<GuidePage, 'locale' | 'slug' | 'title' | 'summary' | 'keywords' | 'passages'>;

export interface SearchHit {
  page: SearchablePage;
  /** The stretch that fits best; its anchor is empty at the page's beginning. */
  passage: Passage;
  score: number;
}

/** What a word counts where it stands. */
const WEIGHT = { title: 12, keywords: 9, heading: 6, summary: 4, text: 1 };

/** A word that is there whole counts more than one that only begins so. */
const WHOLE_WORD = 1.5;

/** All that was asked for stands together among the words by which the page wants to be found. */
const SAME_WORDS = 12;

/** A question is a few words; what is pasted beyond them is left aside. */
const MAX_QUERY_CHARACTERS = 200;
const MAX_QUERY_WORDS = 12;

const MAX_HITS = 30;

interface IndexedPassage {
  passage: Passage;
  heading: readonly string[];
  text: readonly string[];
}

interface IndexedPage {
  page: SearchablePage;
  title: readonly string[];
  keywords: readonly string[];
  /** Each keyword's words, in their order. */
  phrases: readonly string[];
  summary: readonly string[];
  passages: readonly IndexedPassage[];
}

export type Search = (query: string) => SearchHit[];

/** @param read called once, for the first question: no start waits for it */
export function createSearch(read: () => readonly SearchablePage[]): Search {
  let indexed: IndexedPage[] | undefined;
  return (query) => {
    const words = queryWords(query);
    if (words.length === 0) return [];
    indexed ??= read().map(indexPage);
    const scored = indexed.map((page) => scorePage(page, words));
    const most = Math.max(0, ...scored.map(({ found }) => found));
    // All words where a page has them all; else the pages that have the most of them.
    return scored
      .filter(({ found }) => found > 0 && found === most)
      .sort((a, b) => b.score - a.score)
      .slice(0, MAX_HITS)
      .map(({ page, passage, score }) => ({ page, passage, score }));
  };
}

/** The words of a question that can be searched for. */
export function queryWords(query: string): string[] {
  const all = [...new Set(wordsOf(query.slice(0, MAX_QUERY_CHARACTERS)).map(({ folded }) => folded))];
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return (telling.length > 0 ? telling : all).slice(0, MAX_QUERY_WORDS);
}

function indexPage(page: SearchablePage): IndexedPage {
  return {
    page,
    title: fold(page.title),
    keywords: fold(`${page.keywords.join(' ')} ${page.slug}`),
    phrases: page.keywords.map((keyword) => queryWords(keyword).join(' ')),
    summary: fold(page.summary),
    passages: page.passages.map((passage) => ({ passage, heading: fold(passage.heading), text: fold(passage.text) })),
  };
}

function fold(text: string): string[] {
  return [...new Set(wordsOf(text).map(({ folded }) => folded))];
}

function scorePage(indexed: IndexedPage, words: readonly string[]) {
  const { page, title, keywords, phrases, summary, passages } = indexed;
  const ofPage = words.map((word) =>
    Math.max(
      count(title, word) * WEIGHT.title,
      count(keywords, word) * WEIGHT.keywords,
      count(summary, word) * WEIGHT.summary,
    ),
  );
  const ofPassages = passages.map(({ passage, heading, text }) => ({
    passage,
    words: words.map((word) => Math.max(count(heading, word) * WEIGHT.heading, count(text, word) * WEIGHT.text)),
  }));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const best = ofPassages.reduce<(typeof ofPassages)[number] | undefined>(
    (leader, each) => (leader && sum(leader.words) >= sum(each.words) ? leader : each),
    undefined,
  );
  const found = words.filter(
    (_, place) => (ofPage[place] ?? 0) > 0 || ofPassages.some((each) => (each.words[place] ?? 0) > 0),
  ).length;
  const passage = best?.passage ?? { anchor: '', heading: '', text: '' };
  const sameWords = phrases.includes(words.join(' ')) ? SAME_WORDS : 0;
  return { page, passage, found, score: sum(ofPage) + sum(best?.words ?? []) + sameWords };
}

function count(among: readonly string[], word: string): number {
  if (among.includes(word)) return WHOLE_WORD;
  return among.some((each) => each.startsWith(word)) ? 1 : 0;
}
