import type { ModelChoiceView } from '@guichet/contract/set-up-api';

/** Those with every word of the search in their name or identifier; accents and capitals do not matter. */
export function matchingModels(models: readonly ModelChoiceView[], search: string): readonly ModelChoiceView[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return models.filter(({ id, name }) => words.every((word) => plain(`${name} ${id}`).includes(word)));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
