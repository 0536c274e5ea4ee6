import { describe, expect, it } from 'vitest';
import { readEnvText } from './env-file.ts';

describe('readEnvText', () => {
  it('reads what Node reads', () => {
    expect(
      readEnvText('# a comment\n\nA=1\nexport B="two words"\nC=\'x\' # why\nD=\n  E = 5\r\nF="over\ntwo lines"\n'),
    ).toEqual({
      ok: true,
      values: { A: '1', B: 'two words', C: 'x', D: '', E: '5', F: 'over\ntwo lines' },
    });
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(readEnvText('\uFEFFOPENWEBUI_URL=http://x')).toEqual({ ok: true, values: { OPENWEBUI_URL: 'http://x' } });
  });

  it('reads names between spaces that do not break, and a file that ends as old editors end it', () => {
    expect(readEnvText('\u00a0A\u00a0=\u00a01\n\u200bB=2\nC=a\u00a0b\r\n\u001a')).toEqual({
      ok: true,
      values: { A: '1', B: '2', C: 'a\u00a0b' },
    });
  });

  it.each([
    ['A=1\nsk-this-is-a-key\n', 2],
    ['OPENWEBUI_API_KEY: sk-yaml\n', 1],
    ['A=1\n\n# ok\n=value', 4],
    ['A="never closed\nB=2', 1],
    ['1A=x', 1],
  ])('names the line that is none: %j', (text, line) => {
    expect(readEnvText(text)).toEqual({ ok: false, line });
  });
});
