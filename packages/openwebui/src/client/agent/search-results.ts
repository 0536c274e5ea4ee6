/** What Open WebUI's own search tool found. From 0.11 on it is told only as the tool's result, and not as a source. */
import type { AnswerSource } from '@guichet/contract/chat-event';
import { isRecord } from '../error-body.ts';
import { parseJson } from '../parse-json.ts';
import { createSourceCollector } from '../sources.ts';

export interface SearchResults {
  /** @returns whether it brought anything new */
  add(call: string, result: string): boolean;
  /** The named sources, and after them what was found and is not among them. */
  after(named: AnswerSource[]): AnswerSource[];
}

export function createSearchResults(): SearchResults {
  const collector = createSourceCollector();
  const seen = new Set<string>();
  let found: AnswerSource[] = [];

  function add(call: string, result: string): boolean {
    if (seen.has(call)) return false;
    seen.add(call);
    const list = parseJson(result);
    if (!Array.isArray(list)) return false;
    const all = collector.add(list.filter(isRecord).map(asSource));
    if (all) found = all;
    return all !== undefined;
  }

  function after(named: AnswerSource[]): AnswerSource[] {
    const known = new Set(named.map((source) => source.url));
    const more = found.filter((source) => source.url !== undefined && !known.has(source.url));
    return [...named, ...more.map((source, place) => ({ ...source, id: `${named.length + place + 1}` }))];
  }

  return { add, after };
}

function asSource({ link, title, snippet }: Record<string, unknown>): object {
  return { source: { name: title }, document: [snippet], metadata: [{ source: link, name: title }] };
}
