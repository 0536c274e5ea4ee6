import { describe, expect, it } from 'vitest';
import { isGreeting, KNOWN_OUTSIDE, PANEL_VERBS, toPageFrom, toPanelFrom } from './messages.ts';

const NOTHINGS = [undefined, null, 0, '', 'open', [], [1], {}, { verb: 1 }, { attributes: [] }, { news: 'open' }];

describe('a greeting', () => {
  it('is of its kind, with the number that was agreed on', () => {
    expect(isGreeting({ guichet: 'hello', nonce: 'n' }, 'hello', 'n')).toBe(true);
    for (const other of [...NOTHINGS, { guichet: 'port', nonce: 'n' }, { guichet: 'hello', nonce: 'm' }])
      expect(isGreeting(other, 'hello', 'n')).toBe(false);
  });

  it('is none while nothing is agreed on', () => {
    expect(isGreeting({ guichet: 'hello', nonce: '' }, 'hello', '')).toBe(false);
  });
});

describe('what a page asks of the panel', () => {
  it('is one of its verbs with one text, or attributes', () => {
    for (const verb of PANEL_VERBS) expect(toPanelFrom({ verb, args: ['x'] })).toEqual({ verb, args: ['x'] });
    expect(toPanelFrom({ attributes: { theme: 'dark', locale: null, '--guichet-bg': '#fff' } })).toEqual({
      attributes: { theme: 'dark', locale: null, '--guichet-bg': '#fff' },
    });
  });

  it.each([
    ...NOTHINGS,
    { verb: 'constructor', args: [] },
    { verb: '__proto__', args: [] },
    { verb: 'diagnose', args: [] },
    { verb: 'open', args: 'x' },
    { verb: 'open', args: { length: 0 } },
    { verb: 'setInput', args: ['x', 'y'] },
    { verb: 'setInput', args: [{}] },
    { verb: 'setInput', args: ['x'.repeat(40_001)] },
  ])('is nothing else: %j', (value) => {
    expect(toPanelFrom(value)).toBeUndefined();
  });

  it('sets no attribute that leads elsewhere or runs', () => {
    const attributes = {
      server: 'https://evil.example',
      site: 'x',
      onfocus: 'x',
      style: 'x',
      src: 'x',
      id: 'x',
      mode: 'x',
    };
    expect(toPanelFrom({ attributes: { ...attributes, '--_ink': 'x', theme: {} } })).toEqual({ attributes: {} });
  });
});

describe('what a panel tells its page', () => {
  it('holds no text of questions and answers', () => {
    const detail = { text: 'secret', id: 'msg_1', status: 'complete', token: 'secret', transcript: ['secret'] };
    for (const news of Object.keys(KNOWN_OUTSIDE))
      expect(JSON.stringify(toPageFrom({ news, detail }))).not.toContain('secret');
    expect(toPageFrom({ news: 'response-end', detail })).toEqual({
      news: 'response-end',
      detail: { id: 'msg_1', status: 'complete' },
    });
  });

  it.each([
    ...NOTHINGS,
    { news: 'constructor', detail: {} },
    { news: '__proto__', detail: {} },
    { news: 'open', detail: [] },
  ])('is nothing else: %j', (value) => {
    expect(toPageFrom(value)).toBeUndefined();
  });

  it('is short', () => {
    expect(toPageFrom({ news: 'launcher', detail: { label: 'x'.repeat(500) } })?.detail).toEqual({});
  });
});
