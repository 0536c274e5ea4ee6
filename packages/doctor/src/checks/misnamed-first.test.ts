import { expect, it } from 'vitest';
import type { OwnSettings } from '../evidence/evidence-map.ts';
import type { FixStep } from '../verdict.ts';
import { misnamedFirst } from './misnamed-first.ts';

const STEPS: [FixStep, ...FixStep[]] = [{ how: { key: 'renameSetting', args: { name: 'x', meant: 'y' } } }];

const first = (misnamed: OwnSettings['misnamed']) =>
  misnamedFirst({ ...(misnamed && { misnamed }) } as OwnSettings, 'OPENWEBUI_URL', STEPS);

it.each([
  ['the name itself', { name: 'openwebui_url', meant: 'OPENWEBUI_URL' }],
  ['the name of its file', { name: 'openwebui_url_file', meant: 'OPENWEBUI_URL_FILE' }],
])('what is written for it by mistake comes first: %s', (_, found) => {
  const other = { name: 'openwebui_key', meant: 'OPENWEBUI_API_KEY' };
  expect(first([other, found])).toEqual([{ how: { key: 'renameSetting', args: found } }, ...STEPS]);
});

it('nothing is added where another setting is meant, or none is misspelt', () => {
  expect(first([{ name: 'openwebui_key', meant: 'OPENWEBUI_API_KEY' }])).toEqual(STEPS);
  expect(first([])).toEqual(STEPS);
  expect(first(undefined)).toEqual(STEPS);
});
