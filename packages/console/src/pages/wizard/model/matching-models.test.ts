import { expect, it } from 'vitest';
import { matchingModels } from './matching-models.ts';

const model = (id: string, name: string) => ({ id, name, suggestions: [] });
const MODELS = [model('gpt-5-mini', 'GPT-5 mini'), model('accueil', 'Accueil – Été'), model('llama3.3:70b', 'Llama')];

it.each([
  ['', 3],
  ['mini gpt', 1],
  ['ETE', 1],
  ['70B', 1],
  ['nothing', 0],
])('%j finds %d', (search, count) => {
  expect(matchingModels(MODELS, search)).toHaveLength(count);
});
