import { describe, expect, it, vi } from 'vitest';
import type { LoadChunk } from '../chunks/chunk-loader.ts';
import { createSlots } from './slots.ts';

const drawPart = () => ({ show() {}, leave() {} });

describe('the slot of a message part', () => {
  it('is filled by the chunk for its kind, fetched once, at the first wish', async () => {
    const load = vi.fn(async () => ({ drawPart }));
    const slots = createSlots(load as unknown as LoadChunk);
    expect(load).not.toHaveBeenCalled();
    expect(slots.partDrawing('text')).toBeUndefined();
    expect(slots.partDrawing('text')).toBeUndefined();
    await vi.waitFor(() => expect(slots.partDrawing('text')).toBe(drawPart));
    expect(load.mock.calls).toEqual([['markdown']]);
  });

  it('stays empty where the chunk cannot be had, and asks again for the next part', async () => {
    const answers = [undefined, { drawPart }];
    const slots = createSlots((async () => answers.shift()) as unknown as LoadChunk);
    expect(slots.partDrawing('text')).toBeUndefined();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(slots.partDrawing('text')).toBeUndefined();
    await vi.waitFor(() => expect(slots.partDrawing('text')).toBe(drawPart));
  });
});

describe('what draws the rest of an answer', () => {
  it('comes once it is wanted; where it cannot be had, words take its place until a later question gets it', async () => {
    const chunk = { drawSources() {} };
    const chunks = [undefined, chunk];
    const slots = createSlots((async () => chunks.shift()) as unknown as LoadChunk);
    expect(slots.answer.value).toBeUndefined();
    slots.fetchAnswer();
    await vi.waitFor(() => expect(slots.answer.value).toBe('away'));
    slots.fetchAnswer();
    await vi.waitFor(() => expect(slots.answer.value).toBe(chunk));
  });
});
