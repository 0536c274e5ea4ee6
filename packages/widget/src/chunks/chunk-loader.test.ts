import { describe, expect, it } from 'vitest';
import { chunkLoader } from './chunk-loader.ts';

function scene(answers: (object | 'fails')[]) {
  const asked: [address: string, integrity: string][] = [];
  const load = chunkLoader({
    integrity: new Proxy({} as never, { get: (_, name) => `hash of ${String(name)}` }),
    addressOf: (file) => `https://chat.example.com/w/1/${file}`,
    async importChecked(address, integrity) {
      asked.push([address, integrity]);
      const answer = answers.shift() ?? 'fails';
      if (answer === 'fails') throw new TypeError('Failed to fetch');
      return answer;
    },
  });
  return { load, asked };
}

describe('the loader of chunks', () => {
  it('fetches a chunk once, by its hash, for all who ask', async () => {
    const chunk = { warn: () => true };
    const { load, asked } = scene([chunk]);
    expect(await Promise.all([load('key-warning'), load('key-warning')])).toEqual([chunk, chunk]);
    expect(await load('key-warning')).toBe(chunk);
    expect(asked).toEqual([['https://chat.example.com/w/1/key-warning.js', 'hash of key-warning']]);
  });

  it('says of one that cannot be had that it is not there, and asks anew at the next wish, under another address', async () => {
    const chunk = { warn: () => true };
    const { load, asked } = scene(['fails', 'fails', chunk]);
    expect(await load('key-warning')).toBeUndefined();
    expect(await load('key-warning')).toBeUndefined();
    expect(await load('key-warning')).toBe(chunk);
    expect(asked.map(([address]) => address.split('/').at(-1))).toEqual([
      'key-warning.js',
      'key-warning.js?2',
      'key-warning.js?3',
    ]);
  });
});
