import { PublicSiteSchema } from '@guichet/contract/public-site';
import { createSseParser } from '@guichet/contract/sse';
import { ConversationSchema, VisitorSessionSchema } from '@guichet/contract/visitor-api';
import { describe, expect, it } from 'vitest';
import { KEPT, sampleServer } from './sample-server.ts';
import { en } from './text/en.ts';
import { fr } from './text/fr.ts';

describe.each([
  ['en', en],
  ['fr', fr],
] as const)('the sample server in %s', (locale, texts) => {
  const answer = sampleServer(texts.sample, locale);

  it('answers as the contract says', async () => {
    PublicSiteSchema.parse(await answer('/v1/sites/preview-light').json());
    VisitorSessionSchema.parse(await answer('/v1/sites/preview-light/visitors', { method: 'POST' }).json());
    VisitorSessionSchema.parse(JSON.parse(KEPT.visitor));
    const conversation = ConversationSchema.parse(
      await answer(`/v1/sites/preview-light/conversations/${KEPT.conversation}`).json(),
    );
    expect(conversation.messages.map(({ role, status }) => `${role} ${status}`)).toEqual([
      'user complete',
      'assistant complete',
      'user complete',
      'assistant interrupted',
    ]);
  });

  it('answers a question in one stream', async () => {
    const response = answer('/v1/sites/preview-light/conversations/sample/messages', { method: 'POST' });
    const events: string[] = [];
    createSseParser({ maxLineChars: 10_000, onMessage: ({ event }) => events.push(event) }).feed(await response.text());
    expect(events).toEqual(['run', 'delta', 'done']);
  });
});
