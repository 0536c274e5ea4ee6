/**
 * What the filters of the contract suite do on the way in and while an answer is written. Like tools they are imitated:
 * `stamp` marks the question and hides a word, `watch` replaces one.
 */
import type { JsonObject } from '../http/read-body.ts';
import { objects } from '../http/read-body.ts';
import type { World } from '../world.ts';
import type { Plugin } from './plugins.ts';

interface ImitatedFilter {
  inlet(question: string, world: World): string;
  stream?(text: string): string;
  hasOutlet: boolean;
}

const IMITATED_FILTERS: Readonly<Record<string, ImitatedFilter>> = {
  stamp: {
    inlet: (question, world) => `${question} [inlet; outlets so far ${world.plugins.outlets}]`,
    stream: (text) => text.replaceAll('secret', '[hidden]'),
    hasOutlet: true,
  },
  watch: { inlet: (question) => question.replaceAll('WATCH', 'watched'), hasOutlet: false },
};

/** The messages as the inlets leave them. */
export function filterQuestion(messages: unknown, filters: readonly Plugin[], world: World): JsonObject[] {
  const all = objects(messages);
  const last = all.findLastIndex((message) => message.role === 'user' && typeof message.content === 'string');
  return all.map((message, place) => {
    if (place !== last) return message;
    const content = filters.reduce(
      (question, { id }) => IMITATED_FILTERS[id]?.inlet(question, world) ?? question,
      String(message.content),
    );
    return { ...message, content };
  });
}

/** Undefined where no filter looks at what is written. */
export function writtenFilter(filters: readonly Plugin[]): ((text: string) => string) | undefined {
  const streams = filters.flatMap(({ id }) => IMITATED_FILTERS[id]?.stream ?? []);
  if (streams.length === 0) return undefined;
  return (text) => streams.reduce((so, stream) => stream(so), text);
}

/** After the end. What an outlet makes of the answer is kept in the chat and told to nobody who reads a stream. */
export function runOutlets(filters: readonly Plugin[], world: World): void {
  for (const { id } of filters) if (IMITATED_FILTERS[id]?.hasOutlet) world.plugins.outlets++;
}
