/**
 * A server that is none: it answers the chats of the theming page in the browser itself, so that a look can be tried on a
 * whole conversation, and nothing is asked of a model or stored anywhere.
 */
import type { PublicSite } from '@guichet/contract/public-site';
import { encodeSseEvent } from '@guichet/contract/sse';
import type { Conversation, Message, VisitorSession } from '@guichet/contract/visitor-api';
import type { ThemingTexts } from './text/theming-texts.ts';
import { SHADES } from './theme.ts';

const AT = '2026-01-01T09:00:00.000Z';
const SESSION: VisitorSession = { token: 'sample', expiresAt: '2099-01-01T00:00:00.000Z', visitor: { id: 'sample' } };

/** What the chat finds in its storage: with it, it opens with the sample's conversation. */
export const KEPT = { visitor: JSON.stringify(SESSION), conversation: 'sample' } as const;

export function sampleServer(
  texts: ThemingTexts['sample'],
  locale: 'en' | 'fr',
): (path: string, init?: RequestInit) => Response {
  const site: PublicSite = {
    id: 'default',
    name: texts.name,
    links: {},
    practice: false,
    languages: [locale],
    look: { accent: '', position: 'right', theme: 'auto' },
    texts: { [locale]: { greeting: texts.greeting } },
    features: {
      attachments: false,
      feedback: false,
      stop: true,
      frame: false,
      followUps: false,
      pageContext: false,
      voice: false,
      introduction: false,
    },
    limits: { messageChars: 4_000 },
  };
  const message = (given: Pick<Message, 'id' | 'role' | 'text'> & Partial<Message>): Message => ({
    status: 'complete',
    createdAt: AT,
    ...given,
  });
  const conversation: Conversation = {
    id: KEPT.conversation,
    title: texts.question,
    createdAt: AT,
    updatedAt: AT,
    messages: [
      message({ id: 'question', role: 'user', text: texts.question }),
      message({ id: 'answer', role: 'assistant', text: texts.answer, sources: texts.sources }),
      message({ id: 'second-question', role: 'user', text: texts.secondQuestion }),
      message({ id: 'cut', role: 'assistant', text: texts.cutAnswer, status: 'interrupted', ref: 'G-7K2M' }),
    ],
  };

  return (path, { method = 'GET' } = {}) => {
    if (path.endsWith('/messages')) return streamOf(texts.reply);
    if (path.endsWith('/visitors')) return Response.json(SESSION, { status: 201 });
    if (path.endsWith('/conversations'))
      return method === 'POST' ? Response.json({ id: KEPT.conversation }, { status: 201 }) : Response.json([]);
    if (path.includes('/conversations/')) return Response.json(conversation);
    // Two chats on one page are told apart by their names.
    const shade = SHADES.find((name) => path.includes(name));
    return Response.json(shade ? { ...site, name: `${site.name} · ${texts.shades[shade]}` } : site);
  };
}

function streamOf(text: string): Response {
  const ids = { runId: 'run', conversationId: KEPT.conversation, userMessageId: 'user', messageId: 'reply' };
  const events: [string, unknown][] = [
    ['run', ids],
    ['delta', { text }],
    ['done', { reason: 'complete', messageId: ids.messageId }],
  ];
  const body = events.map(([name, data], at) => encodeSseEvent(name, JSON.stringify(data), `1-${at + 1}`)).join('');
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}
