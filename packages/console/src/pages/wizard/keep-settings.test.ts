import type { SettingsChangeView } from '@guichet/contract/set-up-api';
import { expect, it } from 'vitest';
import type { Outcome } from '../../admin-api/outcome.ts';
import { keepSettings } from './keep-settings.ts';

function keeping(answer: Outcome<SettingsChangeView>) {
  const done: string[] = [];
  const changeSettings = async () => {
    done.push('changed');
    return answer;
  };
  const load = async () => void done.push('read');
  return { done, keep: (changes: Record<string, string>) => keepSettings({ changeSettings }, { load }, changes) };
}

it('asks nobody when nothing is another', async () => {
  const { done, keep } = keeping({ ok: true, value: { kind: 'changed', settings: [], changes: [] } });
  expect(await keep({})).toEqual({ kind: 'kept' });
  expect(done).toEqual([]);
  expect(await keep({ OPENWEBUI_MODEL: 'echo' })).toEqual({ kind: 'kept' });
  expect(done).toEqual(['changed', 'read']);
});

it('says what was refused, by setting, and what failed', async () => {
  const problems = [{ name: 'OPENWEBUI_MODEL', text: 'No.' }];
  const refused = keeping({ ok: true, value: { kind: 'refused', problems } });
  expect(await refused.keep({ OPENWEBUI_MODEL: 'x' })).toEqual({
    kind: 'refused',
    problems: { OPENWEBUI_MODEL: 'No.' },
  });
  expect(refused.done).toEqual(['changed']);
  const failed = keeping({ ok: false, failure: { code: 'unreachable' } });
  expect(await failed.keep({ OPENWEBUI_MODEL: 'x' })).toEqual({ kind: 'failed', failure: { code: 'unreachable' } });
});
