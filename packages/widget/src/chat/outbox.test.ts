import { describe, expect, it } from 'vitest';
import { Refusal } from '../connection/refusal.ts';
import { outbox } from './outbox.ts';

const refusal = (status: number, code: string) => new Refusal(status, { code, retryable: false });

/** @param answers what the server does with each question handed over, in order */
function scene(answers: (Refusal | TypeError | 'stream')[], known?: string) {
  const happened: string[] = [];
  let conversation = known;
  const questions = outbox({
    client: {
      async newConversation() {
        happened.push('new conversation');
        return { id: `con_${happened.length}` };
      },
      async ask(id, { text, key, replaces }) {
        happened.push(`ask ${text} in ${id} as ${key}${replaces === undefined ? '' : ` for ${replaces}`}`);
        const answer = answers.shift() ?? 'stream';
        if (answer !== 'stream') throw answer;
        return new Response('stream');
      },
    },
    conversation: () => conversation,
    onOpened(id) {
      conversation = id;
    },
    explain: async (thrown) =>
      (thrown as Error).message === 'refused in truth' ? refusal(403, 'origin-not-allowed') : thrown,
    forgetVisitor: () => void happened.push('forget visitor'),
    startWith({ text }) {
      happened.push(`start with ${text}`);
      conversation = undefined;
    },
  });
  const send = (text: string, signal = new AbortController().signal, replaces?: string) =>
    questions.send({ text, key: 'k', replaces }, signal);
  return { questions, send, happened };
}

describe('the outbox', () => {
  it('keeps the key of a question that is asked again before the server took it, and of no other', () => {
    const { questions } = scene([]);
    const first = questions.put({ text: 'Why?' });
    expect(questions.put({ text: 'Why?' })).toEqual(first);
    expect(questions.put({ text: 'How?' }).key).not.toBe(first.key);
    const again = questions.put({ text: 'How?' });
    questions.taken();
    expect(questions.put({ text: 'How?' }).key).not.toBe(again.key);
  });

  it('takes a question with other files for another one', () => {
    const { questions } = scene([]);
    const files = [{ id: 'fil_1', name: 'a.png', contentType: 'image/png', size: 1, status: 'ready' as const }];
    const first = questions.put({ text: 'Why?', files });
    expect(questions.put({ text: 'Why?', files })).toBe(first);
    expect(questions.put({ text: 'Why?' }).key).not.toBe(first.key);
  });

  it('begins a conversation for the first question, and uses one that is there', async () => {
    const first = scene([]);
    await first.send('Why?');
    expect(first.happened).toEqual(['new conversation', 'ask Why? in con_1 as k']);
    const next = scene([], 'con_7');
    await next.send('Why?');
    expect(next.happened).toEqual(['ask Why? in con_7 as k']);
  });

  it('asks as a new visitor, in a new conversation, with the same key, when the token opens nothing', async () => {
    const { send, happened } = scene([refusal(401, 'token-expired')], 'con_7');
    await send('Why?');
    expect(happened).toEqual([
      'ask Why? in con_7 as k',
      'forget visitor',
      'start with Why?',
      'new conversation',
      'ask Why? in con_4 as k',
    ]);
  });

  it('asks in a new conversation when the old one is gone, as the same visitor', async () => {
    const { send, happened } = scene([refusal(404, 'not-found')], 'con_7');
    await send('Why?');
    expect(happened).not.toContain('forget visitor');
    expect(happened.at(-1)).toBe('ask Why? in con_3 as k');
  });

  it('says of a question that got lost what is really the matter', async () => {
    const { send } = scene([new TypeError('refused in truth')], 'con_7');
    await expect(send('Why?')).rejects.toMatchObject({ failure: { code: 'origin-not-allowed' } });
  });

  it('tries that once', async () => {
    const { send } = scene([refusal(404, 'not-found'), refusal(404, 'not-found')], 'con_7');
    await expect(send('Why?')).rejects.toMatchObject({ status: 404 });
  });

  it.each([refusal(429, 'too-many-messages'), new TypeError('network')])(
    'passes on what else goes wrong',
    async (thrown) => {
      const { send, happened } = scene([thrown], 'con_7');
      await expect(send('Why?')).rejects.toBe(thrown);
      expect(happened).toHaveLength(1);
    },
  );

  it('starts nothing anew for somebody who has left', async () => {
    const { send, happened } = scene([refusal(401, 'token-expired')], 'con_7');
    await expect(send('Why?', AbortSignal.abort())).rejects.toMatchObject({ status: 401 });
    expect(happened).toHaveLength(1);
  });

  it('asks in the place of the last question, and as the next one where another tab has replaced that already', async () => {
    const { send, happened } = scene([refusal(404, 'not-found')], 'con_3');
    await send('Why?', undefined, 'msg_1');
    expect(happened).toEqual(['ask Why? in con_3 as k for msg_1', 'ask Why? in con_3 as k']);
  });
});
