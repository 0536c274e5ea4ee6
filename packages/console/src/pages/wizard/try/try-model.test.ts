import { expect, it } from 'vitest';
import { TryModel } from './try-model.ts';

const tell = (chat: EventTarget, name: string, detail: object) =>
  chat.dispatchEvent(new CustomEvent(`guichet:${name}`, { detail }));

it('hears from the widget whether an answer came', () => {
  const chat = new EventTarget();
  const model = new TryModel();
  const stop = model.follow(chat);
  tell(chat, 'error', { code: 'assistant-misconfigured', ref: 'AB12-CD34' });
  tell(chat, 'response-end', { status: 'failed' });
  expect(model.state.value).toEqual({ kind: 'failed', ref: 'AB12-CD34' });
  tell(chat, 'response-end', { status: 'complete' });
  expect(model.state.value).toEqual({ kind: 'works' });
  stop();
  tell(chat, 'error', { code: 'assistant-busy' });
  expect(model.state.value).toEqual({ kind: 'works' });
});

it('says when the widget itself does not come, and takes it back when it does', () => {
  const model = new TryModel();
  model.loaded(false);
  expect(model.state.value).toEqual({ kind: 'lost' });
  model.loaded(true);
  expect(model.state.value).toEqual({ kind: 'waiting' });
});
