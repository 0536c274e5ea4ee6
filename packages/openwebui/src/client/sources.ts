/**
 * Reduces what Open WebUI says about its sources to what a visitor may see. Its own shape holds whole passages, user
 * ids, file hashes and the embedding's configuration; of that a title, an address and a short piece remain.
 */
import type { AnswerSource } from '@guichet/contract/chat-event';
import { isRecord } from './error-body.ts';

/** Most sources of one answer; a search over many collections may bring hundreds, which nobody reads. */
const MAX_SOURCES = 50;
const MAX_TITLE_CHARS = 200;
/** Longest piece of a document's text that leaves the server, in characters. */
export const MAX_SNIPPET_CHARS = 300;
const MAX_URL_CHARS = 2_000;

export interface SourceCollector {
  /** @returns all sources so far, or undefined when this brought no new one */
  add(list: unknown): AnswerSource[] | undefined;
}

/**
 * Numbers the sources as Open WebUI numbers them for the model (`get_source_context`: by `metadata.source`, else the
 * source's id, in order of first appearance), so that a `[2]` in an answer is the source with id `2`.
 */
export function createSourceCollector(): SourceCollector {
  const known = new Set<string>();
  const sources: AnswerSource[] = [];

  function addPassage(source: Record<string, unknown>, document: unknown, metadata: Record<string, unknown>): void {
    const identity = (text(metadata.source) ?? text(source.id) ?? 'N/A').slice(0, MAX_URL_CHARS);
    if (known.has(identity) || known.size === MAX_SOURCES) return;
    known.add(identity);
    const url = [metadata.source, metadata.url, source.url, source.id].map(webAddress).find(Boolean);
    const names = [metadata.name, metadata.title, source.name].map(text);
    const title = names.find((name) => name !== undefined && !isPassage(name, document)) ?? url ?? `${known.size}`;
    const snippet = text(document)
      ?.slice(0, 4 * MAX_SNIPPET_CHARS)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MAX_SNIPPET_CHARS)
      .toWellFormed();
    sources.push({
      id: `${known.size}`,
      title: shownTitle(title.slice(0, MAX_URL_CHARS)).slice(0, MAX_TITLE_CHARS).toWellFormed(),
      ...(url && { url }),
      ...(snippet && { snippet }),
    });
  }

  function add(list: unknown): AnswerSource[] | undefined {
    const before = known.size;
    for (const entry of Array.isArray(list) ? list : [list]) {
      if (!isRecord(entry)) continue;
      const source = isRecord(entry.source) ? entry.source : {};
      const documents = Array.isArray(entry.document) ? entry.document : [];
      const metadata = Array.isArray(entry.metadata) ? entry.metadata : [];
      const passages = Math.max(documents.length, metadata.length, 1);
      for (let i = 0; i < passages; i++) {
        addPassage(source, documents[i], isRecord(metadata[i]) ? metadata[i] : {});
      }
    }
    return known.size > before ? [...sources] : undefined;
  }

  return { add };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Longer than any title; a document may well begin with its own. In characters. */
const MAX_REPEATED_TITLE_CHARS = 120;

/** Some loaders take the beginning of a document, or all of it, for its title: that is an excerpt under another name. */
function isPassage(name: string, document: unknown): boolean {
  const isLong = name.length > MAX_REPEATED_TITLE_CHARS;
  return (
    isLong && typeof document === 'string' && squeezed(document).includes(squeezed(name).slice(0, MAX_TITLE_CHARS))
  );
}

/** How passages and titles are compared: their line breaks and spaces differ. */
function squeezed(value: string): string {
  return value.slice(0, MAX_COMPARED_CHARS).replace(/\s+/g, ' ').trim();
}
const MAX_COMPARED_CHARS = 20_000;

/** Files on a disk, in a share or in a store; a title has spaces around its slashes, or no ending behind them. */
const FILE_PATH =
  /^(?:[a-z]:|~|\.{1,2})?[\\/]|^(?!https?:)[a-z][a-z0-9+.-]{1,20}:\/\/|^[^\s\\/]+(?:[\\/][^\\/]+)*[\\/][^\s\\/][^\\/]*\.[a-z0-9]{1,5}$/i;

/** A path is an internal; its last part is the document's name. Web addresses stay, without a sign-in in them. */
function shownTitle(title: string): string {
  if (/^https?:/i.test(title)) return withoutSignIn(title);
  return FILE_PATH.test(title) ? (title.split(/[\\/]/).findLast((part) => part !== '') ?? title) : title;
}

function withoutSignIn(address: string): string {
  const url = URL.parse(address);
  if (!url || (url.username === '' && url.password === '')) return address;
  url.username = '';
  url.password = '';
  return url.href;
}

function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_URL_CHARS || !/^https?:/i.test(value)) return undefined;
  const url = URL.parse(value);
  return url && !url.username && !url.password ? url.href : undefined;
}
