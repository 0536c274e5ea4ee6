import type { Source } from '../completion/find-sources.ts';
import { answerFromGuide } from '../guide/answer-from-guide.ts';
import { objects } from '../http/read-body.ts';
import { GUIDE_MODEL } from './behaviours.ts';

/** Sources that come with a model id, as if knowledge were attached to it: for `cite`, and for the guide. */
export function scriptedSources(model: string, messages: unknown): Source[] {
  if (model === 'cite') return [citation];
  if (model !== GUIDE_MODEL) return [];
  const question = objects(messages).findLast((message) => message.role === 'user')?.content;
  const passage = typeof question === 'string' ? answerFromGuide(question).passage : undefined;
  if (!passage) return [];
  return [
    {
      source: { type: 'text', id: `guide-${passage.id}`, name: passage.title },
      document: [passage.text],
      metadata: [{ name: passage.title, source: passage.title }],
    },
  ];
}

const citation: Source = {
  source: { type: 'collection', id: 'practice-collection', name: 'Practice collection', description: '' },
  document: ['The shop opens at nine and closes at five.', 'Tickets cost seven euros.'],
  metadata: [
    { name: 'hours.txt', source: 'hours.txt', file_id: 'practice-file-1' },
    { name: 'Prices', source: 'https://www.example.com/prices', file_id: 'practice-file-2' },
  ],
  distances: [0.81, 0.64],
};
