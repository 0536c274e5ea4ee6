import { createScrubber } from '@guichet/keys/scrub';
import { describe, expect, it } from 'vitest';
import { newId, newReference } from '../new-id.ts';
import { createLogger } from './logger.ts';

const credential = 'canary-"credential/value+odd=chars';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger(createScrubber({ secrets: [credential] }), { write: (line) => lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it.each([
    ['raw', credential],
    ['URL', encodeURIComponent(credential)],
    ['hex', Buffer.from(credential).toString('hex')],
    ['base64', Buffer.from(credential).toString('base64')],
    ['base64url', Buffer.from(credential).toString('base64url')],
  ])('never shows a known secret in its %s form, nor one that looks like a key', (_, form) => {
    const key = `sk-${'0123456789abcdef'.repeat(2)}`;
    const line = logged((logger) =>
      logger.error({ err: new Error(`refused ${form} and ${key}`), nested: { form } }, form),
    );
    expect(line).not.toContain(form);
    expect(line).not.toContain(key);
    expect(() => JSON.parse(line)).not.toThrow();
  });

  it('leaves ids and references readable, because people look for them', () => {
    for (let count = 0; count < 200; count++) {
      const entry = { ref: newReference(), run: newId('run'), conversation: newId('con'), visitor: newId('vis') };
      expect(JSON.parse(logged((logger) => logger.info(entry, 'Said.')))).toMatchObject({ ...entry, msg: 'Said.' });
    }
  });
});
