import { SAMPLE_KEYS, seededRandom } from '@guichet/keys/samples';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { View } from '../element/view.ts';
import { keyWarningFor } from './key-warning-for.ts';
import { sendOrWarn } from './send-or-warn.ts';

vi.mock('./key-warning-for.ts', () => ({ keyWarningFor: vi.fn() }));

const TEXT = `see ${SAMPLE_KEYS.groq(seededRandom(1))}`;

function scene(draft = TEXT) {
  const asked: string[] = [];
  const site = signal<object | undefined>(undefined);
  const chat = { draft: signal(draft), state: signal({ run: undefined as object | undefined }), site };
  const isBusy = () => chat.state.value.run !== undefined;
  const view = { chat: { ...chat, isBusy, ask: (text: string) => asked.push(text) } } as unknown as View;
  return { view, chat, asked };
}

type Loaded = Awaited<ReturnType<typeof keyWarningFor>>;
const comes = (file: Loaded | Promise<Loaded>) => vi.mocked(keyWarningFor).mockReturnValue(Promise.resolve(file));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.mocked(keyWarningFor).mockReset();
});

describe('sendOrWarn', () => {
  it('sends ordinary text at once, in the same turn', () => {
    vi.mocked(keyWarningFor).mockReturnValue(undefined);
    const { view, chat, asked } = scene('hello');
    void sendOrWarn(view, 'hello', true);
    expect(asked).toEqual(['hello']);
    expect(chat.draft.value).toBe('');
  });

  it('waits for the file two seconds, then sends without it', async () => {
    comes(new Promise(() => {}));
    const { view, asked } = scene();
    const sent = sendOrWarn(view, TEXT, true);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await sent;
    expect(asked).toEqual([TEXT]);
  });

  it('sends at once when the file cannot be had', async () => {
    comes(undefined);
    const { view, asked } = scene();
    await sendOrWarn(view, TEXT, true);
    expect(asked).toEqual([TEXT]);
  });

  it('sends nothing while the warning stands, and the whole text when it is told to', async () => {
    const warn = vi.fn((_view: View, _text: string, _typed: boolean, _send: () => void) => true);
    comes({ warn });
    const { view, chat, asked } = scene();
    await sendOrWarn(view, TEXT, true);
    expect(asked).toEqual([]);
    expect(chat.draft.value).toBe(TEXT);
    warn.mock.calls[0]?.[3]();
    expect(asked).toEqual([TEXT]);
    expect(chat.draft.value).toBe('');
  });

  it('does not send what somebody is still writing', async () => {
    comes({ warn: () => false });
    const { view, chat, asked } = scene();
    const sent = sendOrWarn(view, TEXT, true);
    chat.draft.value = `${TEXT} and`;
    await sent;
    expect(asked).toEqual([]);
    expect(chat.draft.value).toBe(`${TEXT} and`);
  });

  it('sends once when Enter is pressed twice', async () => {
    comes({ warn: () => false });
    const { view, asked } = scene();
    await Promise.all([sendOrWarn(view, TEXT, true), sendOrWarn(view, TEXT, true)]);
    expect(asked).toEqual([TEXT]);
  });

  it('puts the text into the field when an answer began meanwhile', async () => {
    comes({ warn: () => false });
    const { view, chat, asked } = scene('something else');
    const sent = sendOrWarn(view, TEXT, false);
    chat.state.value = { run: {} };
    await sent;
    expect(asked).toEqual([]);
    expect(chat.draft.value).toBe(TEXT);
  });

  it('leaves the visitor’s own words in the field when the page sends', async () => {
    comes({ warn: () => false });
    const { view, chat, asked } = scene('half a senten');
    await sendOrWarn(view, TEXT, false);
    expect(asked).toEqual([TEXT]);
    expect(chat.draft.value).toBe('half a senten');
  });
});
