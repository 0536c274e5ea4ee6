import type { SettingsChangeView, SettingsWish, SettingView } from '@guichet/contract/set-up-api';
import { describe, expect, it } from 'vitest';
import { adminApiOf } from '../../admin-api/testing-admin-api.ts';
import { en } from '../../text/settings/en.ts';
import { originText } from './origin-text.ts';
import { settingGroups } from './setting-groups.ts';
import { SettingsModel } from './settings-model.ts';
import { shownValue } from './shown-value.ts';

const MODEL = 'OPENWEBUI_MODEL';
const setting = (over: Partial<SettingView> = {}): SettingView => ({
  name: MODEL,
  meaning: 'ID of the model that answers.',
  secret: false,
  value: 'echo',
  isSet: true,
  origin: { kind: 'environment', name: MODEL },
  overridden: [],
  defaultText: 'the first model that the key can use',
  example: 'gpt-5-mini',
  editable: true,
  ...over,
});

function modelOf(answer: (changes: SettingsWish['changes']) => SettingsChangeView, first = setting()) {
  const wishes: SettingsWish['changes'][] = [];
  const model = new SettingsModel(
    adminApiOf({
      settings: async () => ({ ok: true, value: { settings: [first] } }),
      changeSettings: async (changes) => {
        wishes.push(changes);
        return { ok: true, value: answer(changes) };
      },
    }),
  );
  return { model, wishes };
}

const changed = (before?: string, after?: string): SettingsChangeView => ({
  kind: 'changed',
  settings: [setting({ ...(after !== undefined && { value: after }), origin: { kind: 'console' } })],
  changes: [{ name: MODEL, ...(before && { before }), ...(after && { after }) }],
});

describe('a change', () => {
  it('says what was before and after, and takes the console’s value away when it is taken back', async () => {
    const { model, wishes } = modelOf(() => changed('echo', 'slow'));
    await model.load();
    model.edit(MODEL);
    await model.save(MODEL, ' slow ');
    expect(model.open.value).toBeUndefined();
    expect(model.result.value).toEqual({
      kind: 'changed',
      name: MODEL,
      before: 'echo',
      after: 'slow',
      back: { [MODEL]: null },
    });
    await model.takeBack();
    expect(wishes).toEqual([{ [MODEL]: 'slow' }, { [MODEL]: null }]);
    expect(model.result.value).toEqual({ kind: 'taken-back', name: MODEL });
  });

  it('puts the console’s former value back where there was one', async () => {
    const { model, wishes } = modelOf(() => changed('echo', 'slow'), setting({ origin: { kind: 'console' } }));
    await model.load();
    await model.save(MODEL, 'slow');
    await model.takeBack();
    expect(wishes[1]).toEqual({ [MODEL]: 'echo' });
  });

  it('cannot be taken back where a secret of the console was before: nobody knows it any more', async () => {
    const { value: _, ...secret } = setting({ secret: true, origin: { kind: 'console' } });
    const { model, wishes } = modelOf(
      () => ({ kind: 'changed', settings: [secret], changes: [{ name: MODEL }] }),
      secret,
    );
    await model.load();
    await model.save(MODEL, 'https://hooks.example.com/other');
    expect(model.result.value).toEqual({ kind: 'changed', name: MODEL });
    await model.takeBack();
    expect(wishes).toHaveLength(1);
  });

  it('is none when nothing is another, and asks nobody', async () => {
    const { model, wishes } = modelOf(() => changed(), setting({ origin: { kind: 'console' } }));
    await model.load();
    await model.save(MODEL, 'echo');
    expect(model.result.value).toEqual({ kind: 'same', name: MODEL });
    expect(wishes).toEqual([]);
  });

  it('stays open with the server’s sentence when it is refused', async () => {
    const { model } = modelOf(() => ({
      kind: 'refused',
      problems: [{ name: MODEL, text: 'There is no such model.' }],
    }));
    await model.load();
    model.edit(MODEL);
    await model.save(MODEL, 'nope');
    expect(model.open.value).toBe(MODEL);
    expect(model.result.value).toEqual({ kind: 'refused', name: MODEL, text: 'There is no such model.' });
    model.cancel();
    expect(model.result.value).toBeUndefined();
  });

  it('is not undone by what was read before it', async () => {
    const { model } = modelOf(() => changed('echo', 'slow'));
    await model.load();
    const reading = model.load();
    await model.save(MODEL, 'slow');
    await reading;
    expect(model.settings.value?.[0]?.value).toBe('slow');
  });
});

it('never shows a secret, and says what counts where nothing is set', () => {
  const { value: _, ...secret } = setting({ secret: true });
  expect(shownValue(secret, en)).toEqual({ text: en.secretSet, isWords: true });
  const { value: __, ...unset } = setting({ isSet: false, origin: { kind: 'default' } });
  expect(shownValue(unset, en)).toEqual({ text: 'The first model that the key can use', isWords: true });
  expect(shownValue(setting(), en)).toEqual({ text: 'echo', isWords: false });
});

it('names where a value comes from', () => {
  expect(originText({ kind: 'environment', name: MODEL }, en)).toBe('Environment, OPENWEBUI_MODEL');
  expect(originText({ kind: 'env-file', name: MODEL, file: '/srv/guichet/.env' }, en)).toBe('.env, OPENWEBUI_MODEL');
  expect(originText({ kind: 'file', name: MODEL, file: '/run/secrets/model' }, en)).toBe('File /run/secrets/model');
});

it('groups what belongs together and leaves none out', () => {
  const names = ['PORT', 'GUICHET_PUBLIC_URL', 'OPENWEBUI_URL', 'SOMETHING_NEW'];
  const groups = settingGroups(names.map((name) => setting({ name })));
  expect(groups.map(([group, members]) => [group, members.map(({ name }) => name)])).toEqual([
    ['openWebUi', ['OPENWEBUI_URL']],
    ['visitors', ['GUICHET_PUBLIC_URL']],
    ['server', ['PORT', 'SOMETHING_NEW']],
  ]);
});
