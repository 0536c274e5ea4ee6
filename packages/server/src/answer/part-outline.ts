/**
 * Which parts an answer has, in the order in which they began. A call of a tool ends the text before it: what is written
 * afterwards is a part of its own. Between two calls there is one text and one reasoning at most, however often a
 * provider goes from one to the other, so that no sentence is cut in two.
 */
import type { ActivityKind } from '@guichet/contract/answer-activity';
import type { OutlinePart } from '../storage/storage.ts';

type WordsType = 'text' | 'reasoning';

export class PartOutline {
  #parts: OutlinePart[] = [];
  #begun = 0;
  /** Where words go on, until a tool is called. */
  #open: Partial<Record<WordsType, string>> = {};

  /** A copy, which nothing changes any more. */
  get list(): OutlinePart[] {
    return this.#parts.map((part) => ({ ...part }));
  }

  /** @returns the id of the part that these characters belong to, as of the other methods */
  words(type: WordsType, chars: number): string {
    const id = this.#open[type] ?? this.#begin((part) => ({ id: part, type, chars: 0 }));
    this.#open[type] = id;
    const part = this.#parts.find((one) => one.id === id);
    if (part && 'chars' in part) part.chars += chars;
    return id;
  }

  sources(): string {
    return this.#parts.find(({ type }) => type === 'sources')?.id ?? this.#begin((id) => ({ id, type: 'sources' }));
  }

  activity(of: string, kind: ActivityKind): string {
    const known = this.#parts.find((part) => 'of' in part && part.type !== 'attachment' && part.of === of);
    if (known) return known.id;
    if (kind === 'other') return this.#begin((id) => ({ id, type: 'notice', of }));
    this.#open = {};
    return this.#begin((id) => ({ id, type: 'tool', of }));
  }

  attachment(of: string): string {
    return this.#begin((id) => ({ id, type: 'attachment', of }));
  }

  /**
   * The words are others than they seemed. Parts keep theirs as far as they are still the beginning of all of them; the
   * first that differs gets the rest.
   */
  rewrite(before: Record<WordsType, string>, after: Record<WordsType, string>): void {
    for (const type of ['reasoning', 'text'] as const) this.#fit(type, before[type], after[type]);
  }

  #fit(type: WordsType, before: string, after: string): void {
    const mine = this.#parts.filter((part) => part.type === type && 'chars' in part) as { chars: number; id: string }[];
    let from = 0;
    let gone = false;
    for (const part of mine) {
      const same = !gone && after.startsWith(before.slice(from, from + part.chars), from);
      if (same) from += part.chars;
      else {
        part.chars = gone ? 0 : after.length - from;
        gone = true;
      }
    }
    // What the parts do not hold belongs to the last, or to a new one.
    const last = mine.at(-1);
    if (!gone && from < after.length && last) last.chars += after.length - from;
    const empty = new Set(mine.filter(({ chars }) => chars === 0).map(({ id }) => id));
    this.#parts = this.#parts.filter(({ id }) => !empty.has(id));
    if (empty.has(this.#open[type] ?? '')) delete this.#open[type];
    if (!last && after !== '') this.words(type, after.length);
  }

  #begin(make: (id: string) => OutlinePart): string {
    const id = `p${++this.#begun}`;
    this.#parts.push(make(id));
    return id;
  }
}
