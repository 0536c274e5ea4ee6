import type { PageLookView, SettingView } from '@guichet/contract/set-up-api';
import { expect, it } from 'vitest';
import { en } from '../../../text/wizard/en.ts';
import { lookLines } from './look-lines.ts';
import { PageLook } from './page-look.ts';

const seen = (view: Partial<PageLookView> = {}): PageLookView => ({
  url: 'https://www.example.com/page',
  status: 200,
  snippet: 'found',
  policy: { kind: 'none' },
  originAllowed: true,
  advice: [],
  ...view,
});

const ORIGINS: SettingView = {
  name: 'GUICHET_ALLOWED_ORIGINS',
  meaning: '',
  secret: false,
  value: 'https://a.example',
  isSet: true,
  origin: { kind: 'console' },
  overridden: [],
  defaultText: '',
  example: '',
  editable: true,
};

it('allows the page’s origin beside those that are there, and looks again', async () => {
  let looks = 0;
  const wishes: unknown[] = [];
  const look = new PageLook({
    lookAtPage: async () => ({ ok: true, value: seen({ originAllowed: looks++ > 0 }) }),
    settings: async () => ({ ok: true, value: { settings: [ORIGINS] } }),
    changeSettings: async (changes) => {
      wishes.push(changes);
      return { ok: true, value: { kind: 'changed', settings: [], changes: [] } };
    },
  });
  await look.at('www.example.com/page');
  expect(look.state.value).toMatchObject({ kind: 'seen', view: { originAllowed: false } });
  await look.allow('https://www.example.com/page');
  expect(wishes).toEqual([{ GUICHET_ALLOWED_ORIGINS: 'https://a.example,https://www.example.com' }]);
  expect(look.state.value).toMatchObject({ kind: 'seen', view: { originAllowed: true } });
});

it('says why the origin could not be allowed, beside what was seen', async () => {
  const look = new PageLook({
    lookAtPage: async () => ({ ok: true, value: seen({ originAllowed: false }) }),
    settings: async () => ({ ok: true, value: { settings: [] } }),
    changeSettings: async () => ({
      ok: true,
      value: { kind: 'refused', problems: [{ name: ORIGINS.name, text: 'No.' }] },
    }),
  });
  await look.at('www.example.com');
  await look.allow('https://www.example.com/page');
  expect(look.state.value).toMatchObject({ kind: 'seen', refused: 'No.' });
});

it.each<[string, Partial<PageLookView>, string[]]>([
  ['all is well', {}, ['ok', 'ok', 'ok']],
  ['the line is missing', { snippet: 'missing' }, ['fail', 'ok', 'ok']],
  ['scripts build the page', { snippet: 'unknown' }, ['warn', 'ok', 'ok']],
  ['another server’s line', { snippet: 'other-server' }, ['fail', 'ok', 'ok']],
  ['not in the list', { originAllowed: false }, ['ok', 'ok', 'fail']],
  ['not to be read', { url: '', unreadable: 'Enter a web address.', originAllowed: false }, ['fail']],
  ['a page by https, Guichet by http', { advice: ['Browsers will not load it.'] }, ['ok', 'ok', 'ok', 'warn']],
])('reads a look: %s', (_, view, tones) => {
  expect(lookLines(seen(view), en.snippet).map(({ tone }) => tone)).toEqual(tones);
});

it('gives the line that a blocking policy lacks', () => {
  const line = "script-src 'self' https://guichet.example.com";
  const [, policy] = lookLines(seen({ policy: { kind: 'blocks', directives: ['script-src'], line } }), en.snippet);
  expect(policy).toMatchObject({ tone: 'fail', code: line });
  expect(policy?.means).toContain('script-src');
});

it('says what the server says of each, once', () => {
  const line = '<script nonce="…" async src="https://guichet.example.com/guichet.js"></script>';
  const advice = [
    `Only scripts with its one-time word run. Put it so: ${line}`,
    'Add https://www.example.com to them.',
  ];
  const view = seen({ policy: { kind: 'blocks', directives: ['script-src'], line }, originAllowed: false, advice });
  const [, policy, ...rest] = lookLines(view, en.snippet);
  expect(policy).toMatchObject({ means: 'Only scripts with its one-time word run. Put it so:', code: line });
  expect(rest).toEqual([{ tone: 'fail', text: en.snippet.notAllowed }]);
});

it('offers no line where a page forbids every script', () => {
  const advice = ['The page’s security policy (sandbox) blocks scripts.'];
  const view = seen({ policy: { kind: 'blocks', directives: ['sandbox'], line: '' }, advice });
  expect(lookLines(view, en.snippet).map(({ text, code }) => [text, code])).toEqual([
    [en.snippet.found, undefined],
    [en.snippet.policy.blocks, undefined],
    [en.snippet.allowed, undefined],
    [advice[0], undefined],
  ]);
});
