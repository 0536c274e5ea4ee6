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
    const title = text(metadata.name) ?? text(metadata.title) ?? text(source.name) ?? url ?? `${known.size}`;
    const snippet = text(document)
      ?.slice(0, 4 * MAX_SNIPPET_CHARS)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MAX_SNIPPET_CHARS)
      .toWellFormed();
    sources.push({
      id: `${known.size}`,
      title: lastPart(title.slice(0, MAX_URL_CHARS)).slice(0, MAX_TITLE_CHARS).toWellFormed(),
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

/** A path on the server's disk is an internal; its last part is the document's name. Web addresses stay whole. */
function lastPart(title: string): string {
  if (/^https?:/i.test(title)) return title;
  return /^([a-z]:)?[\\/]/i.test(title) ? (title.split(/[\\/]/).at(-1) ?? title) : title;
}

function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_URL_CHARS || !/^https?:/i.test(value)) return undefined;
  const url = URL.parse(value);
  return url && !url.username && !url.password ? url.href : undefined;
}
