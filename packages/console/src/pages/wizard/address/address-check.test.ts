import type { AddressCheckView } from '@guichet/contract/set-up-api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Outcome } from '../../../admin-api/outcome.ts';
import { AddressCheck } from './address-check.ts';

const view = (address: string): AddressCheckView => ({ address, usable: true, version: '0.12.4', findings: [] });

interface Asked {
  text: string;
  answer: (outcome: Outcome<AddressCheckView>) => void;
}

function checking() {
  const asked: Asked[] = [];
  const checkAddress = (text: string) =>
    new Promise<Outcome<AddressCheckView>>((resolve) => void asked.push({ text, answer: resolve }));
  return { asked, check: new AddressCheck({ checkAddress }) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('asks once when the typing stands still', async () => {
  const { asked, check } = checking();
  check.typed('h');
  check.typed('ht');
  expect(check.state.value).toEqual({ kind: 'checking' });
  await vi.runAllTimersAsync();
  expect(asked.map(({ text }) => text)).toEqual(['ht']);
  asked[0]?.answer({ ok: true, value: view('a') });
  await vi.runAllTimersAsync();
  expect(check.state.value).toEqual({ kind: 'checked', text: 'ht', view: view('a') });
});

it('lets the latest count, also when an earlier answer comes after it', async () => {
  const { asked, check } = checking();
  check.typed('one');
  await vi.runAllTimersAsync();
  check.typed('two');
  await vi.runAllTimersAsync();
  asked[1]?.answer({ ok: true, value: view('two') });
  await vi.runAllTimersAsync();
  asked[0]?.answer({ ok: false, failure: { code: 'check-superseded' } });
  await vi.runAllTimersAsync();
  expect(check.state.value).toMatchObject({ kind: 'checked', text: 'two' });
});

it('keeps what was last seen until there is news, and forgets it when the field is empty', async () => {
  const { asked, check } = checking();
  check.typed('one');
  await vi.runAllTimersAsync();
  asked[0]?.answer({ ok: true, value: view('one') });
  await vi.runAllTimersAsync();
  check.typed('one!');
  expect(check.state.value).toEqual({ kind: 'checking', before: view('one') });
  check.typed(' ');
  expect(check.state.value).toEqual({ kind: 'empty' });
  await vi.runAllTimersAsync();
  expect(asked).toHaveLength(1);
});

it('counts nothing that comes after the page was left', async () => {
  const { asked, check } = checking();
  const asking = check.now('one');
  check.stop();
  asked[0]?.answer({ ok: true, value: view('one') });
  await asking;
  expect(check.state.value).toEqual({ kind: 'checking' });
});

it.each([
  'sk-3f2b8c1e5d4a4b6c8e7f9a0b1c2d3e4f',
  ' OPENWEBUI_API_KEY="sk-proj-abcdefghijkl"',
  `eyJ${'a'.repeat(40)}.b.c`,
])('sends no key anywhere: %s', async (text) => {
  const { asked, check } = checking();
  check.typed(text);
  await check.now(text);
  await vi.runAllTimersAsync();
  expect(check.state.value).toEqual({ kind: 'is-key' });
  expect(asked).toEqual([]);
});
