import assert from 'node:assert/strict';
import { isRecord } from '../../client/error-body.ts';
import { collectAnswer, question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectWhole } from '../expectations.ts';

const HI = [{ role: 'user', content: 'hi' }];

/** Why no chat id is ever sent, and that nothing is stored without one. */
export const modeACases: ContractCase[] = [
  {
    name: 'our answers store nothing in Open WebUI',
    async run({ client, call, addAccount, makeKey }) {
      const { token } = await addAccount();
      const key = await makeKey(token);
      expectWhole(await collectAnswer(client(key), question('hi')), 'You said: hi');
      const chats = await call('GET', '/api/v1/chats/?page=1', { as: token });
      assert.deepEqual(chats.json, []);
    },
  },
  {
    name: 'the provider gets the model, the messages and nothing that tells of visitors',
    async run({ client, provider }) {
      const seen = provider.calls.length;
      await collectAnswer(client(), question('hi'));
      const body = provider.calls.slice(seen).at(-1)?.body ?? {};
      assert.deepEqual(Object.keys(body).sort(), ['messages', 'model', 'stream', 'stream_options']);
      assert.deepEqual(body.messages, HI);
    },
  },
  {
    name: 'an empty parent_id alone stores a chat for each answer',
    since: '0.9.0',
    async run({ call, addAccount, makeKey }) {
      const { token } = await addAccount();
      const body = { model: 'echo', parent_id: null, messages: HI, stream: true };
      await call('POST', '/api/chat/completions', { as: await makeKey(token), body });
      const chats = (await call('GET', '/api/v1/chats/?page=1', { as: token })).json;
      assert.ok(Array.isArray(chats) && chats.length === 1, JSON.stringify(chats));
    },
  },
  {
    name: 'a chat id with a message id swallows the answer: 200 and null',
    since: '0.9.0',
    async run({ call, addAccount }) {
      const { token } = await addAccount();
      const chat = { title: 't', models: ['echo'], history: { currentId: null, messages: {} }, messages: [] };
      const made = (await call('POST', '/api/v1/chats/new', { as: token, body: { chat } })).json;
      assert.ok(isRecord(made) && typeof made.id === 'string');
      const body = { model: 'echo', chat_id: made.id, id: 'm9', messages: HI, stream: true };
      const reply = await call('POST', '/api/chat/completions', { as: token, body });
      assert.equal(reply.status, 200);
      assert.equal(reply.text, 'null');
    },
  },
];
