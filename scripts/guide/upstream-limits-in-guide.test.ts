/** What the guide says Guichet takes from Open WebUI is what the client holds it to. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_LIMITS, DEFAULT_TIMEOUTS } from '@guichet/openwebui/client';
import { describe, expect, it } from 'vitest';
import {
  MAX_MODELS,
  MAX_SUGGESTION_CHARS,
  MAX_SUGGESTIONS,
} from '../../packages/openwebui/src/client/upstream-limits.ts';

const MINUTE_MS = 60_000;
const MEBIBYTE = 1024 * 1024;

describe.each(['en', 'fr'])('the limits for what Open WebUI sends, in %s', (language) => {
  const file = path.resolve(import.meta.dirname, `../../docs/guide/${language}/reference/for-integrators.md`);
  const page = readFileSync(file, 'utf8');
  const number = (value: number) => value.toLocaleString(language === 'fr' ? 'fr-FR' : 'en');

  it.each([
    ['text', [number(DEFAULT_LIMITS.answerChars)]],
    ['a stream', [DEFAULT_LIMITS.streamBytes / MEBIBYTE, number(DEFAULT_LIMITS.streamFrames)]],
    ['lines', [number(DEFAULT_LIMITS.streamLines)]],
    ['comments', [number(DEFAULT_LIMITS.comments), DEFAULT_LIMITS.commentBytes / MEBIBYTE]],
    ['unreadable frames', [number(DEFAULT_LIMITS.unreadableFrames)]],
    ['time', [DEFAULT_TIMEOUTS.totalMs / MINUTE_MS, DEFAULT_TIMEOUTS.wordlessMs / MINUTE_MS]],
    ['silence', [DEFAULT_TIMEOUTS.silenceMs / MINUTE_MS]],
    ['a whole answer', [DEFAULT_LIMITS.replyBytes / MEBIBYTE]],
    ['models', [number(MAX_MODELS)]],
    ['questions', [MAX_SUGGESTIONS, MAX_SUGGESTION_CHARS]],
  ])('are those in force: %s', (_name, values) => {
    const row = page
      .split('\n')
      .find((line) => line.startsWith('|') && values.every((value) => holds(line, `${value}`)));
    expect(row).toBeDefined();
  });
});

/** The number by itself, not as a part of another. */
function holds(line: string, number: string): boolean {
  return new RegExp(`(?<![\\d,\\u202f])${number}(?![\\d,\\u202f]\\d)`).test(line.slice(line.indexOf('|', 1)));
}
