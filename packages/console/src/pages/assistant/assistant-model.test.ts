import type {
  AssistantChange,
  AssistantChangeView,
  AssistantView,
  AssistantWish,
} from '@guichet/contract/assistant-api';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../admin-api/outcome.ts';
import { adminApiOf } from '../../admin-api/testing-admin-api.ts';
import { AssistantModel } from './assistant-model.ts';
import { secondsInWords } from './seconds-in-words.ts';

const view = (more: Partial<AssistantView> = {}): AssistantView => ({
  site: { id: 'default', paused: false },
  sites: [{ id: 'default', paused: false }],
  tools: { chosen: 'off', inForce: 'off' },
  available: [],
  followUps: false,
  pageContext: false,
  pictureHosts: [],
  canSetUp: true,
  isSetUp: false,
  showToolArguments: false,
  ...more,
});

function scene(answer: (wish: AssistantWish) => Outcome<AssistantChangeView>) {
  const wishes: [string, AssistantWish][] = [];
  const model = new AssistantModel(
    adminApiOf({
      assistant: async (id) => ({ ok: true, value: view({ site: { id, paused: false }, followUps: id === 'shop' }) }),
      changeAssistant: async (id, wish) => {
        wishes.push([id, wish]);
        return answer(wish);
      },
    }),
  );
  return { model, wishes };
}

const changed = (assistant: AssistantView, changes: AssistantChange[]): Outcome<AssistantChangeView> => ({
  ok: true,
  value: { kind: 'changed', assistant, changes },
});

const TO_ONE_ROUND: AssistantChange[] = [{ name: 'tools', before: 'off', after: 'one-round' }];

describe('a change of the assistant', () => {
  it('sends only what is another, and undoes just that', async () => {
    const { model, wishes } = scene(({ tools }) =>
      changed(view({ tools: { chosen: tools ?? 'off', inForce: tools ?? 'off' } }), TO_ONE_ROUND),
    );
    await model.load();
    model.tools.value = 'one-round';
    await model.save();
    expect(model.result.value).toEqual({ kind: 'changed', changes: TO_ONE_ROUND, back: { tools: 'off' } });
    await model.undo();
    expect(wishes).toEqual([
      ['default', { tools: 'one-round' }],
      ['default', { tools: 'off' }],
    ]);
    expect([model.result.value, model.tools.value]).toEqual([{ kind: 'undone' }, 'off']);
  });

  it('asks nobody where nothing is another', async () => {
    const { model, wishes } = scene(() => changed(view(), []));
    await model.load();
    await model.save();
    expect([model.result.value, wishes]).toEqual([{ kind: 'same' }, []]);
  });

  it('goes back to what applies when the mode is not possible, with the reasons', async () => {
    const reasons = [{ code: 'sign-in-missing', names: [] }];
    const { model } = scene(() => ({ ok: true, value: { kind: 'not-available', assistant: view(), reasons } }));
    await model.load();
    model.tools.value = 'whole-agent';
    await model.save();
    expect([model.result.value, model.tools.value]).toEqual([{ kind: 'not-available', reasons }, 'off']);
  });

  it('keeps what was ticked when it could not be saved', async () => {
    const failure = { kind: 'unreachable' } as const;
    const { model } = scene(() => ({ ok: false, failure }) as never);
    await model.load();
    model.followUps.value = true;
    await model.save();
    expect([model.result.value, model.followUps.value]).toEqual([{ kind: 'failed', failure }, true]);
  });

  it('sends hosts as they are written, however separated, and keeps those that were refused', async () => {
    const problems = ['picture-hosts contains something other than a host name.'];
    const { model, wishes } = scene(({ pictureHosts }) =>
      pictureHosts?.includes('a/b')
        ? { ok: true, value: { kind: 'refused', assistant: view(), problems } }
        : changed(view({ pictureHosts: pictureHosts ?? [] }), []),
    );
    await model.load();
    model.pictureHosts.value = 'images.example.com, a/b';
    await model.save();
    expect([model.result.value, model.pictureHosts.value]).toEqual([
      { kind: 'refused', problems },
      'images.example.com, a/b',
    ]);
    model.pictureHosts.value = ' images.example.com;*.example.net ';
    await model.save();
    expect(model.pictureHosts.value).toBe('images.example.com, *.example.net');
    await model.save();
    expect([model.result.value?.kind, wishes.length]).toEqual(['same', 2]);
  });

  it('keeps what is ticked, saved or not, when the page is read again in another language', async () => {
    const { model } = scene(() => changed(view(), []));
    await model.load();
    model.tools.value = 'one-round';
    await model.load();
    expect(model.tools.value).toBe('one-round');
  });

  it('is about the site that is chosen', async () => {
    const { model, wishes } = scene(() => changed(view({ site: { id: 'shop', paused: false } }), []));
    await model.load();
    await model.choose('shop');
    expect(model.followUps.value).toBe(true);
    model.tools.value = 'one-round';
    await model.save();
    expect(wishes).toEqual([['shop', { tools: 'one-round' }]]);
  });
});

it('shows the default site when the one that was asked for is gone, and says so', async () => {
  const failure = { code: 'site-unknown' } as const;
  const routes = adminApiOf({
    assistant: async (id) => (id === 'gone' ? { ok: false, failure } : { ok: true, value: view({ followUps: true }) }),
  });
  const model = new AssistantModel(routes, 'gone');
  await model.load();
  expect([model.site.value, model.failure.value, model.followUps.value]).toEqual(['default', failure, true]);
});

it('tells short times in tenths and long ones in seconds', () => {
  expect([40, 840, 12_400, 125_000].map((ms) => secondsInWords(ms, 'en'))).toEqual(
    ['0', '0.8', '12', '125'].map((figure) => `${figure}\u00a0s`),
  );
  expect(secondsInWords(840, 'fr')).toBe('0,8\u00a0s');
});
